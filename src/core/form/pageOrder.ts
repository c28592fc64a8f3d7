import type { FailureRecord, PlacedIssue } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'
import { sameItems } from './fieldStates.js'

type FindField = (name: string, record: FailureRecord) => FieldHandle | undefined

interface FieldsOnPage {
  readonly field: FindField
  readonly isShown: (name: string, record: FailureRecord) => boolean
  readonly isPlain: (name: string, record: FailureRecord) => boolean
}

/** Puts the field first that shows the message of a group: the first visible one in DOM order. */
export function withCarrierFirst(
  item: PlacedIssue,
  before: readonly PlacedIssue[],
  { field, isShown, isPlain }: FieldsOnPage,
): PlacedIssue {
  if (item.fields.length < 2) return item
  const known = before.find((line) => line.issue === item.issue && line.record === item.record)
  const inOrder = sortByField(item.fields, (name) => field(name, item.record))
  const shown = inOrder.filter((name) => isShown(name, item.record))
  const carrier = shown.find((name) => !isPlain(name, item.record)) ?? shown[0] ?? inOrder[0]
  const fields = [...inOrder].sort((a, b) => Number(b === carrier) - Number(a === carrier))
  return known !== undefined && known.home === item.home && sameItems(known.fields, fields)
    ? known
    : { ...item, fields }
}

/** Sorts lines in DOM order. When lines have only gone the old order holds: comparing positions is slow. */
export function inPageOrder(
  lines: readonly PlacedIssue[],
  before: readonly PlacedIssue[],
  field: FindField,
): readonly PlacedIssue[] {
  const present = new Set(before.length < lines.length ? [] : lines)
  const left = before.filter((line) => present.has(line))
  if (left.length === lines.length) return left
  return sortByField(lines, ({ fields: [carrier], record }) =>
    carrier === undefined ? undefined : field(carrier, record),
  )
}

/** Sorts items in the DOM order of their fields; those without a field come last, in their own order. */
function sortByField<Item>(items: readonly Item[], fieldOf: (item: Item) => FieldHandle | undefined): readonly Item[] {
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
