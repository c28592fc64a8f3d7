import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../../../src/core/ApiError.js'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'

const throwing = (key: string) =>
  Object.defineProperty({}, key, {
    enumerable: true,
    get() {
      throw new Error('hostile getter')
    },
  })
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const refusing = () =>
  new Proxy(
    {},
    new Proxy(
      {},
      {
        get: () => () => {
          throw new Error('hostile trap')
        },
      },
    ),
  )
const cycle = () => {
  const self: Record<string, unknown> = { ErrorCode: 'X' }
  return Object.assign(self, {
    ResponseStatus: self,
    Result: self,
    Errors: [self],
    cause: self,
    data: self,
    response: self,
  })
}

const names = fc.constantFrom(
  ...['ResponseStatus', 'responseStatus', 'Result', 'ErrorCode', 'Message', 'Errors', 'FieldName', 'Meta', 'Severity'],
  ...[
    'message',
    'code',
    'name',
    'status',
    'response',
    'data',
    'headers',
    'config',
    'signal',
    'aborted',
    'errors',
    'cause',
    'brand',
    'issues',
  ],
  ...['byteLength', 'length', 'get', '__proto__', 'constructor', 'toString', 'valueOf', 'toJSON', 'then', ''],
)
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
  withMap: true,
  withSet: true,
})
const plain = fc.oneof(
  anything,
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    () => 1,
    Symbol('s'),
    NaN,
    'react-api-errors/ApiError',
    '{"ResponseStatus":{"ErrorCode":"X"}}',
    '[[[',
    400,
    200,
    0,
  ),
)

/** Puts hostile values together; here, since fast-check itself stumbles over a revoked proxy. */
function makeHostile(pick: fc.GeneratorValue, depth = 4): unknown {
  const properties = () =>
    Array.from({ length: pick(fc.nat, { max: 5 }) }, () => [pick(() => names), makeHostile(pick, depth - 1)] as const)
  switch (depth && pick(fc.nat, { max: 8 })) {
    case 1:
      return Object.fromEntries(properties())
    case 2:
      return properties().map(([, value]) => value)
    case 3:
      return Object.defineProperties(
        new Error('client text'),
        Object.fromEntries(properties().map(([key, value]) => [key, { value }])),
      )
    case 4:
      return throwing(pick(() => names))
    case 5:
      return revoked()
    case 6:
      return refusing()
    case 7:
      return cycle()
    default:
      return pick(() => plain)
  }
}

describe('normalizeError', () => {
  test('makes a sound error of any value and never throws', () => {
    fc.assert(
      fc.property(fc.gen(), fc.boolean(), (pick, withOptions) => {
        const failure = makeHostile(pick)
        const error = withOptions
          ? normalizeError(failure, { status: 400, parsers: [() => undefined] })
          : normalizeError(failure)
        expect(error).toBeInstanceOf(ApiError)
        expect(error.code).toMatch(/^[A-Za-z][\w.-]{0,79}$/)
        expect(error.kind).toMatch(/^(http|network|timeout|aborted|parse|unknown)$/)
        expect(error.issues.length).toBeGreaterThan(0)
        for (const issue of error.issues) expect(issue.code).toMatch(/^[A-Za-z]/)
        expect(withOptions ? [error.kind, error.status] : ['http', 400]).toEqual(['http', 400])
        expect(() => JSON.stringify(error)).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  test('lets a given status win over what an error of JSON says', () => {
    const { brand } = new ApiError(normalizeError('x').toJSON())
    const status = fc.oneof(fc.constantFrom<unknown>(0, 200, 500, '404'), plain)
    const kind = fc.oneof(fc.constantFrom<unknown>('network', 'timeout', 'aborted', 'parse', 'unknown', 'http'), plain)
    const code = fc.oneof(fc.constantFrom<unknown>('NETWORK', 'HTTP_500', 'FORBIDDEN'), plain)
    fc.assert(
      fc.property(fc.record({ code, kind, status, issues: plain }), (copy) => {
        const error = normalizeError({ ...copy, brand }, { status: 400 })
        expect([error.kind, error.status]).toEqual(['http', 400])
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['a revoked proxy', revoked()],
    ['a proxy that refuses all', refusing()],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['null', null],
    ['NaN', NaN],
    ['a cycle', cycle()],
  ])('takes %s', (_, failure) => {
    expect(normalizeError(failure)).toBeInstanceOf(ApiError)
  })

  test('loses only what cannot be read', () => {
    expect(
      normalizeError(Object.assign(throwing('headers'), { status: 403, data: { ErrorCode: 'FORBIDDEN' } })),
    ).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    expect(normalizeError({ status: 403, data: throwing('ResponseStatus') })).toMatchObject({
      status: 403,
      code: 'HTTP_403',
    })
  })

  test('treats names of Object.prototype as ordinary ones', () => {
    const body: unknown = JSON.parse(
      '{"ResponseStatus":{"ErrorCode":"X","Errors":{"__proto__":"a","constructor":"b","toString":["c"]}}}',
    )
    expect(normalizeError(body).issues.map((issue) => issue.fieldName)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  test('changes nothing of what it is given', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
        Object.values(Object.freeze(value)).forEach(freeze)
      return value
    }
    const make = () => ({
      response: {
        status: 400,
        headers: { 'retry-after': '1' },
        data: {
          ResponseStatus: { ErrorCode: 'X', Message: 'm', Errors: [{ FieldName: 'A', Meta: { MaxLength: '2' } }, 'x'] },
        },
      },
    })
    const failure = make()
    expect(normalizeError(freeze(failure)).code).toBe('X')
    expect(failure).toEqual(make())
  })

  test('is bounded in what it keeps of texts of 5 MB', () => {
    const long = (part: string) => part.repeat(5_000_000 / part.length)
    const errors = [{ FieldName: long('x'), Message: long('y'), Meta: long('z') }]
    for (const text of [long('a\n'), long('\u202e'), long('{'), long(' '), long('é')]) {
      const error = normalizeError({
        ResponseStatus: { ErrorCode: text, Message: text, RequestId: text, Errors: errors },
      })
      expect(JSON.stringify(error).length).toBeLessThan(10_000)
    }
    expect(normalizeError(long('['), { status: 400 }).code).toBe('HTTP_400')
  })

  test.each([
    ['arrays', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['ResponseStatus', '{"ResponseStatus":'.repeat(10_000) + '{}' + '}'.repeat(10_000)],
    ['Result', '{"Result":'.repeat(10_000) + '{}' + '}'.repeat(10_000)],
    ['Errors', '{"ErrorCode":"X","Errors":' + '[{"a":'.repeat(10_000) + '1' + '}]'.repeat(10_000) + '}'],
  ])('survives 10,000 levels of %s', (_, body) => {
    expect(normalizeError(body, { status: 400 })).toMatchObject({ kind: 'http', status: 400 })
    expect(normalizeError(JSON.parse(body), { status: 400 }).issues).toHaveLength(1)
  })
})
