import type { dispositions, smsDirections, smsStatuses } from './vocabulary.js'

/** A customer of the API. */
export interface Account {
  readonly AccountSid: string
  readonly Name: string
  readonly SmsAgreement: boolean
  readonly ProjectLimit: number
}

/** A project of an account; the URLs call it a property. */
export interface Property {
  readonly PropertySid: string
  readonly AccountSid: string
  readonly Name: string
  readonly MainDomain: string | null
  readonly TimeZone: string
  readonly SmsEnabled: boolean
  readonly CallRecordingEnabled: boolean
  readonly IntegrationsEnabled: boolean
  readonly Active: boolean
}

/** Where a number is registered. */
export interface Address {
  readonly AddressSid: string
  readonly AccountSid: string
  readonly CompanyName: string | null
  readonly FirstName: string | null
  readonly LastName: string | null
  readonly Street: string
  readonly City: string
  readonly PostalCode: string
  readonly CountryCode: string
}

/** An SMS message. */
export interface Message {
  readonly MessageSid: string
  readonly AccountSid: string
  readonly PropertySid: string
  readonly From: string
  readonly To: string
  readonly Text: string
  readonly NumSegments: number
  readonly Status: (typeof smsStatuses)[number]
  readonly Direction: (typeof smsDirections)[number]
  readonly Scheduled: string | null
  readonly Created: string
  readonly Submitted: string | null
  readonly Delivered: string | null
  readonly Received: string | null
  readonly ErrorCode: string | null
}

/** What a login may do, for one property or a whole account. */
export interface Permission {
  readonly AccountSid?: string
  readonly PropertySid?: string
  readonly Scopes: string
}

/** A person who can sign in. */
export interface OnlineLogin {
  readonly OnlineLoginSid: string
  readonly AccountSid: string
  readonly Email: string
  readonly FirstName: string
  readonly LastName: string
  readonly Enabled: boolean
  readonly Permissions: readonly Permission[]
}

/** A trunk that carries the calls of a property; a deleted one is remembered. */
export interface SipTrunk {
  readonly SipTrunkSid: string
  readonly PropertySid: string
  readonly Name: string
  readonly DefaultCallerId: string | null
  readonly Type: number
  readonly SipTrunkIpAddresses: readonly { readonly IpAddress: string }[]
  readonly SipTrunkCredentials: { readonly Realm: string } | null
  readonly SipTrunkAllowedCountries: readonly { readonly CountryCode: string }[]
  readonly ChannelLimit: number
  readonly CustomerReference: string | null
  readonly Deleted: boolean
}

/** A call flow; its id is what the documentation calls the flow's ConfigID. */
export interface Flow {
  readonly Flow: string
  readonly AccountSid: string
  readonly Name: string
}

/** A telephone call. */
export interface Call {
  readonly CallSid: string
  readonly PropertySid: string
  readonly From: string
  readonly To: string
  readonly StartDate: string
  readonly Duration: number
  readonly Disposition: (typeof dispositions)[number]
  readonly RecordingSid: string | null
}

/** A country; numbers can be had in those that are available. */
export interface Country {
  readonly CountryCode: string
  readonly Name: string
  readonly Available: boolean
}

/** A place in which numbers are on sale. */
export interface Location {
  readonly CountryCode: string
  readonly Region: string
  readonly City: string
  readonly PostalCode: string
}
