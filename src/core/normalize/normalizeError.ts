import { ApiError } from '../ApiError.js'
import type { BodyParser } from './BodyParser.js'
import { listCauses } from './listCauses.js'
import { readFailure } from './readFailure.js'

/**
 * What the caller knows beyond the failure itself.
 * @example
 * const { error, response } = await client.GET('/numbers')
 * if (error) throw normalizeError(error, { status: response.status, headers: response.headers })
 */
export interface NormalizeOptions {
  /** Body formats of the app's own; tried first. */
  readonly parsers?: readonly BodyParser[] | undefined
  /** The HTTP status, where the client drops it. */
  readonly status?: number | undefined
  /** The answer's headers, where the client drops them: `Headers` or a plain object. */
  readonly headers?: object | undefined
  /** The answer's body, where the client drops it: parsed, or text. */
  readonly body?: unknown
  /** The request's signal: tells a timeout from a cancel where the client does not. */
  readonly signal?: AbortSignal | undefined
}

const normalized = new WeakMap<object, ApiError>()

/**
 * Makes an {@link ApiError} of whatever was thrown. Never throws, waits, reads a stream or changes the failure.
 *
 * @param failure what was caught: any client's error, a `Response`, a body, an ApiError (returned as it is)
 * @param options what the caller knows beyond the failure; without them the same failure gives the same error
 * @returns the error; the failure is its `cause`
 * @example
 * const error = normalizeError(failure)
 * if (error.code === 'PROJECT_LIMIT_REACHED') showUpgrade()
 */
export function normalizeError(failure: unknown, options?: NormalizeOptions): ApiError {
  if (options || typeof failure !== 'object' || failure === null) return normalize(failure, options ?? {})
  const error = normalized.get(failure) ?? normalize(failure, {})
  normalized.set(failure, error)
  return error
}

/** Takes the answer that lies outermost in what the failure wraps; where there is none, the first thing that is known. */
function normalize(failure: unknown, options: NormalizeOptions): ApiError {
  let best = readFailure(failure, options)
  // What an ApiError wraps was considered when it was made.
  for (const cause of best.kind === 'http' || best === failure ? [] : listCauses(failure)) {
    const data = readFailure(cause, options)
    if (best.kind === 'unknown' || data.kind === 'http') best = data
    if (best.kind === 'http') break
  }
  return best instanceof ApiError ? best : new ApiError(best, failure)
}
