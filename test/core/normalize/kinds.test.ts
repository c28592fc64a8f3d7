import { describe, expect, test } from 'vitest'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'
import type { ApiErrorKind } from '../../../src/core/types.js'

const named = (name: string, message = '', extra = {}) => Object.assign(new Error(message), { name, ...extra })

const failures: readonly [string, unknown, ApiErrorKind, string][] = [
  ['Chromium without a connection', new TypeError('Failed to fetch'), 'network', 'NETWORK'],
  ['Chromium that names the host', new TypeError('Failed to fetch (api.example.com)'), 'network', 'NETWORK'],
  [
    'Firefox without a connection',
    new TypeError('NetworkError when attempting to fetch resource.'),
    'network',
    'NETWORK',
  ],
  ['WebKit without a connection', new TypeError('Load failed'), 'network', 'NETWORK'],
  [
    'Node without a connection',
    new TypeError('fetch failed', { cause: named('Error', '', { code: 'ECONNREFUSED' }) }),
    'network',
    'NETWORK',
  ],
  ['a body that breaks off', new TypeError('terminated'), 'network', 'NETWORK'],
  ['React Native without a connection', new TypeError('Network request failed'), 'network', 'NETWORK'],
  ['Bun without a connection', new TypeError(' A network error occurred.'), 'network', 'NETWORK'],
  ['ky without a connection', named('NetworkError'), 'network', 'NETWORK'],
  ['axios without a connection', named('AxiosError', 'Network Error', { code: 'ERR_NETWORK' }), 'network', 'NETWORK'],
  ['status 0', { name: 'HttpErrorResponse', status: 0 }, 'network', 'NETWORK'],
  ['a mistake in the code', new TypeError("Cannot read properties of undefined (reading 'x')"), 'unknown', 'UNKNOWN'],
  ['an error of the app', new Error('Failed to fetch the numbers: 403'), 'unknown', 'UNKNOWN'],
  ['a browser’s timeout', new DOMException('signal timed out', 'TimeoutError'), 'timeout', 'TIMEOUT'],
  [
    'axios that waited too long',
    named('AxiosError', 'timeout of 5ms exceeded', { code: 'ECONNABORTED' }),
    'timeout',
    'TIMEOUT',
  ],
  ['axios over fetch that waited too long', named('AxiosError', '', { code: 'ETIMEDOUT' }), 'timeout', 'TIMEOUT'],
  ['a cancel', new DOMException('signal is aborted without reason', 'AbortError'), 'aborted', 'ABORTED'],
  ['a cancel of axios', named('CanceledError', 'canceled', { code: 'ERR_CANCELED' }), 'aborted', 'ABORTED'],
  [
    'axios on a page that is left',
    named('AxiosError', 'Request aborted', { code: 'ECONNABORTED' }),
    'aborted',
    'ABORTED',
  ],
  ['JSON that is none', new SyntaxError('Unexpected token <'), 'parse', 'PARSE'],
  [
    'JSON that is none in WebKit',
    new DOMException('The string did not match the expected pattern.', 'SyntaxError'),
    'parse',
    'PARSE',
  ],
  ['an HTML page with 200', { status: 200, data: '<!doctype html>' }, 'parse', 'PARSE'],
  ['an HTML page with 502', { status: 502, data: '<html>Bad Gateway</html>' }, 'http', 'HTTP_502'],
  ['an empty 400', { response: { status: 400, data: '' } }, 'http', 'HTTP_400'],
  ['a JSON error with a status', named('SyntaxError', '', { statusCode: 400 }), 'http', 'HTTP_400'],
  ['a status as text', { status: '404' }, 'http', 'HTTP_404'],
  ['a status that is none', { status: 999 }, 'unknown', 'UNKNOWN'],
  ['a text', 'user left the page', 'unknown', 'UNKNOWN'],
  ['nothing', undefined, 'unknown', 'UNKNOWN'],
  [
    'what @servicestack/client makes of a lost connection',
    { errorCode: 'Exception', message: 'Failed to fetch' },
    'network',
    'NETWORK',
  ],
  [
    'a ServiceStack exception',
    { responseStatus: { errorCode: 'Exception', message: 'Object reference not set.' } },
    'http',
    'UNKNOWN',
  ],
]

describe('the kind of', () => {
  test.each(failures)('%s is told', (_, failure, kind, code) => {
    const error = normalizeError(failure)
    expect(error).toMatchObject({ kind, code, serverMessage: undefined })
    expect(error.issues).toMatchObject([{ code, fieldName: undefined, serverMessage: undefined }])
    expect(error.status).not.toBe(0)
  })
})

describe('a signal', () => {
  const timedOut = AbortSignal.abort(new DOMException('', 'TimeoutError'))
  const cancel = named('CanceledError', 'canceled', { code: 'ERR_CANCELED' })

  test('tells a timeout from a cancel where the client does not', () => {
    expect(normalizeError(cancel, { signal: timedOut }).kind).toBe('timeout')
    expect(normalizeError(cancel, { signal: AbortSignal.abort() }).kind).toBe('aborted')
    expect(normalizeError(Object.assign(cancel, { config: { signal: timedOut } })).kind).toBe('timeout')
  })

  test('says that a bare reason is a cancel', () => {
    expect(normalizeError('left the page', { signal: AbortSignal.abort('left the page') }).kind).toBe('aborted')
    expect(normalizeError('left the page', { signal: new AbortController().signal }).kind).toBe('unknown')
  })

  test('does not hide an answer that came', () => {
    expect(normalizeError({ status: 400 }, { signal: AbortSignal.abort() }).kind).toBe('http')
    expect(normalizeError(new TypeError('Failed to fetch'), { signal: AbortSignal.abort() }).kind).toBe('network')
  })
})

describe('what a failure wraps', () => {
  const refused = { status: 403, data: { ErrorCode: 'FORBIDDEN' } }

  test.each([
    ['cause', new Error('loading failed', { cause: refused })],
    ['a cause of a cause', new Error('a', { cause: new Error('b', { cause: refused }) })],
    ['originalError', { originalError: refused }],
    ['networkError', { networkError: refused }],
    ['errors', new AggregateError([new TypeError('Failed to fetch'), refused])],
    ['a cause behind a client’s own error', named('FetchError', '[GET] "/numbers": <no response>', { cause: refused })],
  ])('is followed: %s', (_, failure) => {
    expect(normalizeError(failure)).toMatchObject({ kind: 'http', status: 403, code: 'FORBIDDEN', cause: failure })
  })

  test('gives an ApiError inside as it is', () => {
    const inner = normalizeError(refused)
    expect(normalizeError(new Error('wrapped', { cause: inner }))).toBe(inner)
  })

  test('may turn in circles or go deep', () => {
    const loop = new Error('loop')
    loop.cause = new Error('back', { cause: loop })
    expect(normalizeError(loop).kind).toBe('unknown')
    let deep: unknown = refused
    for (let depth = 0; depth < 10_000; depth++) deep = new Error('deep', { cause: deep })
    expect(normalizeError(deep).kind).toBe('unknown')
  })
})

describe('options', () => {
  test('say what the client drops', () => {
    const headers = new Headers({ 'Retry-After': '7' })
    expect(normalizeError({ ErrorCode: 'FORBIDDEN' }, { status: 403, headers })).toMatchObject({
      kind: 'http',
      status: 403,
      retryAfter: 7,
    })
    expect(normalizeError('', { status: 502 }).code).toBe('HTTP_502')
  })

  test('that are undefined say nothing', () => {
    expect(
      normalizeError({ status: 403 }, { status: undefined, headers: undefined, signal: undefined, parsers: undefined })
        .status,
    ).toBe(403)
  })
})
