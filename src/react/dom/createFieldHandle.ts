import type { FieldHandle } from '../../core/form/FieldHandle.js'
import type { Params } from '../../core/types.js'
import { isChoice, labelOf } from './captionOf.js'
import { focusControl } from './focusControl.js'

/** The controls of a field; most questions are about the first. */
export interface Controls {
  readonly first: () => HTMLElement | null
  readonly all: () => readonly HTMLElement[]
}

export interface FieldParts {
  readonly name: string
  readonly key: object
  readonly controls: Controls
  readonly errorId?: string
  readonly label?: string | undefined
}

/** A field handle that knows its element. */
export interface DomFieldHandle extends FieldHandle {
  /** Whether its messages are rendered; assumed until the first one, and known from then on. */
  isOnScreen: boolean
  place(): Element | null
}

/** Finds the controls that carry the id of a message in `data-field`. */
export function controlsOf(errorId: string): Controls {
  const selector = `[data-field="${errorId.replace(/["\\]/g, '\\$&')}"]`
  let known: HTMLElement | null = null
  return {
    first() {
      if (known?.isConnected !== true || known.getAttribute('data-field') !== errorId)
        known = document.querySelector<HTMLElement>(selector)
      return known
    },
    all: () => [...document.querySelectorAll<HTMLElement>(selector)],
  }
}

export function createFieldHandle({ name, key, errorId, label, controls: { first, all } }: FieldParts): DomFieldHandle {
  const handle: DomFieldHandle = {
    name,
    key,
    isOnScreen: true,
    label: () => label ?? readLabel(first(), () => all().length > 1),
    params: () => readLimits(first()),
    autoComplete: () => all().flatMap(readAutoComplete),
    isShown: () => handle.isOnScreen,
    place: () => first() ?? (errorId === undefined ? null : document.getElementById(errorId)),
    isIn: (element) => element instanceof Node && element.contains(first()),
    sort: sortByPlace,
    canFocus: () => isReachable(first()) || all().some(isReachable),
    focus: () => focusControl(all()),
  }
  return handle
}

/** What cannot be focused. Not `:disabled`: many forms disable their fields only while a request runs. */
const UNREACHABLE = '[hidden], [inert], [hidden] *, [inert] *'

function isReachable(control: HTMLElement | null): boolean {
  if (control === null || control.matches(UNREACHABLE)) return false
  return !(control instanceof HTMLInputElement) || control.type !== 'hidden'
}

/** The legend for a choice or for what consists of several parts, else the label. */
function readLabel(control: HTMLElement | null, isOneOfSeveral: () => boolean): string | undefined {
  if (control === null) return undefined
  const legend = control.closest('fieldset')?.querySelector('legend') ?? null
  const isInLegend =
    legend !== null && (isChoice(control) || control instanceof HTMLFieldSetElement || isOneOfSeveral())
  const text = (isInLegend ? legend : labelOf(control))?.textContent ?? control.getAttribute('aria-label')
  return text?.trim() || undefined
}

/** Of the control, or of the one in it: many a component puts what it is given on an element around its input. */
function readAutoComplete(control: HTMLElement): readonly string[] {
  const inputs = [control, ...control.querySelectorAll('[autocomplete]')]
  return inputs.flatMap((input) => (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/))
}

const LIMITS = [
  { attribute: 'minLength', name: 'min' },
  { attribute: 'maxLength', name: 'max' },
  { attribute: 'min', name: 'min' },
  { attribute: 'max', name: 'max' },
] as const

function readLimits(control: HTMLElement | null): Params {
  const params: Record<string, string | number> = {}
  for (const { attribute, name } of LIMITS) {
    const value = control?.getAttribute(attribute)
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) params[name] = Number(value)
  }
  return params
}

interface PlacedField extends FieldHandle {
  readonly place?: () => Element | null
}

/** Sorts fields in DOM order; those without an element come last. */
function sortByPlace(fields: readonly PlacedField[]): readonly FieldHandle[] {
  const places = new Map<Element, FieldHandle>()
  const nowhere: FieldHandle[] = []
  for (const field of fields) {
    const place = field.place?.() ?? null
    if (place === null || places.has(place)) nowhere.push(field)
    else places.set(place, field)
  }
  const sorted: FieldHandle[] = []
  for (const place of [...places.keys()].sort(inPageOrder)) {
    const field = places.get(place)
    if (field !== undefined) sorted.push(field)
  }
  return [...sorted, ...nowhere]
}

const inPageOrder = (here: Element, there: Element): number =>
  (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1
