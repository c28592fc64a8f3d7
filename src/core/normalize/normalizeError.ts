import { attempt } from '../../internal/attempt.js'
import { ApiError } from '../ApiError.js'
import { describeFailure } from './describeFailure.js'
import type { NormalizeOptions } from './NormalizeOptions.js'
import { listCauses } from './readers/listCauses.js'
import { readFailure } from './readers/readFailure.js'

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
  const unread = describeFailure(options)
  let best = unread
  for (const cause of listCauses(failure)) {
    const data = attempt(() => readFailure(cause, options)) ?? unread
    if (best === unread || best.kind === 'unknown' || data.kind === 'http') best = data
    if (best.kind === 'http') break
  }
  return best instanceof ApiError ? best : new ApiError(best, failure)
}
