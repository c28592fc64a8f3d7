import type { Params } from '../types.js'

/** What a field tells its form; implemented by the view, so that the form needs no DOM. */
export interface FieldHandle {
  readonly name: string
  /** Identity of the control: the same when it gets another name, as in rows that are reordered. */
  readonly key?: object | undefined
  /** The visible label, for messages and the summary. */
  label(): string | undefined
  /** Limits of the control (`maxLength`, `min`, `max`), for messages. */
  params(): Params
  /** What a browser fills it in with, as in the attribute `autocomplete`: tells which form signs in. */
  autoComplete?(): readonly string[]
  /** Whether its message is on screen when it has one. */
  isShown(): boolean
  /** Whether it is inside of an element. */
  isIn?(element: object): boolean
  /** Sorts fields in DOM order; every handle sorts them all. */
  sort(fields: readonly FieldHandle[]): readonly FieldHandle[]
  /** Whether a link can lead to it: not hidden or inert. */
  canFocus?(): boolean
  /** Brings the field into view and focuses it; false when it cannot take focus. */
  focus(): boolean
}

/** Sorts items in the DOM order of their fields; those without a field come last, in their own order. */
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
