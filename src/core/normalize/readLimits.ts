import type { Params } from '../types.js'
import { toNumber } from './toNumber.js'

/** Names of limits, the lower ones in a group; all else in `Meta` can echo what someone typed. */
const limit = /^(?:(MinLength|From|GreaterThanOrEqual)|MaxLength|To$|LessThanOrEqual)/i

/**
 * Reads `min` and `max` out of an item's `Meta`.
 *
 * @param code names the validator, which says which way a `ComparisonValue` bounds (of `Equal` it is what someone typed)
 */
export function readLimits(meta: unknown, code: unknown): Params {
  const params: Record<string, number> = {}
  for (const [key, value] of typeof meta === 'object' ? Object.entries(meta ?? {}) : []) {
    const found = limit.exec(key === 'ComparisonValue' && typeof code === 'string' ? code : key)
    const number = toNumber(value)
    if (found && number !== undefined) params[found[1] ? 'min' : 'max'] = number
  }
  return params
}
