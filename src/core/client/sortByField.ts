import type { FieldHandle } from './FieldHandle.js'

/** Sorts items as their fields stand on the page; those of no field come last, in their own order. */
export function sortByField<Item>(
  items: readonly Item[],
  fieldOf: (item: Item) => FieldHandle | undefined,
): readonly Item[] {
  const itemsOf = new Map<FieldHandle | undefined, Item[]>()
  for (const item of items) {
    const field = fieldOf(item)
    const known = itemsOf.get(field)
    if (known === undefined) itemsOf.set(field, [item])
    else known.push(item)
  }
  const without = itemsOf.get(undefined) ?? []
  const fields: FieldHandle[] = []
  for (const field of itemsOf.keys()) if (field !== undefined) fields.push(field)
  const sorted: Item[] = []
  for (const field of fields[0]?.sort(fields) ?? []) sorted.push(...(itemsOf.get(field) ?? []))
  return [...sorted, ...without]
}
