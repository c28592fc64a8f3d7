import { errorCatalog, pseudoCatalog, type ErrorCode, type PseudoCode } from '../catalog.js'
import type { ApiError } from '../core/ApiError.js'
import { normalizeError } from '../core/normalize/normalizeError.js'
import type { Definition } from '../core/types.js'
import { failureBody, type FailureBody } from './failureBody.js'

/** Every code that a failure can have: documented, or our own for one without an ErrorCode. */
export type FailureCode = ErrorCode | PseudoCode

/** The codes of failures that come with an answer. */
export type AnswerCode = Exclude<FailureCode, 'NETWORK' | 'TIMEOUT' | 'ABORTED' | 'UNKNOWN'>

/** What {@link makeFailure} takes beside the code. */
export interface MakeFailureOptions {
  /** FieldNames as the server writes them. @default the field that the code implies, if it implies one */
  readonly fields?: readonly string[]
  /** The server's Message. @default a plain English sentence */
  readonly message?: string
  /** @default the one that usually comes with the code */
  readonly status?: number
  /** What the server calls the request. */
  readonly requestId?: string
  /** Seconds. @default 5 for `HTTP_429`, else none */
  readonly retryAfter?: number
}

const catalog: Readonly<Record<FailureCode, Definition>> = { ...errorCatalog, ...pseudoCatalog }

/**
 * Makes a failure of any code, documented or pseudo: what `ensureOk` throws, the parsed body, or a real `Response`.
 *
 * @param code    the ErrorCode, or `NETWORK`, `TIMEOUT`, `HTTP_500`, …
 * @param options what is to differ from the usual, and `as`: 'error' (the default), 'body' or 'response'
 * @returns the failure, as `as` says
 * @example
 * api.sendSms.mockRejectedValue(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }))
 * fetch.mockResolvedValue(makeFailure('HTTP_500', { as: 'response' }))
 */
export function makeFailure(code: FailureCode, options?: MakeFailureOptions & { readonly as?: 'error' }): ApiError
export function makeFailure(
  code: Exclude<AnswerCode, 'PARSE'>,
  options: MakeFailureOptions & { readonly as: 'body' },
): FailureBody
export function makeFailure(code: AnswerCode, options: MakeFailureOptions & { readonly as: 'response' }): Response
export function makeFailure(
  code: FailureCode,
  { as = 'error', ...options }: MakeFailureOptions & { readonly as?: 'error' | 'body' | 'response' } = {},
): ApiError | FailureBody | Response {
  switch (as) {
    case 'error':
      return toError(code, options)
    case 'body':
      return failureBody(code, catalog[code], options)
    case 'response':
      return toResponse(code, options)
    default:
      return as satisfies never
  }
}

function toError(code: FailureCode, options: MakeFailureOptions): ApiError {
  const thrown = thrownFor(code)
  if (thrown !== undefined) return normalizeError(thrown)
  return normalizeError(failureBody(code, catalog[code], options), {
    status: statusOf(code, options),
    headers: headersOf(code, options),
  })
}

function toResponse(code: FailureCode, options: MakeFailureOptions): Response {
  const init = { status: statusOf(code, options), headers: headersOf(code, options) }
  if (code !== 'PARSE') return Response.json(failureBody(code, catalog[code], options), init)
  return new Response('<!doctype html><title>Sign in</title>', {
    ...init,
    headers: { ...init.headers, 'Content-Type': 'text/html' },
  })
}

/** What platforms throw where no answer came, or none that can be read. */
function thrownFor(code: FailureCode): Error | undefined {
  switch (code) {
    case 'NETWORK':
      return new TypeError('Failed to fetch')
    case 'TIMEOUT':
      return new DOMException('The operation timed out.', 'TimeoutError')
    case 'ABORTED':
      return new DOMException('The operation was aborted.', 'AbortError')
    case 'PARSE':
      return new SyntaxError('Unexpected token \'<\', "<!doctype "... is not valid JSON')
    case 'UNKNOWN':
      return new Error('Something failed.')
    default:
      return undefined
  }
}

/** An answer that cannot be read comes with a good status. */
function statusOf(code: FailureCode, { status }: MakeFailureOptions): number {
  return status ?? catalog[code].status ?? 200
}

function headersOf(
  code: FailureCode,
  { requestId, retryAfter = code === 'HTTP_429' ? 5 : undefined }: MakeFailureOptions,
): Record<string, string> {
  return {
    ...(requestId === undefined ? {} : { 'X-Request-Id': requestId }),
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  }
}
