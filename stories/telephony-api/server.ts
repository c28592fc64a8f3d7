import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { argv, env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { DEMO_TOKEN } from './authenticate.js'
import { createTelephonyApi, type TelephonyApi } from './createTelephonyApi.js'

const MAX_BODY_BYTES = 1_000_000

const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Simulate',
  'Access-Control-Expose-Headers': 'Retry-After',
}

/** A running server. */
export interface RunningServer {
  /** The base URL of the API. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves the API over real HTTP on this machine; port 0 takes any free one. */
export async function startServer(options: { port?: number; api?: TelephonyApi } = {}): Promise<RunningServer> {
  const { port = 4010, api = createTelephonyApi() } = options
  const server = createServer((incoming, outgoing) => {
    respond(api, incoming, outgoing).catch((error: unknown) => {
      // Nobody is left to answer when the client hung up in the middle of its request.
      if (incoming.socket.destroyed) return
      console.error(error)
      if (!outgoing.headersSent) outgoing.writeHead(500, corsHeaders)
      outgoing.end('Internal Server Error')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${actualPort}/v2`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(api: TelephonyApi, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.method === 'OPTIONS') {
    outgoing.writeHead(204, corsHeaders).end()
    return
  }
  const hangup = new AbortController()
  outgoing.once('close', () => hangup.abort())
  const body = await readBytes(incoming)
  if (body === undefined) {
    outgoing.writeHead(413, { ...corsHeaders, Connection: 'close' }).end()
    return
  }
  const response = await api.handle(toRequest(incoming, body, hangup.signal))
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...corsHeaders })
  // A body shorter than announced stands for a connection that breaks: send what there is, then break it.
  const announced = Number(response.headers.get('Content-Length') ?? bytes.length)
  if (bytes.length < announced) outgoing.write(bytes, () => outgoing.destroy())
  else outgoing.end(bytes)
}

function toRequest(incoming: IncomingMessage, body: Uint8Array<ArrayBuffer>, signal: AbortSignal): Request {
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD'
  return new Request(`http://127.0.0.1${url}`, { method, headers, signal, ...(hasBody ? { body } : {}) })
}

async function readBytes(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function examples(url: string): string {
  const curl = `curl -i -H 'Authorization: Bearer ${DEMO_TOKEN}'`
  return `The telephony API answers at ${url}. Try:

  ${curl} ${url}/Numbers
  ${curl} -H 'Content-Type: application/json' -d '{"To":"020 7946 0501","Text":"Hello"}' ${url}/Properties/PR2001/Messages
  ${curl} -H 'X-Simulate: 429' ${url}/Numbers
`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startServer({ port: Number(argv[2] ?? env['PORT'] ?? 4010) })
  console.log(examples(url))
}
