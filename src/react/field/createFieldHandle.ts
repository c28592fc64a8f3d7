import type { FieldHandle } from '../../core/client/Scope.js'
import type { Params } from '../../core/types.js'
import { focusControl } from './focusControl.js'

/** What a scope learns of a field on the page. `isOnScreen` is hoped for until a message proves it. */
export function createFieldHandle(name: string, errorId: string, label: string | undefined): FieldHandle & { isOnScreen: boolean } {
  const controls = (): readonly HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>('[data-field]')].filter((element) => element.dataset.field === errorId)
  const place = (): Element | null => controls()[0] ?? document.getElementById(errorId)

  const handle = {
    name,
    isOnScreen: true,
    label: () => label ?? labelOf(controls()[0]),
    params: () => limitsOf(controls()[0]),
    isShown: () => handle.isOnScreen,
    compare(other: FieldHandle & { place?: () => Element | null }): number {
      const [here, there] = [place(), other.place?.() ?? null]
      if (here === null || there === null || here === there) return 0
      return here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
    },
    focus: () => focusControl(controls()[0]),
    place,
  }
  return handle
}

/** The legend for a choice among several, else the label; without what is hidden in it. */
function labelOf(control: HTMLElement | undefined): string | undefined {
  if (control === undefined) return undefined
  const isChoice = control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
  const legend = isChoice || control instanceof HTMLFieldSetElement ? control.closest('fieldset')?.querySelector('legend') : undefined
  const labels = 'labels' in control ? (control.labels as NodeListOf<HTMLLabelElement> | null) : null
  const text = (legend ?? labels?.[0])?.textContent ?? control.getAttribute('aria-label')
  return text?.trim() || undefined
}

const LIMITS = [
  ['minLength', 'min'],
  ['maxLength', 'max'],
  ['min', 'min'],
  ['max', 'max'],
] as const

function limitsOf(control: HTMLElement | undefined): Params {
  const params: Record<string, string | number> = {}
  for (const [attribute, name] of LIMITS) {
    const value = control?.getAttribute(attribute) ?? ''
    if (/^-?\d+(\.\d+)?$/.test(value)) params[name] = Number(value)
  }
  return params
}
