import { errorCatalog } from '../catalog.js'
import type { Catalog } from '../core/types.js'
import { normalizeError } from '../core/normalize/normalizeError.js'

export const MOST_RETRIES = 2
const LONGEST_WAIT = 60_000
const documented: Catalog = errorCatalog
const RETRYABLE = new Set([408, 425, 429])

/**
 * `retry` for `QueryClient` defaults: tries again what can succeed later, twice at the most, and never what asks to wait
 * longer than a minute. Of a code that the catalog has, its `retryable` says so; else network, timeout, 408, 425, 429, 5xx.
 *
 * @param failureCount how often it has failed before, from 0
 * @param failure      what it failed with now
 * @param catalog      that of the app, for codes of its own
 * @returns whether to try again
 * @example
 * new QueryClient({ defaultOptions: { queries: { retry: apiRetry, retryDelay: apiRetryDelay } } })
 * const retry = (count: number, failure: unknown) => apiRetry(count, failure, catalog)
 */
export function apiRetry(failureCount: number, failure: unknown, catalog?: Catalog): boolean {
  const { code, kind, status, retryAfter } = normalizeError(failure)
  if (failureCount >= MOST_RETRIES) return false
  if (retryAfter !== undefined && retryAfter * 1000 > LONGEST_WAIT) return false
  const known = [catalog ?? {}, documented].find((rows) => Object.hasOwn(rows, code))?.[code]
  if (known !== undefined) return known.retryable
  if (kind === 'network' || kind === 'timeout') return true
  return status !== undefined && (status >= 500 || RETRYABLE.has(status))
}

/**
 * `retryDelay` for `QueryClient` defaults: what the server asks for in Retry-After (RFC 9110, 10.2.3),
 * else a doubling wait with jitter, so that clients do not come back all at once.
 *
 * @param failureCount how often it has failed before, from 0
 * @param failure      what it failed with now
 * @returns milliseconds, 60,000 at the most
 * @example
 * new QueryClient({ defaultOptions: { mutations: { retry: apiRetry, retryDelay: apiRetryDelay } } })
 */
export function apiRetryDelay(failureCount: number, failure: unknown): number {
  const { retryAfter } = normalizeError(failure)
  if (retryAfter !== undefined) return Math.min(retryAfter * 1000, LONGEST_WAIT)
  return Math.min(1000 * 2 ** failureCount, 30_000) * (0.5 + Math.random() / 2)
}
