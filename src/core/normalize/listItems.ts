import { pickKey } from './pickKey.js'

/**
 * Lists what `Errors` holds, each with the name that its key gives it:
 * the documented array, and also texts, a map by field, nested arrays or a mixture.
 */
export function listItems(errors: unknown, depth: number, fieldName?: string): readonly ListedItem[] {
  const items: ListedItem[] = []
  addItems(items, errors, depth, fieldName)
  return items
}

/** What one entry of `Errors` holds, and the name that its key gives it. */
interface ListedItem {
  readonly item: unknown
  readonly fieldName: string | undefined
}

const MARKS = ['FieldName', 'Message', 'ErrorCode']

function addItems(items: ListedItem[], errors: unknown, depth: number, fieldName: string | undefined): void {
  if (isItem(errors)) items.push({ item: errors, fieldName })
  else if (depth > 0 && Array.isArray(errors)) for (const each of errors) addItems(items, each, depth - 1, fieldName)
  else if (depth > 0) for (const [key, each] of Object.entries(Object(errors))) addItems(items, each, depth - 1, key)
}

function isItem(value: unknown): boolean {
  if (typeof value === 'string') return true
  for (const name of MARKS) if (typeof pickKey(value, name) === 'string') return true
  return false
}
