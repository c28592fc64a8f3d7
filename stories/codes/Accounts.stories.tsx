import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import { account, email, password, property, propertyName, scopes, smsFields } from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Accounts and permissions',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

const newLogin = { title: 'New login', action: 'Create', fields: [email, password, scopes] } as const

export const AccountNotFound: CodeStory = {
  args: { code: 'ACCOUNT_NOT_FOUND', title: 'Account', home: 'page' },
}

/** A login that may only read: nothing that the user entered is wrong. */
export const Forbidden: CodeStory = {
  args: { code: 'FORBIDDEN', title: 'Send a text message', action: 'Send', fields: smsFields, home: 'summary' },
}

export const InvalidPermissionValue: CodeStory = {
  args: { ...newLogin, code: 'INVALID_PERMISSION_VALUE', home: 'field', marks: ['scopes'] },
}

/** The server speaks of the permissions as a whole, which no single field is. */
export const InvalidPermissions: CodeStory = {
  args: {
    code: 'INVALID_PERMISSIONS',
    title: 'Login settings',
    action: 'Save',
    fields: [
      { ...account, value: 'AC1001' },
      { ...property, value: 'PR2001' },
    ],
    home: 'summary',
  },
}

export const OnlineLoginEmailExists: CodeStory = {
  args: { ...newLogin, code: 'ONLINE_LOGIN_EMAIL_EXISTS', home: 'field', marks: ['email'] },
}

export const OnlineLoginNotFound: CodeStory = {
  args: { code: 'ONLINE_LOGIN_NOT_FOUND', title: 'Login', home: 'page' },
}

export const PermissionExceedsAccessBoundary: CodeStory = {
  args: { ...newLogin, code: 'PERMISSION_EXCEEDS_ACCESS_BOUNDARY', home: 'field', marks: ['scopes'] },
}

export const ProjectLimitReached: CodeStory = {
  args: {
    code: 'PROJECT_LIMIT_REACHED',
    title: 'New project',
    action: 'Create',
    fields: [propertyName],
    home: 'summary',
  },
}

export const PropertyNotFound: CodeStory = {
  args: {
    code: 'PROPERTY_NOT_FOUND',
    title: 'Send a text message',
    action: 'Send',
    fields: [property, ...smsFields],
    home: 'field',
    marks: ['propertySid'],
  },
}

export const RecordNotFound: CodeStory = {
  args: { code: 'RECORD_NOT_FOUND', title: 'Recording', home: 'page' },
}
