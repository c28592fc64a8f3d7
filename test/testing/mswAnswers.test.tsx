import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureOk, normalizeError } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'

// P36: in a test environment the network's `Headers` are of another realm than the page's.

const URL = 'https://api.example/numbers'
const answer = () => makeFailure('HTTP_429', { as: 'response', requestId: 'req-7', retryAfter: 7 })
const network = setupServer(http.get(URL, answer))
beforeAll(() => network.listen())
afterAll(() => network.close())

const expected = { code: 'HTTP_429', status: 429, requestId: 'req-7', retryAfter: 7 }

it('an answer of MSW has its request id and its Retry-After', async () => {
  await expect(fetch(URL).then(ensureOk)).rejects.toMatchObject(expected)
})

it('a thrown answer has them, too', async () => {
  expect(normalizeError(await fetch(URL))).toMatchObject(expected)
})

it.each([
  ['a plain object', { 'X-Request-ID': 'req-7', 'retry-after': '7' }],
  [
    'a Map',
    new Map([
      ['x-request-id', 'req-7'],
      ['retry-after', '7'],
    ]),
  ],
])('headers as %s are read', (_, headers) => {
  expect(normalizeError({}, { status: 429, headers })).toMatchObject(expected)
})
