// Imports the built package by its name, as an app on Node does, and lets it do its work once.
import assert from 'node:assert/strict'
import { normalizeError as fromCore } from 'react-api-errors/core'
import { ApiErrorClient, isApiError, normalizeError } from 'react-api-errors'
import { en } from 'react-api-errors/locales/en'
import { nl } from 'react-api-errors/locales/nl'
import { makeFailure } from 'react-api-errors/testing'

assert.equal(normalizeError, fromCore, 'two entries hold two copies of one function')

const client = new ApiErrorClient({ locales: [en, nl] })
const failure = makeFailure('ADDRESS_CANNOT_BE_DELETED')
assert(isApiError(failure, 'ADDRESS_CANNOT_BE_DELETED'))
await client.setLocale('nl')
const { text, locale } = client.messages.translator().resolve({ code: failure.code, category: 'state' }, 'title')
assert.equal(text, nl.codes.ADDRESS_CANNOT_BE_DELETED[0])
assert.equal(locale, 'nl')
console.log('The built package works on Node:', text)
