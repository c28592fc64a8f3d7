import { isTag } from './elements.js'
import { canBeSeen } from './visibility.js'

const USED = 'input, select, textarea, button, [tabindex], [role="combobox"], [role="slider"]'

/** Whether a control only mirrors the value of a widget: people cannot use it, it is there to be sent. */
export function isMirror(control: Element): boolean {
  if (control.matches('[aria-hidden="true"], [aria-hidden="true"] *')) return true
  return isTag(control, 'input', 'select') && (control.type === 'hidden' || !canBeSeen(control))
}

/**
 * The control of a widget that people use, where a control only mirrors its value: beside it, or in what is around
 * both of them and holds no other field.
 */
export function usedControl(control: HTMLElement): HTMLElement | undefined {
  if (!isMirror(control)) return undefined
  const isUsed = (element: Element | null): element is HTMLElement =>
    element !== null && element !== control && element.matches(USED) && isOfWidget(element)
  const beside = [control.previousElementSibling, control.nextElementSibling].find(isUsed)
  if (beside !== undefined) return beside
  for (let around = control.parentElement; around !== null && !isTag(around, 'form', 'body');) {
    const [first] = [...around.querySelectorAll<HTMLElement>(USED)].filter(isUsed)
    if (first !== undefined) return holdsOtherField(around, control) ? undefined : first
    around = around.parentElement
  }
  return undefined
}

/** Something to use that is no field of its own and does not send the form. */
function isOfWidget(element: Element): boolean {
  const isSubmit = isTag(element, 'button', 'input') && element.type === 'submit'
  return !isSubmit && !element.hasAttribute('name') && !isMirror(element) && canBeSeen(element)
}

function holdsOtherField(around: Element, control: Element): boolean {
  const name = control.getAttribute('name')
  return [...around.querySelectorAll('[name]')].some((other) => other.getAttribute('name') !== name)
}
