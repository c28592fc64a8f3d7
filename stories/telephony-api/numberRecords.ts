import type { capabilities, numberTypes, preambleOptions, recordingOptions, routingMethods } from './vocabulary.js'

/** What can be configured on a number. */
export interface NumberSettings {
  readonly Friendly: string | null
  readonly AddressSid: string | null
  readonly Attribution_Source: string | null
  readonly Attribution_Medium: string | null
  readonly Attribution_Campaign: string | null
  readonly Attribution_Content: string | null
  readonly RoutingMethod: (typeof routingMethods)[number] | null
  readonly EndpointNumber: string | null
  readonly Flow: string | null
  readonly Recording: (typeof recordingOptions)[number] | null
  readonly Preamble: (typeof preambleOptions)[number] | null
  readonly WhisperMediaId: string | null
  readonly SendSmsFrom: string | null
  readonly SendSmsTo: string | null
  readonly SendEmailFrom: string | null
  readonly SendEmailTo: string | null
}

/** A number that a property has purchased. */
export interface PhoneNumber extends NumberSettings {
  readonly Number: string
  readonly PropertySid: string
  readonly Status: 'Active' | 'Pending'
}

/** A number on sale. */
export interface AvailableNumber {
  readonly Number: string
  readonly CountryCode: string
  readonly Region: string
  readonly City: string
  readonly NumberType: (typeof numberTypes)[number]
  readonly Capabilities: readonly (typeof capabilities)[number][]
}

/** A number of the shared pool, lent for messages that name no sender. */
export interface Lease {
  readonly Number: string
  readonly PropertySid: string | null
  readonly To: string | null
}
