import { isElement, isTag, rootOf } from './elements.js'

/** Whether a control is one option among several. */
export function isChoice(control: Element): control is HTMLInputElement {
  return isTag(control, 'input') && (control.type === 'radio' || control.type === 'checkbox')
}

const knownLabels = new WeakMap<Element, HTMLLabelElement>()

/** The label of a control. `labels` scans the whole document, so the nearest one is tried first, and cached. */
export function labelOf(control: Element): HTMLElement | undefined {
  const isItsLabel = (label: HTMLLabelElement | null | undefined): label is HTMLLabelElement =>
    label?.isConnected === true && label.control === control
  const known = knownLabels.get(control)
  if (isItsLabel(known)) return known
  const near = control.parentElement?.querySelector('label')
  const label = isItsLabel(near) ? near : firstLabel(control)
  if (label !== undefined) knownLabels.set(control, label)
  return label
}

function firstLabel(control: Element): HTMLLabelElement | undefined {
  const labels = 'labels' in control ? control.labels : undefined
  const label = typeof labels === 'object' && labels !== null && '0' in labels ? labels[0] : undefined
  return isTag(label, 'label') ? label : undefined
}

/** What a control is called: by its label, or as ARIA says. */
export function nameOf(control: Element): string | undefined {
  const ids = control.getAttribute('aria-labelledby')?.trim().split(/\s+/) ?? []
  const texts = ids.map((id) => rootOf(control).getElementById(id)?.textContent)
  const text = labelOf(control)?.textContent ?? control.getAttribute('aria-label') ?? texts.join(' ')
  return text.trim() || undefined
}

/**
 * What has to be in view for a control to be understood: of a choice the legend, of anything else the legend only
 * if it is within half a screen of the control, else the label.
 */
export function captionOf(control: HTMLElement): Element {
  const legend = control.closest('fieldset')?.querySelector('legend')
  if (isElement(legend)) {
    if (isChoice(control)) return legend
    const { bottom, height } = control.getBoundingClientRect()
    const screen = control.ownerDocument.defaultView?.innerHeight ?? 0
    if (height > 0 && bottom - legend.getBoundingClientRect().top < screen / 2) return legend
  }
  return labelOf(control) ?? control
}
