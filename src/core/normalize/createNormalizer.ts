import { isObject } from '../../internal/isObject.js'
import type { ApiError } from '../ApiError.js'
import type { BodyParser } from './BodyParser.js'
import { normalizeError, type NormalizeOptions } from './normalizeError.js'

/** Normalizes a failure; anew where more is known of its answer. */
export type Normalizer = (failure: unknown, answer?: NormalizeOptions) => ApiError

/** Makes what normalizes with the parsers of an app; the same failure gives the same error. */
export function createNormalizer(parsers: readonly BodyParser[] | undefined): Normalizer {
  const known = new WeakMap<object, ApiError>()
  return (failure, answer) => {
    const before = isObject(failure) && answer === undefined ? known.get(failure) : undefined
    if (before !== undefined) return before
    const isPlain = parsers === undefined && answer === undefined
    const error = isPlain ? normalizeError(failure) : normalizeError(failure, { ...answer, parsers })
    if (isObject(failure)) known.set(failure, error)
    return error
  }
}
