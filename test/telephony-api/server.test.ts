import { once } from 'node:events'
import { connect } from 'node:net'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { API_URL, telephonyFetch } from '../../stories/telephony-api/client.js'
import { createTelephonyApi, type TelephonyApi } from '../../stories/telephony-api/createTelephonyApi.js'
import { telephonyHandlers } from '../../stories/telephony-api/handlers.js'
import { startServer, type RunningServer } from '../../stories/telephony-api/server.js'
import type { Simulation } from '../../stories/telephony-api/simulate.js'

const plainApi = createTelephonyApi()
let lastAnswer: Promise<Response> | undefined
const api: TelephonyApi = { ...plainApi, handle: (request) => (lastAnswer = plainApi.handle(request)) }
const mock = setupServer(...telephonyHandlers(api, API_URL))
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ port: 0, api })
  mock.listen({ onUnhandledRequest: 'bypass' })
})

afterAll(async () => {
  mock.close()
  await server.close()
})

describe.each([
  ['over MSW', () => API_URL],
  ['over real HTTP', () => server.url],
])('%s, X-Simulate', (_name, baseUrl) => {
  const ask = (simulate: Simulation, signal: AbortSignal | null = null) =>
    telephonyFetch('/Numbers', { baseUrl: baseUrl(), simulate, signal })

  test.each([
    ['401', 401, 'application/json'],
    ['403', 403, 'application/json'],
    ['404', 404, 'text/plain'],
    ['409', 409, 'text/plain'],
    ['429', 429, 'text/plain'],
    ['500', 500, 'text/html'],
    ['503', 503, 'text/plain'],
    ['html', 200, 'text/html'],
    ['unknown', 400, 'application/json'],
  ] as const)('%s answers with status %i and %s', async (simulate, status, contentType) => {
    const response = await ask(simulate)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain(contentType)
    const body = await response.text()
    expect(body.startsWith('<!doctype html>')).toBe(contentType === 'text/html')
  })

  test('401 and 403 carry the envelope, and unknown carries a code that is not documented', async () => {
    const codeOf = async (simulate: Simulation): Promise<unknown> => (await ask(simulate)).json()
    expect(await codeOf('401')).toMatchObject({ ResponseStatus: { ErrorCode: 'UNAUTHORIZED' } })
    expect(await codeOf('403')).toMatchObject({ ResponseStatus: { ErrorCode: 'FORBIDDEN' } })
    expect(await codeOf('unknown')).toMatchObject({ ResponseStatus: { ErrorCode: 'NUMBER_ON_HOLD' } })
  })

  test('429 says when to try again', async () => {
    expect((await ask('429')).headers.get('Retry-After')).toBe('5')
  })

  test('empty answers 400 with nothing', async () => {
    const response = await ask('empty')
    expect(response.status).toBe(400)
    expect(await response.text()).toBe('')
  })

  test('cut answers with a body that cannot be read', async () => {
    const response = await ask('cut')
    expect(response.status).toBe(400)
    await expect(response.json()).rejects.toThrow(/JSON|terminated/)
  })

  test('refused fails without an answer', async () => {
    await expect(ask('refused')).rejects.toThrow(TypeError)
  })

  describe('slow', () => {
    beforeEach(() => {
      lastAnswer = undefined
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    })
    afterEach(() => {
      vi.useRealTimers()
    })

    test('answers in earnest after 1500 ms', async () => {
      const sent = ask('slow')
      await vi.waitUntil(() => lastAnswer !== undefined, { interval: 1 })
      vi.advanceTimersByTime(1500)
      expect((await sent).status).toBe(200)
    })

    test('can be aborted, and the server does not act on it', async () => {
      const controller = new AbortController()
      const sent = telephonyFetch('/Properties/PR2001/Messages', {
        method: 'POST',
        body: { To: '+442079460501', Text: 'Late' },
        baseUrl: baseUrl(),
        simulate: 'slow',
        signal: controller.signal,
      })
      await vi.waitUntil(() => lastAnswer !== undefined, { interval: 1 })
      controller.abort()
      await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
      expect((await lastAnswer)?.type).toBe('error')
      expect(api.state.messages.size).toBe(1)
    })
  })

  test('with another word names the words it knows', async () => {
    const response = await fetch(`${baseUrl()}/Numbers`, { headers: { 'X-Simulate': 'doom' } })
    expect(await response.json()).toMatchObject({
      ResponseStatus: {
        ErrorCode: 'PARAMETER_INVALID',
        Message: expect.stringContaining('refused'),
        Errors: [{ FieldName: 'X-Simulate' }],
      },
    })
  })
})

describe('the server', () => {
  test('tells browsers of other origins that they may ask and may read Retry-After', async () => {
    const preflight = await fetch(`${server.url}/Numbers`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('X-Simulate')
    const response = await telephonyFetch('/Numbers', { baseUrl: server.url, simulate: '429' })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
  })

  test('refuses a body of more than a megabyte', async () => {
    const response = await fetch(`${server.url}/Numbers`, { method: 'POST', body: 'x'.repeat(1_000_001) }).catch(
      () => undefined,
    )
    expect(response?.status ?? 413).toBe(413)
  })

  test('survives a client that hangs up in the middle of its request', async () => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write('POST /v2/Addresses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
    socket.destroy()
    await once(socket, 'close')
    expect((await telephonyFetch('/Numbers', { baseUrl: server.url })).status).toBe(200)
  })

  test('refuses broken JSON with a documented code', async () => {
    const headers = { Authorization: 'Bearer demo-token', 'Content-Type': 'application/json' }
    const response = await fetch(`${server.url}/Addresses`, { method: 'POST', headers, body: '{"City":' })
    expect(await response.json()).toMatchObject({ ResponseStatus: { ErrorCode: 'INVALID_MODEL_STATE' } })
  })

  test('two of them share nothing', async () => {
    const other = await startServer({ port: 0 })
    await telephonyFetch('/SipTrunk/ST6001', { method: 'DELETE', baseUrl: other.url })
    expect((await telephonyFetch('/SipTrunk/ST6001', { baseUrl: other.url })).status).toBe(400)
    expect((await telephonyFetch('/SipTrunk/ST6001', { baseUrl: server.url })).status).toBe(200)
    await other.close()
  })
})
