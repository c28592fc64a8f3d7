import type { Params } from '../types.js'

/** What a field tells its form; the view implements it, so that the form needs no DOM. */
export interface FieldHandle {
  readonly name: string
  /** Stays the same when the field gets another name, as those of a row do that moves. */
  readonly key?: object | undefined
  /** The visible label, for messages and the summary. */
  label(): string | undefined
  /** Limits of the control (`maxLength`, `min`, `max`), for messages. */
  params(): Params
  /** What a browser fills it in with, as in the attribute `autocomplete`: tells which form signs in. */
  autoComplete?(): readonly string[]
  /** Whether its message is on screen when it has one. */
  isShown(): boolean
  /** Sorts fields as they stand on the page; any of them can be asked, and none is left out. */
  sort(fields: readonly FieldHandle[]): readonly FieldHandle[]
  /** Whether a link can lead to it: not hidden, inert or disabled. */
  canFocus?(): boolean
  /** Brings the field into view and focuses it; false when it cannot take focus. */
  focus(): boolean
}

/** Sorts items as their fields stand on the page; those of no field come last, in their own order. */
export function sortByField<Item>(
  items: readonly Item[],
  fieldOf: (item: Item) => FieldHandle | undefined,
): readonly Item[] {
  const itemsOf = new Map<FieldHandle, Item[]>()
  const without: Item[] = []
  for (const item of items) {
    const field = fieldOf(item)
    if (field === undefined) without.push(item)
    else if (itemsOf.get(field)?.push(item) === undefined) itemsOf.set(field, [item])
  }
  const [first] = itemsOf.keys()
  const sorted = first?.sort([...itemsOf.keys()]).flatMap((field) => itemsOf.get(field) ?? []) ?? []
  return [...sorted, ...without]
}
