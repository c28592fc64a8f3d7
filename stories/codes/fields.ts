import {
  capabilities,
  dispositions,
  numberTypes,
  preambleOptions,
  recordingOptions,
  routingMethods,
  smsDirections,
  smsStatuses,
  webhookMethods,
} from '../telephony-api/vocabulary.js'
import type { FormField } from './FormField.js'

// The fields of the example forms, each with the words that the app has for it.

export const to: FormField = { name: 'to', label: 'To', type: 'tel' }
export const from: FormField = { name: 'from', label: 'From', hint: 'A number, or a name of up to 11 characters' }
export const text: FormField = { name: 'text', label: 'Message', type: 'textarea' }
export const schedule: FormField = {
  name: 'schedule',
  label: 'Send at',
  type: 'datetime-local',
  value: '2100-01-01T00:00',
}
export const webhookUri: FormField = { name: 'webhookUri', label: 'Webhook address', type: 'url' }
export const webhookMethod: FormField = { name: 'webhookMethod', label: 'Webhook method', options: webhookMethods }
export const direction: FormField = { name: 'direction', label: 'Direction', options: smsDirections }
export const status: FormField = { name: 'status', label: 'Status', options: smsStatuses }

export const property: FormField = {
  name: 'propertySid',
  label: 'Property',
  options: [
    ['PR2001', 'Harbor Dental'],
    ['PR2002', 'Harbor Physio'],
    ['PR2003', 'Sunrise Bakery'],
  ],
}
export const propertyName: FormField = { name: 'name', label: 'Name' }
export const timeZone: FormField = {
  name: 'timeZone',
  label: 'Time zone',
  options: ['GMT Standard Time', 'W. Europe Standard Time'],
}

export const number: FormField = { name: 'number', label: 'Phone number', type: 'tel' }
export const addressSid: FormField = {
  name: 'addressSid',
  label: 'Address',
  options: [['AD3001', '1 Harbor Street, London']],
}
export const routingMethod: FormField = { name: 'routingMethod', label: 'Route calls to', options: routingMethods }
export const flow: FormField = {
  name: 'flow',
  label: 'Flow',
  options: [
    ['FL7001', 'Office hours'],
    ['FL7002', 'Holidays'],
  ],
}
export const endpointNumber: FormField = { name: 'endpointNumber', label: 'Endpoint number', type: 'tel' }
export const recording: FormField = { name: 'recording', label: 'Record calls', options: recordingOptions }
export const preamble: FormField = { name: 'preamble', label: 'Preamble', options: preambleOptions }
export const whisperMediaId: FormField = {
  name: 'whisperMediaId',
  label: 'Whisper recording',
  options: [
    ['WM8801', 'A call from the website'],
    ['WM8802', 'A call from an advert'],
  ],
}

export const countryCode: FormField = { name: 'countryCode', label: 'Country', hint: 'A code of two letters' }
export const country: FormField = {
  name: 'countryCode',
  label: 'Country',
  options: [
    ['GB', 'United Kingdom'],
    ['NL', 'Netherlands'],
    ['AQ', 'Antarctica'],
  ],
}
export const region: FormField = { name: 'region', label: 'Region' }
export const city: FormField = { name: 'city', label: 'City' }
export const capability: FormField = { name: 'capability', label: 'Capability', options: capabilities }
export const numberType: FormField = { name: 'numberType', label: 'Type of number', options: numberTypes }
export const disposition: FormField = { name: 'disposition', label: 'How the call ended', options: dispositions }
export const startDate: FormField = { name: 'startDate', label: 'Start date', type: 'date' }
export const endDate: FormField = { name: 'endDate', label: 'End date', type: 'date' }

export const companyName: FormField = { name: 'companyName', label: 'Company' }
export const lastName: FormField = { name: 'lastName', label: 'Last name' }
export const street: FormField = { name: 'street', label: 'Street' }

export const email: FormField = { name: 'email', label: 'Email', type: 'email' }
export const password: FormField = { name: 'password', label: 'Password', type: 'password', minLength: 10 }
export const scopes: FormField = { name: 'scopes', label: 'Permissions', hint: 'Separate several with commas' }
export const account: FormField = {
  name: 'accountSid',
  label: 'Account',
  options: [
    ['AC1001', 'Harbor Group'],
    ['AC1002', 'Sunrise Bakery'],
  ],
}

export const trunkName: FormField = { name: 'name', label: 'Name' }
export const channelLimit: FormField = { name: 'channelLimit', label: 'Channels', type: 'number', min: 1, max: 1000 }

/** The form that most examples are about. */
export const smsFields: readonly FormField[] = [to, from, text]
