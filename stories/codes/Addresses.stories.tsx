import type { Meta } from '@storybook/react-vite'
import { asAppCode } from './appCodeOf.js'
import { CodeExample, type CodeExampleProps, type CodeStory } from './CodeExample.js'
import { addressSid, country } from './fields.js'
import { showsItsMessage } from './showsItsMessage.js'

const meta = {
  title: 'Codes/Addresses and countries',
  component: CodeExample,
  parameters: asAppCode,
  play: showsItsMessage,
} satisfies Meta<CodeExampleProps>
export default meta

const search = { title: 'Find a phone number', action: 'Search', fields: [country] } as const

/** The list has no field and no summary: a toast says it. */
export const AddressCannotBeDeleted: CodeStory = {
  args: {
    code: 'ADDRESS_CANNOT_BE_DELETED',
    title: 'Addresses',
    item: '1 Harbor Street, London',
    action: 'Delete',
    home: 'toast',
  },
}

export const AddressNotFound: CodeStory = {
  args: {
    code: 'ADDRESS_NOT_FOUND',
    title: 'Phone number settings',
    action: 'Save',
    fields: [addressSid],
    home: 'field',
    marks: ['addressSid'],
  },
}

export const CountryNotFound: CodeStory = {
  args: { ...search, code: 'COUNTRY_NOT_FOUND', home: 'field', marks: ['countryCode'] },
}

export const CountryUnavailable: CodeStory = {
  args: { ...search, code: 'COUNTRY_UNAVAILABLE', home: 'field', marks: ['countryCode'] },
}
