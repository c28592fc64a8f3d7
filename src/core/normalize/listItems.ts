import { pickKey } from './pickKey.js'

/**
 * Lists what `Errors` holds, each with the name that its key gives it:
 * the documented array, and also texts, a map by field, nested arrays or a mixture.
 */
export function listItems(errors: unknown, depth: number, fieldName?: string): [item: unknown, fieldName: string | undefined][] {
  if (typeof errors === 'string' || ['FieldName', 'Message', 'ErrorCode'].some((name) => typeof pickKey(errors, name) === 'string')) return [[errors, fieldName]]
  if (!depth) return []
  if (Array.isArray(errors)) return errors.flatMap((each) => listItems(each, depth - 1, fieldName))
  return Object.entries(Object(errors)).flatMap(([key, each]) => listItems(each, depth - 1, key))
}
