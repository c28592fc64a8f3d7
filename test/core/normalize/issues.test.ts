import { describe, expect, it, test } from 'vitest'
import { classifyError, localizeError, MessageRegistry, normalizeError } from '../../../src/core/index.js'
import { en } from '../../../src/locales/en.js'

const issuesOf = (Errors: unknown, more = {}) =>
  normalizeError({ ResponseStatus: { ErrorCode: 'X', Errors, ...more } }).issues
const paramsOf = (Meta: unknown, ErrorCode = 'Length') => issuesOf([{ ErrorCode, FieldName: 'A', Meta }])[0]?.params

describe('issues', () => {
  test('that are equal collapse; the same text at two fields does not', () => {
    const item = (FieldName: string, Message: string) => ({ FieldName, Message })
    const issues = issuesOf([item('A', 'x'), item('A', 'x'), item('B', 'x'), item('A', 'y')])
    expect(issues.map((issue) => `${issue.fieldName} ${issue.serverMessage}`)).toEqual(['A x', 'B x', 'A y'])
  })

  test('beyond 1,000 are counted', () => {
    const error = normalizeError({
      ResponseStatus: { ErrorCode: 'X', Errors: Array.from({ length: 100_000 }, (_, n) => ({ FieldName: `F${n}` })) },
    })
    expect(error.issues).toHaveLength(1000)
    expect(error.omittedIssues).toBe(99_000)
    const map = normalizeError({
      ResponseStatus: { Errors: Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`F${n}`, 'x'])) },
    })
    expect([map.issues.length, map.omittedIssues]).toEqual([1000, 2000])
  })

  test('carry a severity', () => {
    const severities = [
      { Meta: { Severity: 'Warning' } },
      { Severity: 'info' },
      { Meta: { Severity: 'Error' } },
      { Severity: { toString: 1 } },
      {},
    ]
    expect(
      issuesOf(severities.map((each, n) => ({ FieldName: `F${n}`, ...each }))).map((issue) => issue.severity),
    ).toEqual(['warning', 'info', 'error', 'error', 'error'])
  })

  test('carry the position in a batch', () => {
    expect(issuesOf([{ FieldName: 'A' }], { Meta: { AutoBatchIndex: '2' } })[0]?.index).toBe(2)
    expect(issuesOf([{ FieldName: 'A', Meta: { CollectionIndex: 0 } }])[0]?.index).toBe(0)
    expect(issuesOf([{ FieldName: 'A' }], { Meta: { AutoBatchIndex: '-1' } })[0]?.index).toBeUndefined()
  })
})

// R2. The kind: a message names what only the server knows of this item, and nothing that someone typed.
describe('params', () => {
  test.each([
    [{ MinLength: '2', MaxLength: '20', TotalLength: '32' }, 'Length', { min: 2, max: 20 }],
    [{ minLength: 2 }, 'MinimumLength', { min: 2 }],
    [{ From: '13', To: '100.5' }, 'InclusiveBetween', { min: 13, max: 100.5 }],
    [{ From: '-5', To: '5' }, 'InclusiveBetween', { min: -5, max: 5 }],
    [{ ComparisonValue: '18' }, 'GreaterThanOrEqual', { min: 18 }],
    [{ ComparisonValue: 18 }, 'LessThanOrEqual', { max: 18 }],
    [{ Min: 3, max: '9' }, 'Range', { min: 3, max: 9 }],
  ])('are the limits in %j of %s', (meta, code, expected) => {
    expect(paramsOf(meta, code)).toMatchObject(expected)
  })

  test.each([
    [{ FreePlaces: '3' }, { FreePlaces: '3' }],
    [
      { seatsLeft: 4, Plan: 'Team', IsTrial: true },
      { seatsLeft: 4, Plan: 'Team', IsTrial: 'true' },
    ],
    [{ MaxLength: '160' }, { MaxLength: 160, max: 160 }],
    [
      { Opens: ' Monday\n 9:00 \u202e', Long: 'x'.repeat(900) },
      { Opens: 'Monday 9:00', Long: 'x'.repeat(200) },
    ],
  ])('are the plain values of Meta by their names, cleaned and bounded: %j', (meta, expected) => {
    expect(paramsOf(meta, 'COURSE_FULL')).toEqual(expected)
  })

  test.each([
    [{ PropertyValue: '12345', AttemptedValue: 99, TotalLength: '5', PropertyName: '' }, 'NotEmpty'],
    [{ ComparisonValue: '12345' }, 'Equal'],
    [{ MaxLength: 'hunter2', From: '+31612345678', To: '1e9' }, 'Length'],
    [{ a: 'hunter2', EnteredText: 'hunter2', RawInput: 'hunter2', NewPassword: 'hunter2', Value: 7 }, 'X'],
    ['hunter2', 'Length'],
    [['hunter2'], 'Length'],
    [null, 'Length'],
  ])('are never what someone typed: %j of %s', (meta, code) => {
    expect(paramsOf(meta, code)).toEqual({})
  })

  test.each([
    [{ Nested: { a: 1 }, List: ['a'], None: null, NotANumber: NaN, 'two words': 'a', StackTrace: 'at X' }],
    [{ label: 'Pay here', labels: 'a', seconds: 1, origin: 'query', Severity: 'Error', CollectionIndex: 1 }],
    [JSON.parse('{ "__proto__": "a" }')],
  ])('are not what no message could name, and nothing that is known from elsewhere: %j', (meta) => {
    expect(paramsOf(meta)).toEqual({})
  })

  it('are not without number', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`Name${index}`, index]))
    expect(Object.keys(paramsOf(many) ?? {})).toHaveLength(50)
  })

  it('stand in a message as text, whatever they hold', () => {
    const messages = {
      en: {
        codes: {
          COURSE_FULL: '{FreePlaces, plural, one {# place} other {# places}} in {Room}',
          COURSE_OVER: '{IsTrial, select, true {Your trial is over} other {It is over}}',
        },
      },
    }
    const translator = new MessageRegistry({ locales: [en], messages }).translator()
    const say = (code: string, Meta: unknown) => {
      const error = normalizeError({ ResponseStatus: { ErrorCode: code, Errors: [{ FieldName: 'Course', Meta }] } })
      const [issue] = error.issues
      return issue && localizeError(error, issue, { messages: translator, definition: classifyError(error) }).text.text
    }
    expect(say('COURSE_FULL', { FreePlaces: '1', Room: '<b>{x}</b>' })).toBe('1 place in \u2068<b>{x}</b>\u2069')
    expect(say('COURSE_FULL', { FreePlaces: 12, Room: 'قاعة' })).toBe('12 places in \u2068قاعة\u2069')
    expect(say('COURSE_OVER', { IsTrial: true })).toBe('Your trial is over')
    expect(say('COURSE_OVER', { IsTrial: false })).toBe('It is over')
  })
})

describe('headers', () => {
  const soon = new Date(Date.now() + 90_000).toUTCString()
  const read = (headers: object) => normalizeError({ status: 429, headers })

  test.each([
    ['seconds', '120', 120],
    ['a number', 5, 5],
    ['a date that is past', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['a negative number', '-5', 0],
    ['rubbish', 'soon 5', undefined],
    ['a broken date', 'yesterday GMT', undefined],
    ['nothing', '', undefined],
  ])('say when to try again: %s', (_, value, expected) => {
    expect(read({ 'RETRY-after': value }).retryAfter).toBe(expected)
    expect(read(new Headers({ 'Retry-After': String(value) })).retryAfter).toBe(expected)
  })

  test('say when to try again: a date to come', () => {
    expect(read({ 'Retry-After': soon }).retryAfter).toBeGreaterThan(80)
    expect(read({ 'Retry-After': soon }).retryAfter).toBeLessThanOrEqual(91)
  })

  test('hold the reference for support', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    expect(read({ 'X-Request-ID': 'req-1', 'X-Correlation-Id': 'c-1', traceparent }).requestId).toBe('req-1')
    expect(read({ 'x-correlation-id': 'c-1', traceparent }).requestId).toBe('c-1')
    expect(read({ traceparent }).requestId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
    expect(read({ 'X-Request-Id': 'x'.repeat(5000) }).requestId).toHaveLength(128)
  })

  test('give way to the body where they hold none', () => {
    expect(normalizeError({ ResponseStatus: { ErrorCode: 'X', RequestId: 'a' } }).requestId).toBe('a')
    expect(normalizeError({ ErrorCode: 'X', traceId: 'b' }).requestId).toBe('b')
    expect(normalizeError({ requestId: 'c', responseStatus: { errorCode: 'X' } }).requestId).toBe('c')
  })

  test('may be anything', () => {
    for (const headers of [
      { ':status': '400' },
      [],
      { a: undefined },
      { b: { c: 1 } },
      new Map([['retry-after', '3']]),
    ])
      expect(read(headers).status).toBe(429)
  })
})
