import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import {
  capability,
  city,
  country,
  disposition,
  flow,
  from,
  number,
  numberType,
  preamble,
  property,
  recording,
  region,
  routingMethod,
  text,
  to,
  whisperMediaId,
} from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Numbers and calls',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

const settings = { title: 'Phone number settings', action: 'Save' } as const
const search = { title: 'Find a phone number', action: 'Search', fields: [country, numberType, capability] } as const

export const CallNotFound: CodeStory = {
  args: { code: 'CALL_NOT_FOUND', title: 'Call', home: 'page' },
}

export const FlowNotFound: CodeStory = {
  args: { ...settings, code: 'FLOW_NOT_FOUND', fields: [routingMethod, flow], home: 'field', marks: ['flow'] },
}

export const InvalidWhisperMediaid: CodeStory = {
  args: {
    ...settings,
    code: 'INVALID_WHISPER_MEDIAID',
    fields: [whisperMediaId, recording],
    home: 'field',
    marks: ['whisperMediaId'],
  },
}

/** No filter alone is wrong: the summary speaks of all of them. */
export const LocationNotFound: CodeStory = {
  args: {
    code: 'LOCATION_NOT_FOUND',
    title: 'Find a location',
    action: 'Search',
    fields: [country, region, city],
    home: 'summary',
  },
}

export const NumberAllocationFailed: CodeStory = {
  args: {
    code: 'NUMBER_ALLOCATION_FAILED',
    title: 'Send a text message',
    action: 'Send',
    fields: [to, { ...from, hint: 'Leave it empty to borrow a number' }, text],
    home: 'field',
    marks: ['from'],
  },
}

export const NumberBelongsToDifferentProperty: CodeStory = {
  args: {
    code: 'NUMBER_BELONGS_TO_DIFFERENT_PROPERTY',
    title: 'Add a phone number',
    action: 'Add',
    fields: [number, property],
    home: 'field',
    marks: ['number', 'propertySid'],
  },
}

/** The list is older than the number's end. */
export const NumberNotFound: CodeStory = {
  args: {
    code: 'NUMBER_NOT_FOUND',
    title: 'Phone numbers',
    item: '+44 20 7946 0999',
    action: 'Name it Ghost',
    home: 'toast',
  },
}

export const UnknownCapability: CodeStory = {
  args: { ...search, code: 'UNKNOWN_CAPABILITY', fields: [country, capability], home: 'field', marks: ['capability'] },
}

export const UnknownDisposition: CodeStory = {
  args: {
    code: 'UNKNOWN_DISPOSITION',
    title: 'Calls',
    action: 'Search',
    fields: [disposition],
    home: 'field',
    marks: ['disposition'],
  },
}

export const UnknownNumbertype: CodeStory = {
  args: { ...search, code: 'UNKNOWN_NUMBERTYPE', fields: [country, numberType], home: 'field', marks: ['numberType'] },
}

export const UnknownPreambleOption: CodeStory = {
  args: { ...settings, code: 'UNKNOWN_PREAMBLE_OPTION', fields: [preamble], home: 'field', marks: ['preamble'] },
}

export const UnknownRecordingOption: CodeStory = {
  args: { ...settings, code: 'UNKNOWN_RECORDING_OPTION', fields: [recording], home: 'field', marks: ['recording'] },
}

export const UnknownRoutingMethod: CodeStory = {
  args: {
    ...settings,
    code: 'UNKNOWN_ROUTING_METHOD',
    fields: [routingMethod],
    home: 'field',
    marks: ['routingMethod'],
  },
}
