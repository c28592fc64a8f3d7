import type { Scope } from '../../core/client/Scope.js'
import { controlsOf, createFieldHandle } from '../shared/createFieldHandle.js'
import { describedBy } from '../shared/describedBy.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'
import { markControls } from '../shared/markControls.js'

const CONTROLS = 'input, select, textarea'
const NOT_FILLED_IN = new Set(['hidden', 'submit', 'button', 'reset', 'image'])

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The controls of a form that no `Field` and no `useFieldError` binds: found by their names, marked where they stand. */
export class PlainControls {
  readonly #form: HTMLFormElement
  readonly #scope: Scope
  readonly #domId: string
  readonly #clear: (name: string) => void
  readonly #controls = new Map<Control, { readonly name: string; readonly remove: () => void }>()
  readonly #subscriptions = new Map<string, () => void>()
  readonly #observer: MutationObserver

  constructor(form: HTMLFormElement, scope: Scope, domId: string, clear: (name: string) => void) {
    this.#form = form
    this.#scope = scope
    this.#domId = domId
    this.#clear = clear
    this.#observer = new MutationObserver((records) => {
      if (records.some(concernsControls)) this.#sync()
    })
    this.#observer.observe(form, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['name', 'type'],
    })
    // A control can belong to the form and stand elsewhere on the page.
    document.addEventListener('input', this.#onInput)
    this.#sync()
  }

  stop(): void {
    this.#observer.disconnect()
    document.removeEventListener('input', this.#onInput)
    for (const control of this.#controls.keys()) this.#drop(control)
    for (const unsubscribe of this.#subscriptions.values()) unsubscribe()
    this.#subscriptions.clear()
  }

  readonly #onInput = ({ target }: Event): void => {
    const known = isControl(target) ? this.#controls.get(target) : undefined
    if (known !== undefined) this.#clear(known.name)
  }

  #sync(): void {
    const present = new Set(
      [...this.#form.elements].filter((element) => isControl(element)).filter((control) => this.#isPlain(control)),
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
      (control.dataset.field === undefined || this.#controls.has(control))
    )
  }

  #add(control: Control): void {
    const { name } = control
    const errorId = fieldErrorId(this.#domId, name)
    control.dataset.field = errorId
    const handle = createFieldHandle({ name, key: control, errorId, controls: controlsOf(errorId) })
    // The message stands beside it only where a FieldError says it.
    handle.isOnScreen = false
    this.#controls.set(control, { name, remove: this.#scope.addField(handle) })
    if (!this.#subscriptions.has(name))
      this.#subscriptions.set(
        name,
        this.#scope.subscribeField(name, () => this.#mark(name)),
      )
  }

  #drop(control: Control): void {
    this.#controls.get(control)?.remove()
    this.#controls.delete(control)
    delete control.dataset.field
    markControls([control], { describedBy: undefined, isInvalid: false })
  }

  #mark(name: string): void {
    const state = this.#scope.fieldState(name)
    const controls = [...this.#controls].filter(([, known]) => known.name === name).map(([control]) => control)
    markControls(controls, { describedBy: describedBy(this.#domId, state), isInvalid: state.isInvalid })
  }
}

const isControl = (value: unknown): value is Control =>
  value instanceof HTMLInputElement || value instanceof HTMLSelectElement || value instanceof HTMLTextAreaElement

function concernsControls({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return true
  return [...addedNodes, ...removedNodes].some(
    (node) => node instanceof Element && (node.matches(CONTROLS) || node.querySelector(CONTROLS) !== null),
  )
}
