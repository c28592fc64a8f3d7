import { readApiError } from './readApiError.js'

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
