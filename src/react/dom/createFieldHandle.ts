import type { FieldHandle } from '../../core/form/FieldHandle.js'
import type { Params } from '../../core/types.js'
import { isChoice, nameOf } from './captionOf.js'
import { findAll, findById, formAround, isElement, isTag, parentOf } from './elements.js'
import { focusControl } from './focusControl.js'
import { usedControl } from './usedControl.js'
import { canBeSeen, canTakeFocus, onPageChange, openDetails } from './visibility.js'

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
  /** The element around all of the field, where it has one. */
  readonly frame?: (() => HTMLElement | null) | undefined
  /** The element of its message, where a component of ours renders that alone. */
  readonly beside?: (() => HTMLElement | null) | undefined
  /** The form of the `<ApiForm>` around it, whose content can stand elsewhere on the page. */
  readonly owner?: (() => HTMLFormElement | null) | undefined
}

/** A field handle that knows its element. */
export interface DomFieldHandle extends FieldHandle {
  /** Whether its messages are rendered; assumed until the first one, and known from then on. */
  isOnScreen: boolean
  place(): Element | null
}

/** Where a field stands, as far as its component knows. */
export interface FieldFrame {
  /** The element around label, messages and control. */
  readonly element?: (() => HTMLElement | null) | undefined
  /** The id that the control was given. */
  readonly id?: string | undefined
  /** The element of the message, where that is all that is known. */
  readonly beside?: (() => HTMLElement | null) | undefined
}

/** Finds the controls that carry the id of a message in `data-field`, or what else a widget has made of its props. */
export function controlsOf(errorId: string, { element: frame, id, beside }: FieldFrame): Controls {
  const selector = `[data-field="${escape(errorId)}"]`
  let known: HTMLElement | undefined
  const all = (): readonly HTMLElement[] => {
    const near = frame?.() ?? null
    const inside = [...(near?.querySelectorAll<HTMLElement>(selector) ?? [])]
    if (inside.length > 0) return inside
    const found = inFormOf(beside?.() ?? null, findAll(selector, near ?? beside?.()))
    if (found.length > 0 || near === null || id === undefined) return found
    const [given] = near.querySelectorAll<HTMLElement>(`[id="${escape(id)}"]`)
    const widget = given ?? near.querySelector<HTMLElement>(WIDGET)
    return widget === null ? [] : [widget]
  }
  return {
    first() {
      if (known?.isConnected !== true || known.getAttribute('data-field') !== errorId) [known] = all()
      return known ?? null
    },
    all,
  }
}

/** Those in the same form as an element; all if none is. */
function inFormOf(element: HTMLElement | null, controls: readonly HTMLElement[]): readonly HTMLElement[] {
  if (element === null || controls.length < 2) return controls
  const form = formAround(element)
  const inForm = controls.filter((control) => formAround(control) === form)
  return inForm.length > 0 ? inForm : controls
}

/** What takes the focus in a widget that has dropped the props it was given. */
const WIDGET = '[role="combobox"], [role="radiogroup"], input, select, textarea, button, [tabindex="0"]'

const escape = (text: string): string => text.replace(/["\\]/g, '\\$&')

export function createFieldHandle({
  name,
  key,
  errorId,
  label,
  controls,
  frame,
  beside,
  owner,
}: FieldParts): DomFieldHandle {
  const { first, all } = controls
  const used = (control: HTMLElement | null): HTMLElement | null => control && (usedControl(control) ?? control)
  const message = (): HTMLElement | undefined => (errorId === undefined ? undefined : findById(errorId, first()))
  const handle: DomFieldHandle = {
    name,
    key,
    isOnScreen: true,
    label: () => label ?? readLabel(first(), () => all().length > 1),
    params: () => readLimits(first()),
    autoComplete() {
      const control = first()
      return control === null ? [] : readAutoComplete(control)
    },
    forms() {
      const own = owner?.()
      if (own) return [own]
      const place = frame?.() ?? beside?.()
      const parts = place ? [first() ?? place] : all()
      return [...new Set(parts.flatMap((part) => formAround(part) ?? []))]
    },
    isShown: () => handle.isOnScreen,
    isIn: (element) => isElement(element) && element.contains(first()),
    isVisible() {
      // Not the control: many a widget hides it and shows something else in its place.
      const place = frame?.() ?? (message() ?? first())?.parentElement
      return !place || canBeSeen(place)
    },
    open() {
      const place = frame?.() ?? message() ?? first()
      if (place) openDetails(place)
    },
    place: () => first() ?? message() ?? null,
    sort: sortByPlace,
    canFocus: (isNow = false) =>
      isNow ? all().some((control) => canTakeFocus(used(control))) : isLinkable(first, all),
    focus(form) {
      const inForm = all().filter((control) => form !== undefined && formAround(control) === form)
      return focusControl(inForm.length > 0 ? inForm : all())
    },
    onPageChange,
  }
  return handle
}

const isLinkable = (first: Controls['first'], all: Controls['all']): boolean =>
  isReachable(first()) || all().some(isReachable)

/** What cannot be focused. Not `:disabled`: many forms disable their fields only while a request runs. */
const UNREACHABLE = '[hidden], [inert], [hidden] *, [inert] *'

function isReachable(control: HTMLElement | null): boolean {
  const isFree = (target: HTMLElement): boolean =>
    !target.matches(UNREACHABLE) && !(isTag(target, 'input') && target.type === 'hidden')
  if (control === null) return false
  if (isFree(control)) return true
  const used = usedControl(control)
  return used !== undefined && isFree(used)
}

/** The legend for a choice or for what consists of several parts, else the label. */
function readLabel(control: HTMLElement | null, isOneOfSeveral: () => boolean): string | undefined {
  if (control === null) return undefined
  const legend = control.closest('fieldset')?.querySelector('legend') ?? null
  if (legend !== null && (isChoice(control) || isTag(control, 'fieldset') || isOneOfSeveral()))
    return legend.textContent.trim() || undefined
  const name = nameOf(control)
  const used = name === undefined ? usedControl(control) : undefined
  return used === undefined ? name : nameOf(used)
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

function inPageOrder(here: Element, there: Element): number {
  const position = here.compareDocumentPosition(there)
  if ((position & Node.DOCUMENT_POSITION_DISCONNECTED) !== 0) return inOrderOfHosts(here, there)
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1
}

/** Of two places in different shadow roots or iframes, what holds them decides. */
function inOrderOfHosts(here: Element, there: Element): number {
  const others = [...hostsOf(there)]
  for (const host of hostsOf(here)) {
    const other = others.find((each) => each !== host && each.getRootNode() === host.getRootNode())
    if (other !== undefined) return inPageOrder(host, other)
  }
  return 1
}

function* hostsOf(element: Element): Generator<Element> {
  yield element
  for (let around = parentOf(element), inner = element; around !== null; inner = around, around = parentOf(around)) {
    if (around.getRootNode() !== inner.getRootNode()) yield around
  }
}
