import { READ_ONLY_TOKEN } from './authenticate.js'
import type { ErrorCode } from './errorCodes.js'

/** A request to the API, as data. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path after the base URL. */
  readonly path: string
  /** A JSON value. */
  readonly body?: unknown
  /** The demo login's token, unless given. */
  readonly token?: string
}

/** An honest request that the API refuses with a certain code. */
export interface Provocation extends ApiRequest {
  readonly description: string
  /** Requests to send before, which succeed. */
  readonly setup?: readonly ApiRequest[]
}

const sms = { From: '+442079460101', To: '+442079460501', Text: 'Your table is ready.' }
const person = { FirstName: 'Grace', LastName: 'Hopper' }
const login = { ...person, Email: 'grace@dental.example', Password: 'a long password', Scopes: 'Calls' }
const trunk = { Name: 'Back office', SipTrunkIpAddresses: [{ IpAddress: '192.0.2.20' }] }
const address = {
  LastName: 'Byron',
  Street: '2 Harbor Street',
  City: 'London',
  PostalCode: 'EC1A 1AA',
  CountryCode: 'GB',
}

const get = (path: string, description: string): Provocation => ({ description, method: 'GET', path })
const post = (path: string, body: unknown, description: string): Provocation => ({
  description,
  method: 'POST',
  path,
  body,
})
const sendSms = (change: object, description: string) =>
  post('/Properties/PR2001/Messages', { ...sms, ...change }, description)
const configure = (body: object, description: string) => post('/Numbers/442079460101', body, description)
const createLogin = (change: object, description: string) =>
  post('/Properties/PR2001/OnlineLogins', { ...login, ...change }, description)
const createTrunk = (change: object, description: string) =>
  post('/Properties/PR2001/SipTrunk', { ...trunk, ...change }, description)
const sendUnsigned = (To: string) => sendSms({ From: '', To }, 'Sends a message from a lent number.')

/** For each documented code an honest request that provokes it, on the seed data. */
export const provocations: Readonly<Record<ErrorCode, Provocation>> = {
  ACCOUNT_NOT_FOUND: get('/Accounts/AC9999', 'Opens an account that does not exist.'),
  ADDRESS_CANNOT_BE_DELETED: {
    description: 'Deletes an address that numbers are linked to.',
    method: 'DELETE',
    path: '/Addresses/AD3001',
  },
  ADDRESS_NOT_FOUND: configure({ AddressSid: 'AD9999' }, 'Links a number to an address that does not exist.'),
  CALL_NOT_FOUND: get('/Calls/CA9999', 'Opens a call that does not exist.'),
  CONFLICTING_PARAMETERS: configure(
    { RoutingMethod: 'Flow', Flow: 'FL7001', EndpointNumber: '+442079460501' },
    'Routes a number to a flow and to an endpoint at once.',
  ),
  COUNTRY_NOT_FOUND: get('/AvailableNumbers?CountryCode=UK', 'Looks for numbers in UK, whose code is GB.'),
  COUNTRY_UNAVAILABLE: get('/AvailableNumbers?CountryCode=AQ', 'Looks for numbers in Antarctica.'),
  FLOW_NOT_FOUND: configure(
    { RoutingMethod: 'Flow', Flow: 'FL9999' },
    'Routes a number to a flow that does not exist.',
  ),
  FORBIDDEN: { ...sendSms({}, 'Sends a message with a login that may only read.'), token: READ_ONLY_TOKEN },
  INVALID_COUNTRYCODE_FORMAT: post(
    '/Addresses',
    { ...address, CountryCode: 'England' },
    'Creates an address with a country name for a code.',
  ),
  INVALID_DATE_RANGE: get(
    '/Calls?StartDate=2026-02-01&EndDate=2026-01-01',
    'Lists the calls of a period that ends before it starts.',
  ),
  INVALID_EMAIL_FORMAT: createLogin(
    { Email: 'grace at dental' },
    'Creates a login for something that is no email address.',
  ),
  INVALID_HTTP_METHOD: sendSms(
    { WebhookUri: 'https://dental.example/hook', WebhookMethod: 'FETCH' },
    'Asks for a webhook with the method FETCH.',
  ),
  INVALID_HTTP_URI_FORMAT: sendSms({ WebhookUri: 'dental.example/hook' }, 'Gives a webhook without https://.'),
  INVALID_MODEL_STATE: post('/Properties/PR2001/Messages', [sms], 'Sends a list where one message is expected.'),
  INVALID_PATCH_PAYLOAD: {
    description: 'Sends a JSON Patch where a merge patch is expected.',
    method: 'PATCH',
    path: '/Properties/PR2001',
    body: [{ op: 'replace', path: '/Name', value: 'Harbor Dentists' }],
  },
  INVALID_PERMISSION_VALUE: createLogin(
    { Scopes: 'Calls,Coffee' },
    'Creates a login with a scope that does not exist.',
  ),
  INVALID_PERMISSIONS: post(
    '/OnlineLogins/OL5001',
    { Permissions: [{ AccountSid: 'AC1001', PropertySid: 'PR2001', Scopes: 'Calls' }] },
    'Gives a login one permission for an account and a project at once.',
  ),
  INVALID_PHONENUMBER_FORMAT: sendSms({ To: '020 7946 0501' }, 'Sends a message to a number without its country code.'),
  INVALID_SMS_DIRECTION: get('/Messages?Direction=Sideways', 'Lists the messages of an unknown direction.'),
  INVALID_SMS_SENDER: sendSms(
    { From: 'Harbor Dental Clinic' },
    'Sends a message from a name of more than 11 characters.',
  ),
  INVALID_SMS_STATUS: get('/Messages?Status=Lost', 'Lists the messages of an unknown status.'),
  INVALID_SMS_TEXT: sendSms({ Text: '   ' }, 'Sends a message of blanks.'),
  INVALID_WHISPER_MEDIAID: configure({ WhisperMediaId: 'WM9999' }, 'Whispers something that was never recorded.'),
  LOCATION_NOT_FOUND: get('/Locations?CountryCode=GB&Region=Scotland&City=London', 'Looks for London in Scotland.'),
  MESSAGE_NOT_FOUND: get('/Messages/SM9999', 'Opens a message that does not exist.'),
  NO_SMS_AGREEMENT: post(
    '/Properties/PR2003/Messages',
    { ...sms, From: '+442079460301' },
    'Sends a message for an account without SMS agreement.',
  ),
  NUMBER_ALLOCATION_FAILED: {
    ...sendUnsigned('+442079460504'),
    description: 'Sends a message without From when all lent numbers are taken.',
    setup: ['+442079460501', '+442079460502', '+442079460503'].map(sendUnsigned),
  },
  NUMBER_BELONGS_TO_DIFFERENT_PROPERTY: post(
    '/Properties/PR2001/Numbers',
    { Number: '+442079460201' },
    'Purchases a number that another property has.',
  ),
  NUMBER_NOT_FOUND: post('/Numbers/442079460999', { Friendly: 'Ghost' }, 'Configures a number that nobody has.'),
  ONE_OF_SEVERAL_PARAMETERS_REQUIRED: post(
    '/Addresses',
    { ...address, LastName: '' },
    'Creates an address of neither a company nor a person.',
  ),
  ONLINE_LOGIN_EMAIL_EXISTS: createLogin(
    { Email: 'Ada@dental.example' },
    'Creates a second login for one email address.',
  ),
  ONLINE_LOGIN_NOT_FOUND: get('/OnlineLogins/OL9999', 'Opens an online login that does not exist.'),
  PARAMETER_INVALID: createTrunk({ ChannelLimit: 5000 }, 'Creates a trunk with more channels than there may be.'),
  PARAMETER_REQUIRED: post('/Properties/PR2001/Messages', {}, 'Sends an empty form.'),
  PARAMETER_TOO_LONG: sendSms({ Text: 'Very late. '.repeat(200) }, 'Sends a message of 2200 characters.'),
  PARAMETER_TOO_SHORT: createLogin({ Password: 'secret' }, 'Creates a login with a password of six characters.'),
  PERMISSION_EXCEEDS_ACCESS_BOUNDARY: createLogin({ Scopes: 'Calls,Billing' }, 'Grants a scope that the caller lacks.'),
  PROJECT_LIMIT_REACHED: {
    ...post('/Properties', { Name: 'One too many' }, 'Creates a project when the account has all it may have.'),
    setup: [{ method: 'POST', path: '/Properties', body: { Name: 'The last one' } }],
  },
  PROPERTY_NOT_FOUND: post('/Properties/PR9999/Messages', sms, 'Sends a message for a property that does not exist.'),
  RECORD_NOT_FOUND: get('/Calls/CA8002/Recording', 'Plays the recording of a call that was not recorded.'),
  SCHEDULED_TIME_OUT_OF_RANGE: sendSms({ Schedule: 4_102_444_800 }, 'Schedules a message for the year 2100.'),
  SIP_TRUNK_NOT_FOUND: get('/SipTrunk/ST9999', 'Opens a SIP trunk that does not exist.'),
  SIP_TRUNK_WAS_DELETED: {
    ...get('/SipTrunk/ST6001', 'Opens a SIP trunk after deleting it.'),
    setup: [{ method: 'DELETE', path: '/SipTrunk/ST6001' }],
  },
  SMS_LEASED_NUMBER_NOT_OWNED: sendSms({ From: '+442079460900' }, 'Sends from a lent number that somebody else has.'),
  SMS_NOT_ENABLED: post(
    '/Properties/PR2002/Messages',
    { ...sms, From: '+442079460201' },
    'Sends a message for a property without SMS.',
  ),
  UNKNOWN_CAPABILITY: get(
    '/AvailableNumbers?CountryCode=GB&Capability=Telepathy',
    'Looks for a number that reads minds.',
  ),
  UNKNOWN_DISPOSITION: get('/Calls?Disposition=Grumpy', 'Lists the calls of an unknown disposition.'),
  UNKNOWN_NUMBERTYPE: get(
    '/AvailableNumbers?CountryCode=GB&NumberType=Golden',
    'Looks for numbers of an unknown type.',
  ),
  UNKNOWN_PREAMBLE_OPTION: configure({ Preamble: 'Fanfare' }, 'Welcomes callers in an unknown way.'),
  UNKNOWN_RECORDING_OPTION: configure({ Recording: 'Sometimes' }, 'Records calls in an unknown way.'),
  UNKNOWN_ROUTING_METHOD: configure({ RoutingMethod: 'Pigeon' }, 'Routes a number in an unknown way.'),
  UNKNOWN_TIME_ZONE: {
    description: 'Sets an IANA time zone where a Windows id is expected.',
    method: 'PATCH',
    path: '/Properties/PR2001',
    body: { TimeZone: 'Europe/London' },
  },
}
