import type { FieldHandle } from '../../core/client/FieldHandle.js'

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
  return [...inDocumentOrder(places), ...nowhere]
}

/** The page lists its bound controls faster than it compares each two; only what it does not list is compared. */
function inDocumentOrder(places: ReadonlyMap<Element, FieldHandle>): readonly FieldHandle[] {
  const sorted: FieldHandle[] = []
  for (const control of document.querySelectorAll('[data-field]')) {
    const field = places.get(control)
    if (field !== undefined) sorted.push(field)
    if (sorted.length === places.size) return sorted
  }
  const isBefore = (here: Element, there: Element): boolean => (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return [...places].sort(([here], [there]) => (isBefore(here, there) ? -1 : 1)).map(([, field]) => field)
}
