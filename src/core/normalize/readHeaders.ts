import { attempt } from '../../internal/attempt.js'
import type { ApiErrorData } from '../ApiError.js'
import { cleanText } from './cleanText.js'
import { toNumber } from './toNumber.js'

/**
 * Reads what headers say of a failure: the server's reference for support, and when another try makes sense.
 *
 * @param raw `Headers`, AxiosHeaders, or a plain object with names in any casing
 * @param inBody the reference that stands in the body
 */
export function readHeaders(raw: unknown, inBody: unknown): Pick<ApiErrorData, 'requestId' | 'retryAfter'> {
  const headers = attempt(() => new Headers(Object(raw)))
  const ids = ['x-request-id', 'x-correlation-id', 'traceparent'].map((name) => headers?.get(name))
  const after = headers?.get('retry-after') ?? ''
  // Without the zone `Date.parse` accepts almost anything, "soon 5" too.
  const seconds = toNumber(after) ?? (/GMT$/.test(after) ? Math.ceil((Date.parse(after) - Date.now()) / 1000) : NaN)
  return {
    requestId: cleanText(ids.find(Boolean)?.replace(/^\w\w-(\w{32})-.*/, '$1') ?? inBody, 128),
    retryAfter: Number.isNaN(seconds) ? undefined : Math.max(0, seconds),
  }
}
