import type { ApiError } from '../ApiError.js'
import { normalizeError, type NormalizeOptions } from './normalizeError.js'

/**
 * Makes an {@link ApiError} of an answer, with its body: {@link normalizeError} cannot wait for one.
 * Reads a clone, so that the answer can still be read; of one that was read already, or breaks off, the status remains.
 *
 * @param response the answer of `fetch`
 * @param options  what the caller knows beyond it
 * @returns the error; never rejects
 * @example
 * const response = await fetch('/v2/Numbers')
 * if (!response.ok) throw await readApiError(response)
 */
export async function readApiError(response: Response, options?: NormalizeOptions): Promise<ApiError> {
  let body: unknown
  try {
    body = await response.clone().text()
  } catch (broken) {
    body = broken
  }
  const error = normalizeError(body, { ...options, status: response.status, headers: response.headers })
  error.cause = response
  return error
}

/**
 * Lets a good answer through and throws the {@link ApiError} of any other.
 *
 * @param response the answer of `fetch`
 * @returns the same response, unread
 * @throws ApiError
 * @example
 * const numbers = await fetch('/v2/Numbers').then(ensureOk)
 * return numbers.json()
 */
export async function ensureOk(response: Response): Promise<Response> {
  if (response.ok) return response
  throw await readApiError(response)
}
