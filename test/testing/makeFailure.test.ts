import { describe, expect, expectTypeOf, test } from 'vitest'
import { errorCatalog, pseudoCatalog, type ErrorCode, type PseudoCode } from '../../src/catalog.js'
import { isApiError, type ApiError } from '../../src/core/ApiError.js'
import { normalizeError } from '../../src/core/normalize/normalizeError.js'
import { readApiError } from '../../src/core/normalize/readApiError.js'
import { makeFailure, type FailureBody } from '../../src/testing/index.js'

const isCode =
  <Code extends string>(catalog: Readonly<Record<Code, unknown>>) =>
  (code: string): code is Code =>
    Object.hasOwn(catalog, code)

const documented = Object.keys(errorCatalog).filter(isCode(errorCatalog))
const pseudo = Object.keys(pseudoCatalog).filter(isCode(pseudoCatalog))

describe('a documented failure', () => {
  test.each(documented)('of %s is the same as error, as response and as body', async (code) => {
    const error = makeFailure(code)
    const answered = await readApiError(makeFailure(code, { as: 'response' }))
    const parsed = normalizeError(makeFailure(code, { as: 'body' }), { status: error.status })

    expect(error).toMatchObject({ kind: 'http', code, status: errorCatalog[code].status })
    expect(answered.toJSON()).toEqual(error.toJSON())
    expect(parsed.toJSON()).toEqual(error.toJSON())
  })

  test('is a new one at each call', () => {
    expect(makeFailure('FORBIDDEN')).not.toBe(makeFailure('FORBIDDEN'))
  })

  test('names the field that its code implies, and both of a pair', () => {
    expect(makeFailure('INVALID_SMS_TEXT').issues.map(({ fieldName }) => fieldName)).toEqual(['Text'])
    expect(makeFailure('INVALID_DATE_RANGE').issues.map(({ fieldName }) => fieldName)).toEqual(['StartDate', 'EndDate'])
    expect(makeFailure('FORBIDDEN').issues.map(({ fieldName }) => fieldName)).toEqual([undefined])
  })

  test('names the fields that it is told, also none', () => {
    expect(
      makeFailure('PARAMETER_REQUIRED', { fields: ['To', 'Text'] }).issues.map(({ fieldName }) => fieldName),
    ).toEqual(['To', 'Text'])
    expect(makeFailure('INVALID_SMS_TEXT', { fields: [], as: 'body' })).toEqual({
      ResponseStatus: { ErrorCode: 'INVALID_SMS_TEXT', Message: 'Invalid sms text.' },
    })
  })

  test('concatenates the names where the documentation says so', () => {
    expect(
      makeFailure('ONE_OF_SEVERAL_PARAMETERS_REQUIRED', { fields: ['CompanyName', 'LastName'], as: 'body' }),
    ).toEqual({
      ResponseStatus: {
        ErrorCode: 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED',
        Message: 'One of several parameters required: CompanyName, LastName.',
        Errors: [{ FieldName: 'CompanyName,LastName' }],
      },
    })
  })

  test('takes message, status, request id and the time to wait', async () => {
    const options = { message: 'Two projects are all you get.', status: 500, requestId: 'req-7', retryAfter: 9 }
    const error = makeFailure('PROJECT_LIMIT_REACHED', options)
    const response = makeFailure('PROJECT_LIMIT_REACHED', { ...options, as: 'response' })

    expect(error).toMatchObject({ status: 500, requestId: 'req-7', retryAfter: 9 })
    expect(response.status).toBe(500)
    expect(response.headers.get('X-Request-Id')).toBe('req-7')
    expect(await response.json()).toMatchObject({ ResponseStatus: { Message: 'Two projects are all you get.' } })
  })
})

describe('a failure without an ErrorCode', () => {
  test.each(pseudo)('of %s is recognized', (code) => {
    expect(isApiError(makeFailure(code), code)).toBe(true)
  })

  test.each(['HTTP_401', 'HTTP_404', 'HTTP_429', 'HTTP_500'] as const)(
    '%s is the same as error and as response',
    async (code) => {
      const answered = await readApiError(makeFailure(code, { as: 'response' }))
      expect(answered.toJSON()).toEqual(makeFailure(code).toJSON())
    },
  )

  test('HTTP_429 asks to wait', () => {
    expect(makeFailure('HTTP_429').retryAfter).toBe(5)
    expect(makeFailure('HTTP_429', { retryAfter: 60 }).retryAfter).toBe(60)
  })

  test('PARSE is a good answer that is no JSON', async () => {
    const response = makeFailure('PARSE', { as: 'response' })
    const thrown = await response.json().catch((error: unknown) => error)
    expect(response.ok).toBe(true)
    expect(normalizeError(thrown).code).toBe('PARSE')
  })

  test.each(['NETWORK', 'TIMEOUT', 'ABORTED', 'PARSE', 'UNKNOWN'] as const)(
    '%s keeps what the platform throws as its cause',
    (code) => {
      expect(makeFailure(code).cause).toHaveProperty('message')
    },
  )
})

test('the type says what comes', () => {
  expectTypeOf(makeFailure('FORBIDDEN')).toEqualTypeOf<ApiError>()
  expectTypeOf(makeFailure('FORBIDDEN', { as: 'body' })).toEqualTypeOf<FailureBody>()
  expectTypeOf(makeFailure('HTTP_500', { as: 'response' })).toEqualTypeOf<Response>()
  expectTypeOf(makeFailure).parameter(0).toExtend<ErrorCode | PseudoCode>()
})

test('no answer came: there is no response and no body', () => {
  // @ts-expect-error the network gave no response
  const response = () => makeFailure('NETWORK', { as: 'response' })
  // @ts-expect-error nothing was parsed
  const body = () => makeFailure('PARSE', { as: 'body' })
  expect([response, body]).toHaveLength(2)
})
