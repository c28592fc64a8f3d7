import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import {
  channelLimit,
  companyName,
  email,
  endpointNumber,
  flow,
  lastName,
  password,
  routingMethod,
  smsFields,
  street,
  trunkName,
} from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Parameters',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

export const ParameterRequired: CodeStory = {
  args: {
    code: 'PARAMETER_REQUIRED',
    title: 'Send a text message',
    action: 'Send',
    fields: smsFields,
    home: 'field',
    marks: ['to', 'text'],
  },
}

/** The limits stand at the control. */
export const ParameterInvalid: CodeStory = {
  args: {
    code: 'PARAMETER_INVALID',
    title: 'New SIP trunk',
    action: 'Create',
    fields: [trunkName, channelLimit],
    home: 'field',
    marks: ['channelLimit'],
    limits: { min: 1, max: 1000 },
  },
}

/** The control knows no limit: the server's Message tells it, as a detail. */
export const ParameterTooLong: CodeStory = {
  args: {
    code: 'PARAMETER_TOO_LONG',
    title: 'Send a text message',
    action: 'Send',
    fields: smsFields,
    home: 'field',
    marks: ['text'],
  },
}

/** Only the Message names the field. */
export const ParameterTooShort: CodeStory = {
  args: {
    code: 'PARAMETER_TOO_SHORT',
    title: 'New login',
    action: 'Create',
    fields: [email, password],
    home: 'field',
    marks: ['password'],
    limits: { min: 10 },
  },
}

/** One message for the group: the first field shows it, each is described by it. */
export const OneOfSeveralParametersRequired: CodeStory = {
  args: {
    code: 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED',
    title: 'New address',
    action: 'Create',
    fields: [companyName, lastName, street],
    home: 'field',
    marks: ['companyName', 'lastName'],
  },
}

export const ConflictingParameters: CodeStory = {
  args: {
    code: 'CONFLICTING_PARAMETERS',
    title: 'Phone number settings',
    action: 'Save',
    fields: [routingMethod, flow, endpointNumber],
    home: 'field',
    marks: ['routingMethod', 'endpointNumber'],
  },
}
