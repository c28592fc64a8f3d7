import { attempt } from '../../internal/attempt.js'
import { isApiError } from '../ApiError.js'
import { toCode } from './clean.js'
import { parseBody } from './parseBody.js'
import { get, pickNamed } from './properties.js'

/**
 * The failure in what a function returned instead of throwing it: an error, an answer that is not ok, `{ error }` as some
 * clients and server actions return it, next-safe-action's `{ serverError, validationErrors }`, or a body with a
 * ResponseStatus that has a code.
 *
 * @returns `undefined` for a success
 */
export function returnedFailure(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Error || isApiError(value)) return value
  const isRefused = [value, get(value, 'response')].some((answer) => get(answer, 'ok') === false)
  const isSaid = ['error', 'serverError', 'validationErrors'].some((key) => isFilled(get(value, key)))
  if (isRefused || isSaid) return value
  if (attempt(() => pickNamed(value).ResponseStatus) === undefined) return undefined
  const parsed = parseBody(value)
  return toCode(parsed?.code) !== undefined || (parsed?.issues?.length ?? 0) > 0 ? value : undefined
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== false
