import { envelope, fail } from './respond.js'

/** Conditions that a request can ask for in its `X-Simulate` header. */
export const simulations = [
  '401',
  '403',
  '404',
  '409',
  '429',
  '500',
  '503',
  'slow',
  'cut',
  'refused',
  'html',
  'empty',
  'unknown',
] as const

/** One of the conditions that can be asked for. */
export type Simulation = (typeof simulations)[number]

const SLOW_MS = 1500

/** The answer that the request asks for by header, or `undefined` if it is to be answered in earnest. */
export async function simulate(request: Request): Promise<Response | undefined> {
  const asked = request.headers.get('X-Simulate')
  if (asked === null) return undefined
  const simulation = simulations.find((candidate) => candidate === asked)
  if (simulation === undefined) {
    return fail('PARAMETER_INVALID', `X-Simulate must be one of: ${simulations.join(', ')}.`, 'X-Simulate')
  }
  switch (simulation) {
    case '401':
      return unauthorized()
    case '403':
      return envelope(403, 'FORBIDDEN', 'Your login has no permission for this request.')
    case '404':
      return text(404, 'Not Found')
    case '409':
      return text(409, 'Conflict')
    case '429':
      return text(429, 'Too Many Requests', { 'Retry-After': '5' })
    case '500':
      return html(500, 'Server Error', 'The page cannot be displayed because an internal server error has occurred.')
    case '503':
      return text(503, 'Service Unavailable')
    case 'slow':
      await wait(SLOW_MS, request.signal)
      return request.signal.aborted ? Response.error() : undefined
    case 'cut':
      return cutOff()
    case 'refused':
      return Response.error()
    case 'html':
      return html(200, 'Sign in', 'Please sign in to the network to continue.')
    case 'empty':
      return new Response(null, { status: 400 })
    case 'unknown':
      return envelope(400, 'NUMBER_ON_HOLD', 'The number is on hold until its porting request is complete.')
    default:
      return simulation satisfies never
  }
}

/** Answers that the credentials are wrong or missing; the documentation lists no code for it. */
export function unauthorized(): Response {
  return envelope(401, 'UNAUTHORIZED', 'Wrong or missing credentials.')
}

function text(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } })
}

function html(status: number, title: string, sentence: string): Response {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${sentence}</p></body></html>`
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function cutOff(): Response {
  const whole = JSON.stringify({ ResponseStatus: { ErrorCode: 'PARAMETER_REQUIRED', Message: 'To is required.' } })
  // Content-Length promises more than follows: a real server hangs up here, and a JSON parser gives up.
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(whole.length) }
  return new Response(whole.slice(0, 50), { status: 400, headers })
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
