import { describe, expect, it } from 'vitest'
import { readBatchErrors } from '../../../src/core/normalize/readBatchErrors.js'

const failed = (ErrorCode: string, rest: object = {}) => ({ ErrorCode, Message: `Says ${ErrorCode}`, ...rest })
const sent = { MessageSid: 'SM1', ErrorCode: null, To: '+442079460501' }
const facts = (answer: unknown) =>
  readBatchErrors(answer)?.issues.map(({ code, index, fieldName, severity }) => [index, code, fieldName, severity])

describe('readBatchErrors', () => {
  it('finds the items of a bare list that failed, with their positions', () => {
    expect(facts([sent, failed('INVALID_PHONENUMBER_FORMAT'), sent, failed('INVALID_SMS_TEXT')])).toEqual([
      [1, 'INVALID_PHONENUMBER_FORMAT', undefined, 'error'],
      [3, 'INVALID_SMS_TEXT', undefined, 'error'],
    ])
  })

  it('keeps the text of each item, and equal failures of several items', () => {
    const error = readBatchErrors([failed('INVALID_SMS_TEXT'), failed('INVALID_SMS_TEXT')])
    expect(error?.issues.map(({ serverMessage }) => serverMessage)).toEqual([
      'Says INVALID_SMS_TEXT',
      'Says INVALID_SMS_TEXT',
    ])
    expect(error?.code).toBe('INVALID_SMS_TEXT')
    expect(error?.kind).toBe('http')
  })

  it('finds a list in an object', () => {
    expect(facts({ Total: 2, Messages: [sent, failed('INVALID_SMS_TEXT')] })).toEqual([
      [1, 'INVALID_SMS_TEXT', undefined, 'error'],
    ])
  })

  it('reads other casings, and items that carry a whole status of their own', () => {
    expect(facts([{ errorCode: 'INVALID_SMS_TEXT' }])).toEqual([[0, 'INVALID_SMS_TEXT', undefined, 'error']])
    expect(
      facts([
        sent,
        { ResponseStatus: { ErrorCode: 'PARAMETER_REQUIRED', Errors: [{ FieldName: 'To' }, { FieldName: 'Text' }] } },
      ]),
    ).toEqual([
      [1, 'PARAMETER_REQUIRED', 'To', 'error'],
      [1, 'PARAMETER_REQUIRED', 'Text', 'error'],
    ])
  })

  it('takes a warning for a warning', () => {
    expect(facts([failed('PARAMETER_TOO_LONG', { Meta: { Severity: 'Warning' } })])).toEqual([
      [0, 'PARAMETER_TOO_LONG', undefined, 'warning'],
    ])
  })

  it.each([
    undefined,
    null,
    '',
    'text',
    7,
    {},
    [],
    [sent, sent],
    [{ ErrorCode: '' }],
    [{ ErrorCode: 'None' }],
    [null, 1, 'a'],
    { ErrorCode: 'INVALID_SMS_TEXT' },
  ])('finds nothing in %j', (answer) => {
    expect(readBatchErrors(answer)).toBeUndefined()
  })
})
