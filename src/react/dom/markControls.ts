import { isChoice } from './captionOf.js'
import { isTag } from './elements.js'

/** What the problems of a field put on its controls. */
export interface FieldMarks {
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

/** What was put on an element, so that it can be taken away again and nothing else is. */
const marks = new WeakMap<Element, string>()

/**
 * Marks the controls of one name that nobody else marks. The description of a choice belongs to its group; of radio
 * buttons ARIA 1.2 knows an invalid radiogroup only.
 */
export function markControls(controls: readonly Element[], { describedBy, isInvalid }: FieldMarks): void {
  const [first] = controls
  const isRadio = isTag(first, 'input') && first.type === 'radio'
  const isGroup = isRadio || (first !== undefined && isChoice(first) && controls.length > 1)
  const group = isGroup ? (first?.closest('fieldset, [role="radiogroup"], [role="group"]') ?? undefined) : undefined
  if (group !== undefined) {
    describe(group, describedBy)
    if (group.getAttribute('role') === 'radiogroup') setInvalid(group, isInvalid)
  }
  for (const control of controls) {
    if (group === undefined) describe(control, describedBy)
    if (!isRadio) setInvalid(control, isInvalid)
  }
}

/** Marks one element. */
export function markElement(element: Element, { describedBy, isInvalid }: FieldMarks): void {
  describe(element, describedBy)
  setInvalid(element, isInvalid)
}

/** Adds ids behind those that others wrote, and takes away those of before. */
function describe(element: Element, ids = ''): void {
  const ours = marks.get(element) ?? ''
  if (ids === '' && ours === '') return
  const before = element.getAttribute('aria-describedby') ?? ''
  if (ids === before && ours === '') return
  const others = without(before, ours)
  const added = without(ids, others)
  marks.set(element, added)
  setOrRemove(element, 'aria-describedby', `${others} ${added}`.trim())
}

/** The ids that are not among the others. */
function without(ids: string, others: string): string {
  if (ids === others || ids === '') return ''
  if (others === '') return ids
  const gone = new Set(others.split(/\s+/))
  return ids
    .split(/\s+/)
    .filter((id) => !gone.has(id))
    .join(' ')
}

function setInvalid(element: Element, isInvalid: boolean): void {
  setOrRemove(element, 'aria-invalid', isInvalid ? 'true' : '')
}

function setOrRemove(element: Element, attribute: string, value: string): void {
  if (value !== '') element.setAttribute(attribute, value)
  else element.removeAttribute(attribute)
}
