import { toNumber } from './toNumber.js'

/** An HTTP status, also as text; 0 means that no answer came. */
export function toStatus(value: unknown): number | undefined {
  return toNumber(value, /^(0|[1-5]\d\d)$/)
}
