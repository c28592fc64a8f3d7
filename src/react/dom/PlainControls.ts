import type { Form } from '../../core/form/Form.js'
import { controlsOf, createFieldHandle } from './createFieldHandle.js'
import { isChoice } from './captionOf.js'
import { isElement, isTag, knowRootOf, rootOf } from './elements.js'
import { describedBy, fieldErrorId } from '../shared/ids.js'
import { markControls, markElement } from './markControls.js'
import { usedControl } from './usedControl.js'

const CONTROLS = 'input, select, textarea'
const NOT_FILLED_IN = new Set(['submit', 'button', 'reset', 'image'])
/** After which a widget can have another value: it tells its mirror of it without an event. */
const USES = ['click', 'keyup', 'pointerup', 'change'] as const

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The controls of a form that no `Field` and no `useFieldError` binds: found by name, and marked in the DOM. */
export class PlainControls {
  readonly #element: HTMLFormElement
  readonly #form: Form
  readonly #domId: string
  readonly #controls = new Map<Control, { readonly name: string; readonly remove: () => void }>()
  /** The mirrors of widgets that are marked, with the values that were refused. */
  readonly #refused = new Map<Control, string>()
  readonly #subscriptions = new Map<string, () => void>()
  readonly #observer: MutationObserver
  readonly #root: Document | ShadowRoot

  constructor(element: HTMLFormElement, form: Form, domId: string) {
    this.#element = element
    this.#form = form
    this.#domId = domId
    this.#observer = new MutationObserver((records) => {
      if (records.some(concernsControls)) this.#sync()
    })
    this.#observer.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['name', 'type'],
    })
    // On the root: a control with a `form` attribute can be outside of the form's element.
    this.#root = rootOf(element)
    // Captured: an edit that saves at once comes before its call.
    this.#root.addEventListener('input', this.#onInput, true)
    for (const type of USES) this.#root.addEventListener(type, this.#onUse)
    knowRootOf(element)
    this.#sync()
  }

  stop(): void {
    this.#observer.disconnect()
    this.#root.removeEventListener('input', this.#onInput, true)
    for (const type of USES) this.#root.removeEventListener(type, this.#onUse)
    for (const control of this.#controls.keys()) this.#drop(control)
    for (const unsubscribe of this.#subscriptions.values()) unsubscribe()
    this.#subscriptions.clear()
  }

  readonly #onInput = ({ target }: { readonly target: EventTarget | null }): void => {
    const known = isControl(target) ? this.#controls.get(target) : undefined
    if (known !== undefined && isControl(target)) this.#form.clearField(known.name, target)
  }

  /** Later: the widget renders its new value first. */
  readonly #onUse = (): void => {
    if (this.#refused.size > 0) setTimeout(() => this.#clearChanged())
  }

  #clearChanged(): void {
    for (const [control, value] of this.#refused)
      if (valueOf(control) !== value) this.#form.clearField(control.name, control)
  }

  #sync(): void {
    const present = new Set(
      [...this.#element.elements].filter((element) => isControl(element)).filter((control) => this.#isPlain(control)),
    )
    const changed = new Set<string>()
    for (const [control, { name }] of this.#controls) {
      if (present.has(control) && control.name === name) continue
      this.#drop(control)
      changed.add(name)
    }
    for (const control of present) {
      if (this.#controls.has(control)) continue
      this.#add(control)
      changed.add(control.name)
    }
    for (const name of changed) this.#mark(name)
  }

  #isPlain(control: Control): boolean {
    return (
      control.name !== '' &&
      !NOT_FILLED_IN.has(control.type) &&
      (control.type !== 'hidden' || usedControl(control) !== undefined) &&
      (control.dataset.field === undefined || this.#controls.has(control))
    )
  }

  #add(control: Control): void {
    const { name } = control
    const errorId = fieldErrorId(this.#domId, name)
    control.dataset.field = errorId
    const found = createFieldHandle({
      name,
      key: control,
      errorId,
      controls: controlsOf(errorId, { element: () => this.#element }),
      owner: () => this.#element,
    })
    // Where there is a summary, its line says the message.
    const handle = { ...found, isPlain: true, isShown: () => !this.#form.hasSummary }
    this.#controls.set(control, { name, remove: this.#form.addField(handle) })
    if (!this.#subscriptions.has(name))
      this.#subscriptions.set(
        name,
        this.#form.subscribeField(name, () => this.#mark(name)),
      )
  }

  #drop(control: Control): void {
    this.#controls.get(control)?.remove()
    this.#controls.delete(control)
    this.#refused.delete(control)
    delete control.dataset.field
    markControls([control], { describedBy: undefined, isInvalid: false })
  }

  #mark(name: string): void {
    const controls = [...this.#controls].filter(([, known]) => known.name === name).map(([control]) => control)
    const state = this.#form.fieldState(name, controls[0])
    const marks = { describedBy: describedBy(this.#domId, state), isInvalid: state.isInvalid }
    markControls(controls, marks)
    for (const control of controls) {
      const used = usedControl(control)
      if (used === undefined) continue
      markElement(used, marks)
      if (state.isInvalid) this.#refused.set(control, valueOf(control))
      else this.#refused.delete(control)
    }
  }
}

const isControl = (value: unknown): value is Control => isTag(value, 'input', 'select', 'textarea')

const valueOf = (control: Control): string =>
  isChoice(control) ? `${control.checked} ${control.value}` : control.value

function concernsControls({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return true
  return [...addedNodes, ...removedNodes].some(
    (node) => isElement(node) && (node.matches(CONTROLS) || node.querySelector(CONTROLS) !== null),
  )
}
