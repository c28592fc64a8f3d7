import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import {
  city,
  countryCode,
  email,
  endDate,
  password,
  propertyName,
  schedule,
  scopes,
  smsFields,
  startDate,
  street,
  text,
  timeZone,
  to,
  webhookMethod,
  webhookUri,
} from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Formats',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

export const InvalidCountrycodeFormat: CodeStory = {
  args: {
    code: 'INVALID_COUNTRYCODE_FORMAT',
    title: 'New address',
    action: 'Create',
    fields: [street, city, countryCode],
    home: 'field',
    marks: ['countryCode'],
  },
}

export const InvalidDateRange: CodeStory = {
  args: {
    code: 'INVALID_DATE_RANGE',
    title: 'Calls',
    action: 'Show',
    fields: [startDate, endDate],
    home: 'field',
    marks: ['startDate', 'endDate'],
  },
}

/** The server names no field: the code implies it. */
export const InvalidEmailFormat: CodeStory = {
  args: {
    code: 'INVALID_EMAIL_FORMAT',
    title: 'New login',
    action: 'Create',
    fields: [email, password, scopes],
    home: 'field',
    marks: ['email'],
  },
}

export const InvalidHttpMethod: CodeStory = {
  args: {
    code: 'INVALID_HTTP_METHOD',
    title: 'Send a text message',
    action: 'Send',
    fields: [to, text, webhookUri, webhookMethod],
    home: 'field',
    marks: ['webhookMethod'],
  },
}

export const InvalidHttpUriFormat: CodeStory = {
  args: {
    code: 'INVALID_HTTP_URI_FORMAT',
    title: 'Send a text message',
    action: 'Send',
    fields: [to, text, webhookUri],
    home: 'field',
    marks: ['webhookUri'],
  },
}

/** The request as a whole is wrong: no field is to blame. */
export const InvalidModelState: CodeStory = {
  args: {
    code: 'INVALID_MODEL_STATE',
    title: 'Send a text message',
    action: 'Send',
    fields: smsFields,
    home: 'summary',
  },
}

export const InvalidPatchPayload: CodeStory = {
  args: {
    code: 'INVALID_PATCH_PAYLOAD',
    title: 'Property settings',
    action: 'Save',
    fields: [{ ...propertyName, value: 'Harbor Dentists' }],
    home: 'summary',
  },
}

export const InvalidPhonenumberFormat: CodeStory = {
  args: {
    code: 'INVALID_PHONENUMBER_FORMAT',
    title: 'Send a text message',
    action: 'Send',
    fields: smsFields,
    home: 'field',
    marks: ['to'],
  },
}

export const ScheduledTimeOutOfRange: CodeStory = {
  args: {
    code: 'SCHEDULED_TIME_OUT_OF_RANGE',
    title: 'Send a text message',
    action: 'Send',
    fields: [to, text, schedule],
    home: 'field',
    marks: ['schedule'],
  },
}

export const UnknownTimeZone: CodeStory = {
  args: {
    code: 'UNKNOWN_TIME_ZONE',
    title: 'Property settings',
    action: 'Save',
    fields: [timeZone],
    home: 'field',
    marks: ['timeZone'],
  },
}
