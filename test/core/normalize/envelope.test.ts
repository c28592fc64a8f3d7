import { describe, expect, test } from 'vitest'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'

const item = { FieldName: 'To' }
const status = { ErrorCode: 'PARAMETER_REQUIRED', Message: 'To is missing.', Errors: [item] }
const camel = { errorCode: 'PARAMETER_REQUIRED', message: 'To is missing.', errors: [{ fieldName: 'To' }] }
const snake = { error_code: 'PARAMETER_REQUIRED', message: 'To is missing.', errors: [{ field_name: 'To' }] }

const bodies: Record<string, unknown> = {
  'in PascalCase': { ResponseStatus: status },
  'in camelCase': { responseStatus: camel },
  'in snake_case': { response_status: snake },
  'in mixed casings': { responseStatus: status },
  bare: status,
  'bare in camelCase': camel,
  'under Result': { Result: { ResponseStatus: status } },
  'in one-element arrays': [[{ Result: { ResponseStatus: status } }]],
  'beside other data': { Numbers: [], Result: null, ResponseStatus: status },
  'as JSON text': JSON.stringify({ ResponseStatus: status }),
  'as JSON text with a BOM': `\ufeff ${JSON.stringify({ ResponseStatus: status })}`,
  'as bytes': new TextEncoder().encode(JSON.stringify({ ResponseStatus: status })),
  'as an ArrayBuffer': new TextEncoder().encode(JSON.stringify({ ResponseStatus: status })).buffer,
  'as JSON inside a Message': { ErrorCode: 'GatewayError', Message: JSON.stringify({ ResponseStatus: status }) },
  'as JSON in the message of an Error': new Error(JSON.stringify({ ResponseStatus: status })),
  'as one bare field error': { ErrorCode: 'PARAMETER_REQUIRED', FieldName: 'To', Message: 'To is missing.' },
  'with the code at the item only': {
    ResponseStatus: {
      ErrorCode: '',
      Message: 'To is missing.',
      Errors: [{ ErrorCode: 'PARAMETER_REQUIRED', FieldName: 'To' }],
    },
  },
  'with blanks around the code': { ResponseStatus: { ...status, ErrorCode: ' PARAMETER_REQUIRED\n' } },
}

describe('the documented body', () => {
  test.each(Object.entries(bodies))('is read %s', (_, body) => {
    expect(normalizeError(body, { status: 400 }).toJSON()).toMatchObject({
      kind: 'http',
      status: 400,
      code: 'PARAMETER_REQUIRED',
      serverMessage: 'To is missing.',
      issues: [
        {
          code: 'PARAMETER_REQUIRED',
          fieldName: 'To',
          serverMessage: 'To is missing.',
          severity: 'error',
          params: {},
          index: undefined,
        },
      ],
      omittedIssues: 0,
    })
  })

  test('is an answer of the server also where nothing tells the status', () => {
    expect(normalizeError({ ResponseStatus: status })).toMatchObject({
      kind: 'http',
      status: undefined,
      code: 'PARAMETER_REQUIRED',
    })
  })

  test('is known by its items where it has no code', () => {
    expect(normalizeError({ Message: 'No.', Errors: [item] }, { status: 400 })).toMatchObject({
      code: 'HTTP_400',
      issues: [{ fieldName: 'To', serverMessage: 'No.' }],
    })
  })

  test('wins in its documented casing over another one beside it', () => {
    const body = { responseStatus: { errorCode: 'SECOND' }, ResponseStatus: { ErrorCode: 'FIRST' } }
    expect(normalizeError(body).code).toBe('FIRST')
  })

  test.each([
    ['no Errors', {}],
    ['null', { Errors: null }],
    ['an empty list', { Errors: [] }],
    ['a number', { Errors: 5 }],
    ['items that say nothing', { Errors: [null, 7, {}] }],
  ])('with %s has one issue: the whole error', (_, errors) => {
    expect(normalizeError({ ResponseStatus: { ErrorCode: 'FORBIDDEN', Message: 'No.', ...errors } }).issues).toEqual([
      {
        code: 'FORBIDDEN',
        fieldName: undefined,
        params: {},
        serverMessage: 'No.',
        severity: 'error',
        index: undefined,
      },
    ])
  })

  test.each([
    ['a text', 'Too long.', [[undefined, 'Too long.']]],
    [
      'texts',
      ['Too long.', 'Too short.'],
      [
        [undefined, 'Too long.'],
        [undefined, 'Too short.'],
      ],
    ],
    ['a map of texts', { To: 'Too long.' }, [['To', 'Too long.']]],
    [
      'a map of lists',
      { To: ['Too long.', 'No digits.'], From: [] },
      [
        ['To', 'Too long.'],
        ['To', 'No digits.'],
      ],
    ],
    ['a map of items', { To: { Message: 'Too long.' } }, [['To', 'Too long.']]],
    ['nested arrays', [[{ FieldName: 'To', Message: 'Too long.' }]], [['To', 'Too long.']]],
    [
      'a mixture',
      ['Stop.', { FieldName: 'To' }, null, { From: 'Unknown.' }],
      [
        [undefined, 'Stop.'],
        ['To', 'Top.'],
        ['From', 'Unknown.'],
      ],
    ],
  ])('reads Errors that are %s', (_, errors, expected) => {
    const { issues } = normalizeError({ ResponseStatus: { ErrorCode: 'X', Message: 'Top.', Errors: errors } })
    expect(issues.map((issue) => [issue.fieldName, issue.serverMessage])).toEqual(expected)
  })

  test('lets an item have a code and a text of its own', () => {
    const body = {
      ResponseStatus: {
        ...status,
        Errors: [item, { ErrorCode: 'INVALID_SMS_TEXT', FieldName: 'Text', Message: 'Empty.' }],
      },
    }
    expect(normalizeError(body).issues).toMatchObject([
      { code: 'PARAMETER_REQUIRED', fieldName: 'To', serverMessage: 'To is missing.' },
      { code: 'INVALID_SMS_TEXT', fieldName: 'Text', serverMessage: 'Empty.' },
    ])
  })

  test('is still a failure when malformed', () => {
    for (const malformed of ['broken', 42, ['a', 'b'], { Message: { a: 1 } }])
      expect(normalizeError({ ResponseStatus: malformed }, { status: 400 })).toMatchObject({
        kind: 'http',
        code: 'HTTP_400',
        serverMessage: undefined,
      })
    expect(normalizeError({ ResponseStatus: { Message: 'Out of order.' } })).toMatchObject({
      kind: 'http',
      code: 'UNKNOWN',
      serverMessage: 'Out of order.',
    })
  })

  test('is not found in ordinary data', () => {
    expect(normalizeError({ Message: { MessageSid: 'M1', Status: 'Failed' } }, { status: 400 }).code).toBe('HTTP_400')
    expect(normalizeError([{ ErrorCode: 'A' }, { ErrorCode: 'B' }], { status: 400 }).code).toBe('HTTP_400')
    expect(
      normalizeError({ response_status: undefined, 'error-code': 'A', ERRORCODE: 'B' }, { status: 400 }).code,
    ).toBe('HTTP_400')
  })
})

describe('a code', () => {
  test.each(['PARAMETER_REQUIRED', 'NotEmpty', 'AB-CD-EF', 'a.b', `X${'1'.repeat(79)}`, 'constructor'])(
    '%s is kept as written',
    (code) => {
      expect(normalizeError({ ErrorCode: code }, { status: 400 }).code).toBe(code)
    },
  )

  test.each<unknown>([
    '',
    '500',
    500,
    999,
    true,
    {},
    { toString: 1, valueOf: 1 },
    'Exception',
    'two words',
    '__proto__',
    'ÄRGER',
    `X${'1'.repeat(80)}`,
    '<b>',
  ])('%j is none', (code) => {
    expect(normalizeError({ ResponseStatus: { ErrorCode: code } }, { status: 403 }).code).toBe('HTTP_403')
  })

  test('that is the status as text tells the status, and the text beside it is not the server’s', () => {
    expect(normalizeError({ responseStatus: { errorCode: '401', message: 'Unauthorized' } })).toMatchObject({
      kind: 'http',
      status: 401,
      code: 'HTTP_401',
      serverMessage: undefined,
    })
  })
})

describe('parsers of the app', () => {
  const fault = { fault: { id: 'QUOTA', text: 'Used up.', at: 'Credit' } }
  const parseFault = (body: unknown) =>
    typeof body === 'object' && body !== null && 'fault' in body
      ? {
          code: 'QUOTA',
          message: 'Used up.',
          issues: [{ fieldName: 'Credit', params: { max: 3 }, index: '2' }],
          status: 409,
          requestId: 'r1',
        }
      : undefined

  test('come first and are cleaned alike', () => {
    expect(normalizeError(fault, { parsers: [parseFault] }).toJSON()).toMatchObject({
      kind: 'http',
      status: 409,
      code: 'QUOTA',
      serverMessage: 'Used up.',
      requestId: 'r1',
      issues: [{ code: 'QUOTA', fieldName: 'Credit', params: { max: 3 }, index: 2 }],
    })
    const first = normalizeError(
      { ResponseStatus: status },
      { parsers: [() => ({ code: 'MINE', message: '<b>no</b>' })] },
    )
    expect(first).toMatchObject({ code: 'MINE', serverMessage: undefined })
  })

  test('that throw or know nothing leave the body to the documented format', () => {
    const broken = () => {
      throw new Error('broken parser')
    }
    expect(normalizeError({ ResponseStatus: status }, { parsers: [broken, () => undefined] }).code).toBe(
      'PARAMETER_REQUIRED',
    )
  })

  test('are not shown an error of a client in place of a body', () => {
    const seen: unknown[] = []
    const failure = Object.assign(new Error('Network Error'), { code: 'ERR_NETWORK' })
    normalizeError(failure, { parsers: [(body) => (seen.push(body), undefined)] })
    expect(seen).toEqual([])
  })
})
