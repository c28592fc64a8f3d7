import type { AvailableNumber, Lease, NumberSettings, PhoneNumber } from './numberRecords.js'
import type { Account, Address, Call, Flow, Message, OnlineLogin, Property, SipTrunk } from './records.js'
import type { Tables } from './tables.js'

const accounts: readonly Account[] = [
  { AccountSid: 'AC1001', Name: 'Harbor Group', SmsAgreement: true, ProjectLimit: 3 },
  { AccountSid: 'AC1002', Name: 'Sunrise Bakery', SmsAgreement: false, ProjectLimit: 1 },
  { AccountSid: 'AC1003', Name: 'Somebody Else', SmsAgreement: true, ProjectLimit: 10 },
]

const project = {
  TimeZone: 'GMT Standard Time',
  SmsEnabled: true,
  CallRecordingEnabled: false,
  IntegrationsEnabled: false,
  Active: true,
}

const properties: readonly Property[] = [
  { ...project, PropertySid: 'PR2001', AccountSid: 'AC1001', Name: 'Harbor Dental', MainDomain: 'dental.example' },
  {
    ...project,
    PropertySid: 'PR2002',
    AccountSid: 'AC1001',
    Name: 'Harbor Physio',
    MainDomain: null,
    SmsEnabled: false,
  },
  { ...project, PropertySid: 'PR2003', AccountSid: 'AC1002', Name: 'Sunrise Bakery', MainDomain: 'bakery.example' },
  { ...project, PropertySid: 'PR2004', AccountSid: 'AC1003', Name: 'Somebody Else', MainDomain: null },
]

const person = {
  CompanyName: null,
  Street: '1 Harbor Street',
  City: 'London',
  PostalCode: 'EC1A 1AA',
  CountryCode: 'GB',
}

const addresses: readonly Address[] = [
  { ...person, AddressSid: 'AD3001', AccountSid: 'AC1001', FirstName: 'Ada', LastName: 'Byron' },
  { ...person, AddressSid: 'AD3002', AccountSid: 'AC1001', FirstName: 'Alan', LastName: 'Mathison' },
]

/** The settings of a number that nobody has configured yet. */
export const blankSettings: NumberSettings = {
  Friendly: null,
  AddressSid: null,
  Attribution_Source: null,
  Attribution_Medium: null,
  Attribution_Campaign: null,
  Attribution_Content: null,
  RoutingMethod: null,
  EndpointNumber: null,
  Flow: null,
  Recording: 'Off',
  Preamble: 'Off',
  WhisperMediaId: null,
  SendSmsFrom: null,
  SendSmsTo: null,
  SendEmailFrom: null,
  SendEmailTo: null,
}

const active = { ...blankSettings, Status: 'Active' } as const

const numbers: readonly PhoneNumber[] = [
  { ...active, Number: '+442079460101', PropertySid: 'PR2001', Friendly: 'Reception', AddressSid: 'AD3001' },
  { ...active, Number: '+442079460102', PropertySid: 'PR2001', Friendly: 'Emergencies', AddressSid: 'AD3001' },
  { ...active, Number: '+442079460201', PropertySid: 'PR2002', Friendly: 'Physio' },
  { ...active, Number: '+442079460301', PropertySid: 'PR2003', Friendly: 'Bakery' },
]

const london = {
  CountryCode: 'GB',
  Region: 'England',
  City: 'London',
  NumberType: 'Geographic',
  Capabilities: ['Voice', 'Sms'],
} as const

const availableNumbers: readonly AvailableNumber[] = [
  { ...london, Number: '+442079460401' },
  { ...london, Number: '+442079460402' },
  { ...london, Number: '+442079460403' },
  { ...london, Number: '+442079460404', Capabilities: ['Voice'] },
]

const leases: readonly Lease[] = [
  { Number: '+442079460801', PropertySid: null, To: null },
  { Number: '+442079460802', PropertySid: null, To: null },
  { Number: '+442079460803', PropertySid: null, To: null },
  { Number: '+442079460900', PropertySid: 'PR2004', To: '+442079460999' },
]

const messages: readonly Message[] = [
  {
    MessageSid: 'SM4001',
    AccountSid: 'AC1001',
    PropertySid: 'PR2001',
    From: '+442079460101',
    To: '+442079460501',
    Text: 'See you tomorrow at nine.',
    NumSegments: 1,
    Status: 'Delivered',
    Direction: 'Outbound',
    Scheduled: null,
    Created: '2026-01-15T09:00:00Z',
    Submitted: '2026-01-15T09:00:01Z',
    Delivered: '2026-01-15T09:00:03Z',
    Received: null,
    ErrorCode: null,
  },
]

const onlineLogins: readonly OnlineLogin[] = [
  {
    OnlineLoginSid: 'OL5001',
    AccountSid: 'AC1001',
    Email: 'ada@dental.example',
    FirstName: 'Ada',
    LastName: 'Byron',
    Enabled: true,
    Permissions: [{ PropertySid: 'PR2001', Scopes: 'Calls,Messages' }],
  },
]

const sipTrunks: readonly SipTrunk[] = [
  {
    SipTrunkSid: 'ST6001',
    PropertySid: 'PR2001',
    Name: 'Front desk',
    DefaultCallerId: '+442079460101',
    Type: 0,
    SipTrunkIpAddresses: [{ IpAddress: '192.0.2.10' }],
    SipTrunkCredentials: null,
    SipTrunkAllowedCountries: [{ CountryCode: 'GB' }],
    ChannelLimit: 10,
    CustomerReference: null,
    Deleted: false,
  },
]

const flows: readonly Flow[] = [
  { Flow: 'FL7001', AccountSid: 'AC1001', Name: 'Office hours' },
  { Flow: 'FL7002', AccountSid: 'AC1001', Name: 'Holidays' },
]

const call = { PropertySid: 'PR2001', From: '+442079460501', To: '+442079460101', StartDate: '2026-01-15' }

const calls: readonly Call[] = [
  { ...call, CallSid: 'CA8001', Duration: 184, Disposition: 'Answered', RecordingSid: 'RE8501' },
  { ...call, CallSid: 'CA8002', Duration: 0, Disposition: 'Missed', RecordingSid: null },
]

/** Makes new tables that hold the records a fresh API starts with. */
export function createSeed(): Tables {
  return {
    accounts: new Map(accounts.map((row) => [row.AccountSid, row])),
    properties: new Map(properties.map((row) => [row.PropertySid, row])),
    addresses: new Map(addresses.map((row) => [row.AddressSid, row])),
    numbers: new Map(numbers.map((row) => [row.Number, row])),
    availableNumbers: new Map(availableNumbers.map((row) => [row.Number, row])),
    leases: new Map(leases.map((row) => [row.Number, row])),
    messages: new Map(messages.map((row) => [row.MessageSid, row])),
    onlineLogins: new Map(onlineLogins.map((row) => [row.OnlineLoginSid, row])),
    sipTrunks: new Map(sipTrunks.map((row) => [row.SipTrunkSid, row])),
    flows: new Map(flows.map((row) => [row.Flow, row])),
    calls: new Map(calls.map((row) => [row.CallSid, row])),
    whisperMedia: new Map([
      ['WM8801', 'A call from the website'],
      ['WM8802', 'A call from an advert'],
    ]),
  }
}
