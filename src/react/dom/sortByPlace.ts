import type { FieldHandle } from '../../core/form/FieldHandle.js'

/** A field that may know where it stands. */
interface PlacedField extends FieldHandle {
  readonly place?: () => Element | null
}

/** Sorts fields as they stand on the page; what has no place comes last. */
export function sortByPlace(fields: readonly PlacedField[]): readonly FieldHandle[] {
  const places = new Map<Element, FieldHandle>()
  const nowhere: FieldHandle[] = []
  for (const field of fields) {
    const place = field.place?.() ?? null
    if (place === null || places.has(place)) nowhere.push(field)
    else places.set(place, field)
  }
  const sorted: FieldHandle[] = []
  for (const place of [...places.keys()].sort(inPageOrder)) {
    const field = places.get(place)
    if (field !== undefined) sorted.push(field)
  }
  return [...sorted, ...nowhere]
}

const inPageOrder = (here: Element, there: Element): number =>
  (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1
