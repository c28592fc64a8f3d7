import { scrollIntoView } from '../scrollIntoView.js'

/**
 * Brings the label (of a group: its legend) into view and focuses the control without moving the page again,
 * as GOV.UK's error summary does.
 *
 * @returns false when the control cannot take focus: hidden, inert, disabled or gone
 */
export function focusControl(control: HTMLElement | undefined): boolean {
  if (control === undefined) return false
  const closed = control.closest('details:not([open])')
  if (closed instanceof HTMLDetailsElement) closed.open = true
  const caption = control.closest('fieldset')?.querySelector('legend') ?? captionOf(control)
  scrollIntoView(caption, 'start')
  control.focus({ preventScroll: true })
  return document.activeElement === control
}

function captionOf(control: HTMLElement): Element {
  const labels = 'labels' in control ? (control.labels as NodeListOf<HTMLLabelElement> | null) : null
  return labels?.[0] ?? control
}
