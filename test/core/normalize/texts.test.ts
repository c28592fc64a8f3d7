import { describe, expect, test } from 'vitest'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'

const messageOf = (Message: unknown, status = 400) =>
  normalizeError({ ResponseStatus: { ErrorCode: 'X', Message } }, { status }).serverMessage
const nameOf = (FieldName: unknown) =>
  normalizeError({ ResponseStatus: { ErrorCode: 'X', Errors: [{ FieldName }] } }).issues[0]?.fieldName

describe('the server’s text', () => {
  test.each([
    ['control characters', 'a\u0000b\u0007c\u009fd\r\ne\tf', 'abcd\ne\tf'],
    ['bidi controls and BOM', '\ufeffa\u202eb\u2066c\u200fd\u2069', 'abcd'],
    ['lone surrogates', 'a\ud83d b\udc00', 'a b'],
    ['blank lines beyond one', 'a\n\n \n\t\n\nb\nc', 'a\n\nb\nc'],
    ['blanks around it', ' \n a \n ', 'a'],
  ])('loses %s', (_, text, expected) => {
    expect(messageOf(text)).toBe(expected)
  })

  test('keeps what people write', () => {
    for (const text of [
      '号码太长。',
      'می‌خواهم',
      '👩‍👩‍👧 fits',
      'a < b & c > d',
      'Use <size> here',
      '[To] is missing.',
      "It's 5 at least.",
    ])
      expect(messageOf(text)).toBe(text)
  })

  test.each([
    '<html><body>Bad Gateway</body></html>',
    '<?xml version="1.0"?><error/>',
    'Oops</b>',
    'see <!-- x -->',
    '{"error":"x"}',
    '[{"error":"x"}]',
    'failed: {"error":"x"}',
    'Fill in {FieldLabel}.',
    'Hello {{name}}',
    'Value ${x}',
    'must be at least {0}',
    'Boom.\n   at Api.Service.Post(Request r) in Service.cs:line 3',
    '',
    ' \n ',
    42,
    { a: 1 },
  ])('is none where it is not for people: %j', (text) => {
    expect(messageOf(text)).toBeUndefined()
  })

  test('of a fault of the server’s own is not kept', () => {
    const body = {
      ResponseStatus: {
        ErrorCode: 'DriverFault',
        Message: 'table dbo.X',
        StackTrace: 'at X',
        Errors: [{ FieldName: 'To', Message: 'dbo.Y' }],
      },
    }
    const error = normalizeError(body, { status: 500 })
    expect(error).toMatchObject({
      code: 'DriverFault',
      serverMessage: undefined,
      issues: [{ fieldName: 'To', serverMessage: undefined }],
    })
    expect(JSON.stringify(error)).not.toMatch(/dbo|StackTrace|at X/)
  })

  test('is cut at 2,000 code points, never inside one', () => {
    expect(messageOf('😀'.repeat(5000))).toBe('😀'.repeat(2000))
    expect(messageOf(`a${'😀'.repeat(5000)}`)).not.toMatch(/\p{Surrogate}/u)
  })

  test('is never that of the client', () => {
    const failure = Object.assign(new Error('Request failed with status code 400'), {
      isAxiosError: true,
      response: { status: 400, data: '' },
    })
    expect(JSON.stringify(normalizeError(failure))).not.toContain('Request failed')
    expect(JSON.stringify(normalizeError('secret reason'))).not.toContain('secret')
  })
})

describe('a field name', () => {
  test.each([
    [' To ', 'To'],
    ['Messages[0].To', 'Messages[0].To'],
    ['T\u202eo\u0000', 'To'],
    ['A\nB', 'A B'],
    ['__proto__', '__proto__'],
    ['x'.repeat(500), 'x'.repeat(200)],
    ['', undefined],
    ['  ', undefined],
    ['""', undefined],
    ['base', undefined],
    ['non_field_errors', undefined],
    [null, undefined],
    [7, undefined],
  ])('%j is read as %j', (name, expected) => {
    expect(nameOf(name)).toBe(expected)
  })
})
