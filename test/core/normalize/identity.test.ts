import { describe, expect, test } from 'vitest'
import { ApiError, isApiError } from '../../../src/core/ApiError.js'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'

const body = {
  ResponseStatus: {
    ErrorCode: 'PARAMETER_TOO_LONG',
    Message: 'Too long.',
    Errors: [{ FieldName: 'Text', Meta: { MaxLength: '160' } }],
  },
}
const failure = () => ({ response: { status: 400, data: body, headers: { 'X-Request-Id': 'r1', 'Retry-After': '3' } } })

describe('the same failure', () => {
  test('gives the same error', () => {
    const thrown = failure()
    expect(normalizeError(thrown)).toBe(normalizeError(thrown))
    expect(normalizeError(thrown)).not.toBe(normalizeError(failure()))
  })

  test('gives another one when something else is known of it', () => {
    const thrown = { ErrorCode: 'FORBIDDEN' }
    expect(normalizeError(thrown).status).toBeUndefined()
    expect(normalizeError(thrown, { status: 403 }).status).toBe(403)
    expect(normalizeError(thrown).status).toBeUndefined()
  })
})

describe('an ApiError', () => {
  test('is a real Error that keeps the failure in its cause only', () => {
    const thrown = failure()
    const error = normalizeError(thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(Error)
    expect(error.cause).toBe(thrown)
    expect(Object.keys(error)).not.toContain('cause')
  })

  test('is returned as it is', () => {
    const error = normalizeError(failure())
    expect(normalizeError(error)).toBe(error)
    expect(normalizeError(error, { status: 500 })).toBe(error)
    for (const thrown of [new Error('x'), new TypeError('Failed to fetch')]) {
      const noAnswer = normalizeError(thrown)
      expect(normalizeError(noAnswer)).toBe(noAnswer)
      expect(normalizeError(noAnswer, { parsers: [] })).toBe(noAnswer)
    }
  })

  test('is rebuilt from JSON and from structuredClone without a loss', () => {
    const error = normalizeError(failure())
    const plain: unknown = JSON.parse(JSON.stringify(error))
    for (const copy of [
      plain,
      structuredClone(error.toJSON()),
      Object.assign(new Error('PARAMETER_TOO_LONG (HTTP 400)'), plain),
    ]) {
      const rebuilt = normalizeError(copy)
      expect(rebuilt).toBeInstanceOf(ApiError)
      expect(rebuilt.toJSON()).toEqual(error.toJSON())
    }
    const lost: unknown = JSON.parse(JSON.stringify(normalizeError(new TypeError('Failed to fetch'))))
    expect(normalizeError(lost)).toMatchObject({ kind: 'network', code: 'NETWORK' })
    const many = normalizeError({
      Errors: Array.from({ length: 1500 }, (_, n) => ({ FieldName: `F${n}` })),
      ErrorCode: 'X',
    })
    expect(normalizeError(JSON.parse(JSON.stringify(many)))).toMatchObject({
      omittedIssues: 500,
      issues: { length: 1000 },
    })
  })

  test('of JSON gives way to a status that the caller knows', () => {
    const copyOf = (thrown: unknown): unknown => JSON.parse(JSON.stringify(normalizeError(thrown)))
    expect(normalizeError(copyOf(new TypeError('Failed to fetch')), { status: 502 })).toMatchObject({
      kind: 'http',
      status: 502,
      code: 'HTTP_502',
      issues: [{ code: 'HTTP_502' }],
    })
    expect(normalizeError(copyOf({ status: 500 }), { status: 400 })).toMatchObject({
      status: 400,
      code: 'HTTP_400',
      issues: [{ code: 'HTTP_400' }],
    })
    expect(normalizeError(copyOf(failure()), { status: 409 })).toMatchObject({
      status: 409,
      code: 'PARAMETER_TOO_LONG',
      serverMessage: 'Too long.',
      issues: [{ code: 'PARAMETER_TOO_LONG', fieldName: 'Text' }],
    })
  })

  test('that is forged is cleaned like any body', () => {
    const { brand } = normalizeError(failure())
    const forged = {
      brand,
      code: 'X',
      kind: 'http',
      serverMessage: '<script>',
      issues: [null, { fieldName: 'a\u202eb', serverMessage: '{"a":1}', code: '' }],
    }
    expect(normalizeError(forged).toJSON()).toMatchObject({
      code: 'X',
      serverMessage: undefined,
      issues: [{ code: 'X' }, { code: 'X', fieldName: 'ab', serverMessage: undefined }],
    })
    expect(normalizeError({ brand, code: 'FORBIDDEN' })).toMatchObject({
      code: 'FORBIDDEN',
      kind: 'http',
      issues: [{ code: 'FORBIDDEN' }],
    })
    expect(isApiError(normalizeError({ brand, code: Symbol('x'), issues: 5 }))).toBe(true)
  })
})
