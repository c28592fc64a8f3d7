/** Whether a control is one option among several. */
export function isChoice(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
}

/** The label of a control. */
export function labelOf(control: Element): HTMLElement | undefined {
  const labels = 'labels' in control && control.labels instanceof NodeList ? control.labels : undefined
  const label = labels?.[0]
  return label instanceof HTMLElement ? label : undefined
}

/**
 * What has to be in view for a control to be understood: of a choice the legend, of anything else the legend only
 * if it stands within half a screen of the control, else the label.
 */
export function captionOf(control: HTMLElement): Element {
  const legend = control.closest('fieldset')?.querySelector('legend')
  if (legend !== null && legend !== undefined) {
    if (isChoice(control)) return legend
    const { bottom, height } = control.getBoundingClientRect()
    if (height > 0 && bottom - legend.getBoundingClientRect().top < window.innerHeight / 2) return legend
  }
  return labelOf(control) ?? control
}
