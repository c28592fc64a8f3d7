import { attempt } from '../../internal/attempt.js'
import { isApiError } from '../ApiError.js'
import { toCode } from './clean.js'
import { parseBody } from './parseBody.js'
import { get, pickNamed } from './properties.js'

/**
 * The failure in what a function returned instead of throwing it: an error, `{ error }` as some clients and server
 * actions return it, or a body with a ResponseStatus that has a code.
 *
 * @returns `undefined` for a success
 */
export function returnedFailure(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Error || isApiError(value)) return value
  const error = get(value, 'error')
  if ((error !== undefined && error !== null && error !== false) || get(get(value, 'response'), 'ok') === false)
    return value
  if (attempt(() => pickNamed(value).ResponseStatus) === undefined) return undefined
  const parsed = parseBody(value)
  return toCode(parsed?.code) !== undefined || (parsed?.issues?.length ?? 0) > 0 ? value : undefined
}
