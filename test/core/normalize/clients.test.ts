import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { JsonServiceClient } from '@servicestack/client'
import axios from 'axios'
import ky from 'ky'
import { ofetch } from 'ofetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'
import { ensureOk, readApiError } from '../../../src/core/normalize/readApiError.js'

const TOKEN = 'Bearer SECRET123'
const authorized = { Authorization: TOKEN }
const body = {
  ResponseStatus: {
    ErrorCode: 'PARAMETER_TOO_LONG',
    Message: 'Text is too long.',
    Errors: [{ FieldName: 'Text', Meta: { MaxLength: '160' } }],
  },
}
const html = '<!doctype html><title>Bad Gateway</title>'

let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = (status: number, text: string, type = 'application/json') =>
      response.writeHead(status, { 'Content-Type': type, 'X-Request-Id': 'req-7', 'Retry-After': '3' }).end(text)
    if (request.url?.includes('/refused')) request.socket.destroy()
    else if (request.url?.includes('/slow')) return
    else if (request.url?.includes('/html')) answer(502, html, 'text/html')
    else if (request.url?.includes('/page')) answer(200, html, 'text/html')
    else if (request.url?.includes('/text')) answer(400, JSON.stringify(body), 'text/plain')
    else if (request.url?.includes('/empty')) answer(400, '')
    else if (request.url?.includes('/cut')) {
      response.writeHead(400, { 'Content-Type': 'application/json', 'Content-Length': '5000' })
      response.write('{"ResponseStatus":')
      setTimeout(() => request.socket.destroy(), 20)
    } else answer(400, JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

interface Options {
  readonly signal?: AbortSignal
  readonly timeout?: number
}
const clients: Record<string, (path: string, options?: Options) => Promise<unknown>> = {
  axios: (path, options) => axios.get(base + path, { headers: authorized, ...options }),
  'axios over fetch': (path, options) => axios.get(base + path, { headers: authorized, adapter: 'fetch', ...options }),
  'axios with an ArrayBuffer': (path, options) =>
    axios.get(base + path, { headers: authorized, responseType: 'arraybuffer', ...options }),
  ky: (path, options) => ky(base + path, { headers: authorized, retry: 0, ...options }).json(),
  ofetch: (path, options) => ofetch(base + path, { headers: authorized, retry: 0, ...options }),
  fetch: (path, { timeout, signal } = {}) =>
    fetch(base + path, { headers: authorized, signal: signal ?? (timeout ? AbortSignal.timeout(timeout) : null) })
      .then(ensureOk)
      .then((response) => response.json()),
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('the request succeeded'),
    (failure: unknown) => failure,
  )
}

describe.each(Object.entries(clients))('%s', (_, get) => {
  const normalize = async (path: string, options?: Options) => {
    const failure = await failureOf(get(path, options))
    const error = normalizeError(failure)
    expect(JSON.stringify(error)).not.toContain('SECRET123')
    expect(JSON.stringify(Object.entries(error))).not.toContain('SECRET123')
    return error.toJSON()
  }

  test('gives status, code, field, limit and headers of a refusal', async () => {
    expect(await normalize('/refusal')).toMatchObject({
      kind: 'http',
      status: 400,
      code: 'PARAMETER_TOO_LONG',
      serverMessage: 'Text is too long.',
      issues: [{ code: 'PARAMETER_TOO_LONG', fieldName: 'Text', params: {}, serverMessage: 'Text is too long.' }],
      requestId: 'req-7',
      retryAfter: 3,
    })
  })

  test('gives the code also where JSON is called text', async () => {
    expect(await normalize('/text')).toMatchObject({ status: 400, code: 'PARAMETER_TOO_LONG' })
  })

  test('gives the status of an HTML page and of an empty answer, and no text', async () => {
    expect(await normalize('/html')).toMatchObject({
      kind: 'http',
      status: 502,
      code: 'HTTP_502',
      serverMessage: undefined,
    })
    expect(await normalize('/empty')).toMatchObject({
      kind: 'http',
      status: 400,
      code: 'HTTP_400',
      serverMessage: undefined,
    })
  })

  test('gives a broken connection', async () => {
    expect(await normalize('/refused')).toMatchObject({
      kind: 'network',
      code: 'NETWORK',
      status: undefined,
      serverMessage: undefined,
    })
  })

  test('gives a timeout', async () => {
    expect(await normalize('/slow', { timeout: 30 })).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' })
    expect(await normalize('/slow', { signal: AbortSignal.timeout(30) })).toMatchObject({
      kind: 'timeout',
      code: 'TIMEOUT',
    })
  })

  test('gives a cancel', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 30)
    expect(await normalize('/slow', { signal: controller.signal })).toMatchObject({ kind: 'aborted', code: 'ABORTED' })
  })
})

describe('a client that expects JSON', () => {
  test('gives a page of HTML', async () => {
    for (const get of [clients.ky, clients.fetch])
      expect(normalizeError(await failureOf(get?.('/page') ?? Promise.resolve()))).toMatchObject({
        kind: 'parse',
        code: 'PARSE',
        serverMessage: undefined,
      })
  })
})

describe('@servicestack/client', () => {
  const client = () => {
    const made = new JsonServiceClient(base)
    made.bearerToken = 'SECRET123'
    return made
  }

  test('gives code and field, though it drops status and headers', async () => {
    const error = normalizeError(await failureOf(client().get('/refusal')))
    expect(error).toMatchObject({
      kind: 'http',
      status: undefined,
      code: 'PARAMETER_TOO_LONG',
      issues: [{ fieldName: 'Text' }],
    })
    expect(JSON.stringify(error)).not.toContain('SECRET123')
  })

  test('gives the status that it hides in the code', async () => {
    const error = normalizeError(await failureOf(client().get('/html')))
    expect(error).toMatchObject({ kind: 'http', status: 502, code: 'HTTP_502', serverMessage: undefined })
  })

  test('gives a broken connection', async () => {
    expect(normalizeError(await failureOf(client().get('/refused')))).toMatchObject({
      kind: 'network',
      code: 'NETWORK',
    })
  })
})

describe('readApiError', () => {
  test('reads a clone, so that the answer can still be read', async () => {
    const response = await fetch(`${base}/refusal`, { headers: authorized })
    const error = await readApiError(response)
    expect(error).toMatchObject({
      status: 400,
      code: 'PARAMETER_TOO_LONG',
      requestId: 'req-7',
      retryAfter: 3,
      issues: [{ fieldName: 'Text' }],
    })
    expect(error.cause).toBe(response)
    expect(response.bodyUsed).toBe(false)
    expect(await response.json()).toEqual(body)
  })

  test('keeps the status of an answer that was read already', async () => {
    const response = await fetch(`${base}/refusal`)
    await response.text()
    expect(await readApiError(response)).toMatchObject({
      kind: 'http',
      status: 400,
      code: 'HTTP_400',
      requestId: 'req-7',
    })
  })

  test('keeps the status of a body that breaks off', async () => {
    expect(await readApiError(await fetch(`${base}/cut`))).toMatchObject({
      kind: 'http',
      status: 400,
      code: 'HTTP_400',
    })
  })

  test('calls a good status without a readable error a parse failure', async () => {
    expect(await readApiError(await fetch(`${base}/page`))).toMatchObject({
      kind: 'parse',
      status: 200,
      code: 'PARSE',
      serverMessage: undefined,
    })
    expect(await readApiError(new Response(null, { status: 204 }))).toMatchObject({ kind: 'parse', code: 'PARSE' })
    expect(await readApiError(Response.error())).toMatchObject({ kind: 'network', code: 'NETWORK' })
    expect(await readApiError(Response.json(body))).toMatchObject({
      kind: 'http',
      status: 200,
      code: 'PARAMETER_TOO_LONG',
    })
  })

  test('takes parsers', async () => {
    const parsers = [() => ({ code: 'MINE' })]
    expect(await readApiError(new Response('plain', { status: 409 }), { parsers })).toMatchObject({
      status: 409,
      code: 'MINE',
    })
  })
})

describe('ensureOk', () => {
  test('gives a good answer as it is, unread', async () => {
    const response = Response.json({})
    expect(await ensureOk(response)).toBe(response)
    expect(response.bodyUsed).toBe(false)
  })

  test('throws the error of any other', async () => {
    await expect(ensureOk(Response.json(body, { status: 400 }))).rejects.toMatchObject({
      name: 'ApiError',
      code: 'PARAMETER_TOO_LONG',
    })
  })
})

describe('normalizeError', () => {
  test('leaves the body of a Response alone', async () => {
    const response = Response.json(body, { status: 400, headers: { 'X-Request-Id': 'req-1' } })
    expect(normalizeError(response)).toMatchObject({ kind: 'http', status: 400, code: 'HTTP_400', requestId: 'req-1' })
    expect(response.bodyUsed).toBe(false)
    expect(response.body?.locked).toBe(false)
  })
})
