import { captionOf } from './captionOf.js'
import { activeIn, isTag } from './elements.js'
import { usedControl } from './usedControl.js'
import { openDetails } from './visibility.js'

/** A choice that is made; of radio buttons it is the one that the keyboard reaches. */
const CHECKED = 'input[type="radio"]:checked, [role="radio"][aria-checked="true"]'
const FOCUSABLE = 'input, select, textarea, button, a[href], [tabindex]'

/**
 * Brings the caption of a control into view and focuses the control without moving the page again, as GOV.UK's error
 * summary does; opens each `<details>` around it. Of several controls it takes the radio button that is checked, else
 * the first that is marked as invalid (the parts of a date), else the first.
 *
 * @returns false when none can take focus: hidden, inert, disabled or gone
 */
export function focusControl(controls: readonly HTMLElement[]): boolean {
  const able = controls.filter((control) => !control.matches(':disabled'))
  const isInvalid = (control: HTMLElement): boolean => control.getAttribute('aria-invalid') === 'true'
  const named = able.find((each) => each.matches(CHECKED)) ?? able.find(isInvalid) ?? able[0]
  if (named === undefined) return false
  const control = usedControl(named) ?? named
  openDetails(control)
  scrollIntoView(captionOf(control), 'start')
  // A custom widget may spread the props on a wrapper of the element that takes the focus.
  return takesFocus(control) || [CHECKED, FOCUSABLE].some((inner) => takesFocus(control.querySelector(inner)))
}

/** Focuses an element; it may hand the focus on to another. */
function takesFocus(element: HTMLElement | null): boolean {
  if (element === null) return false
  const page = element.ownerDocument
  const before = activeIn(page)
  element.focus({ preventScroll: true })
  const now = activeIn(page)
  return now === element || (now !== before && now !== null && !isTag(now, 'body'))
}

/** Focuses a summary. Focusable only until blur: later a click on its text must not move the focus to it. */
export function focusSummary(summary: HTMLElement): void {
  summary.tabIndex = -1
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true })
  scrollIntoView(summary, 'nearest')
  summary.focus({ preventScroll: true })
}

/** Scrolls an element into view, where the environment can scroll: test environments without layout cannot. */
function scrollIntoView(element: Element, block: ScrollLogicalPosition): void {
  if ('scrollIntoView' in element) element.scrollIntoView({ block })
}
