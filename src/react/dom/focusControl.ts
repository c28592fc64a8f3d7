import { captionOf } from './captionOf.js'

/**
 * Brings the caption of a control into view and focuses the control without moving the page again, as GOV.UK's error
 * summary does; opens each `<details>` around it. Of several controls (radio buttons, the parts of a date) it takes
 * the first that is marked as invalid, else the first.
 *
 * @returns false when none can take focus: hidden, inert, disabled or gone
 */
export function focusControl(controls: readonly HTMLElement[]): boolean {
  const able = controls.filter((control) => !control.matches(':disabled'))
  const control = able.find((each) => each.getAttribute('aria-invalid') === 'true') ?? able[0]
  if (control === undefined) return false
  openDetails(control)
  scrollIntoView(captionOf(control), 'start')
  control.focus({ preventScroll: true })
  if (document.activeElement === control) return true
  // A custom widget may spread the props on a wrapper of the element that takes the focus.
  const inner = control.querySelector<HTMLElement>('input, select, textarea, button, a[href], [tabindex]')
  inner?.focus({ preventScroll: true })
  return inner !== null && document.activeElement === inner
}

function openDetails(control: Element): void {
  for (let parent = control.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true
  }
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
