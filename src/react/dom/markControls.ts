import { isChoice } from './captionOf.js'
import { isTag } from './elements.js'

/** The ARIA attributes that a field with problems gives to its controls. */
export interface FieldMarks {
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

/** The ids that were added to each element: only those are removed again. */
const marks = new WeakMap<Element, string>()

/**
 * Marks the controls of one name that no component marks. A choice is described on its group; ARIA 1.2 allows
 * aria-invalid on a radiogroup, not on a radio button.
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

/** Marks one element, whatever it is. */
export function markElement(element: Element, { describedBy, isInvalid }: FieldMarks): void {
  describe(element, describedBy)
  setInvalid(element, isInvalid)
}

/** Appends ids to those of the app, and removes those that were added before. */
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
