import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { errorCatalog, pseudoCatalog } from '../../src/catalog.js'
import { ensureOk, normalizeError } from '../../src/core/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { failWith, type MockedCode } from '../../src/testing/msw.js'

const BASE = 'https://api.example.com'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const send = (path: string, init?: RequestInit): Promise<unknown> =>
  fetch(`${BASE}${path}`, init)
    .then(ensureOk)
    .then((response): Promise<unknown> => response.json())
    .catch((failure: unknown) => normalizeError(failure))

const isCode = (code: string): code is MockedCode => code !== 'ABORTED' && code !== 'UNKNOWN'
const codes = Object.keys({ ...errorCatalog, ...pseudoCatalog }).filter(isCode)

// R11. The kind: an app mocks its API by MSW, and wants any failure at any place of it.
describe('a handler that fails', () => {
  test.each(codes.filter((code) => code !== 'TIMEOUT' && code !== 'NETWORK'))(
    'with %s answers as the API does',
    async (code) => {
      server.use(failWith('post', `${BASE}/messages`, code))
      const { kind, status, issues } = makeFailure(code)
      const expected = code === 'PARSE' ? { kind, code } : { kind, code, status, issues }
      expect(await send('/messages', { method: 'POST' })).toMatchObject(expected)
    },
  )

  test('with NETWORK is no connection', async () => {
    server.use(failWith('get', `${BASE}/numbers`, 'NETWORK'))
    expect(await send('/numbers')).toMatchObject({ kind: 'network', code: 'NETWORK' })
  })

  test('with TIMEOUT never answers', async () => {
    server.use(failWith('all', `${BASE}/numbers`, 'TIMEOUT'))
    expect(await send('/numbers', { signal: AbortSignal.timeout(20) })).toMatchObject({ code: 'TIMEOUT' })
  })

  test('does so at its path and method, with the fields, the status and the wait that it is told', async () => {
    server.use(
      failWith('put', `${BASE}/numbers/:id`, 'PARAMETER_REQUIRED', { fields: ['To', 'Text'], status: 409 }),
      failWith('get', `${BASE}/numbers/:id`, 'HTTP_429', { retryAfter: 9 }),
    )
    expect(await send('/numbers/7', { method: 'PUT' })).toMatchObject({
      status: 409,
      issues: [{ fieldName: 'To' }, { fieldName: 'Text' }],
    })
    expect(await send('/numbers/8')).toMatchObject({ status: 429, retryAfter: 9 })
  })

  test('once leaves the next request to the handler after it', async () => {
    server.use(
      failWith('get', /\/numbers$/, 'FORBIDDEN', { once: true }),
      http.get(`${BASE}/numbers`, () => HttpResponse.json([])),
    )
    expect(await send('/numbers')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await send('/numbers')).toEqual([])
  })
})
