import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import { direction, property, smsFields, status } from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Text messages',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

const sendSms = { title: 'Send a text message', action: 'Send', fields: smsFields } as const
const searchMessages = { title: 'Text messages', action: 'Search', fields: [direction, status] } as const

export const InvalidSmsDirection: CodeStory = {
  args: { ...searchMessages, code: 'INVALID_SMS_DIRECTION', home: 'field', marks: ['direction'] },
}

export const InvalidSmsSender: CodeStory = {
  args: { ...sendSms, code: 'INVALID_SMS_SENDER', home: 'field', marks: ['from'] },
}

export const InvalidSmsStatus: CodeStory = {
  args: { ...searchMessages, code: 'INVALID_SMS_STATUS', home: 'field', marks: ['status'] },
}

export const InvalidSmsText: CodeStory = {
  args: { ...sendSms, code: 'INVALID_SMS_TEXT', home: 'field', marks: ['text'] },
}

export const MessageNotFound: CodeStory = {
  args: { code: 'MESSAGE_NOT_FOUND', title: 'Text message', home: 'page' },
}

/** It is about the account, which is no field of the form. */
export const NoSmsAgreement: CodeStory = {
  args: { ...sendSms, code: 'NO_SMS_AGREEMENT', fields: [property, ...smsFields], home: 'summary' },
}

export const SmsLeasedNumberNotOwned: CodeStory = {
  args: { ...sendSms, code: 'SMS_LEASED_NUMBER_NOT_OWNED', home: 'field', marks: ['from'] },
}

/** The server names no field: the code implies the property. */
export const SmsNotEnabled: CodeStory = {
  args: {
    ...sendSms,
    code: 'SMS_NOT_ENABLED',
    fields: [property, ...smsFields],
    home: 'field',
    marks: ['propertySid'],
  },
}
