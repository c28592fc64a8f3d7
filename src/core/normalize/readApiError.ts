import type { ApiError } from '../ApiError.js'
import { normalizeError, type NormalizeOptions } from './normalizeError.js'
import { describeAnswer, unreadBodyOf } from './readBody.js'
import { returnedFailure } from './returnedFailure.js'
import { keepAnswer } from './readFailure.js'

/**
 * Makes an {@link ApiError} of any failure, with its body: {@link normalizeError} cannot wait for one.
 * Reads a clone, so that the answer can still be read; of one that was read already, or breaks off, the status remains.
 *
 * @param failure the answer of `fetch`, or whatever a client threw
 * @param options what the caller knows beyond it
 * @returns the error; never rejects
 * @example
 * const response = await fetch('/v2/Numbers')
 * if (!response.ok) throw await readApiError(response)
 */
export async function readApiError(failure: unknown, options: NormalizeOptions = {}): Promise<ApiError> {
  const unread = unreadBodyOf(failure)
  const body = await unread?.read()
  if (unread === undefined || body === undefined) return normalizeError(failure, options)
  const answer = { ...describeAnswer(unread.answer, body), ...options }
  const error = normalizeError(failure, answer)
  keepAnswer(error, answer)
  return error
}

/**
 * Lets a good answer through and throws the {@link ApiError} of any other: of an answer of `fetch` that is not ok, of
 * what a client or a server action returned in place of throwing it (`{ error }`, `{ serverError, validationErrors }`).
 *
 * @param answer the answer of `fetch`, or what a function returned
 * @returns the same answer, unread
 * @throws ApiError
 * @example
 * const numbers = await fetch('/v2/Numbers').then(ensureOk)
 * const saved = await saveAction(values).then(ensureOk)
 */
export async function ensureOk<Answer>(answer: Answer): Promise<Answer> {
  const failure = returnedFailure(answer)
  if (failure === undefined) return answer
  throw await readApiError(failure)
}
