import type { ErrorStore } from '../store/ErrorStore.js'
import { fieldOptions, type OnReveal, type Scope, type ScopeOptions } from '../store/Surfaces.js'
import type { FieldRegistry } from './FieldRegistry.js'
import { warnOfSummaries } from './warnings.js'

type OwnOptions = Pick<ScopeOptions, 'onReveal' | 'disableAutoFocus'>

/** What of a form is on the page beside its fields: summaries, the `<ApiForm>` itself, and how it reveals fields. */
export class FormParts {
  readonly #store: ErrorStore
  readonly #scope: Scope
  readonly #fields: FieldRegistry
  #summaries = 0
  #owners = 0
  #own: OwnOptions = {}

  constructor(store: ErrorStore, scope: Scope, fields: FieldRegistry) {
    this.#store = store
    this.#scope = scope
    this.#fields = fields
  }

  get isOnPage(): boolean {
    return this.#owners > 0 || this.#fields.size > 0
  }

  /** Whether an `<ApiForm>` has taken this scope for its own. */
  get hasOwner(): boolean {
    return this.#owners > 0
  }

  get hasSummary(): boolean {
    return this.#summaries > 0
  }

  addSummary(): () => void {
    this.#summaries++
    // In a microtask: a second <ApiForm> first moves into a scope of its own.
    if (process.env.NODE_ENV !== 'production' && this.#summaries > 1) {
      queueMicrotask(() => warnOfSummaries(this.#summaries))
    }
    this.touch()
    return () => {
      this.#summaries--
      this.touch()
    }
  }

  /** @param element of the `<ApiForm>` that takes this scope for its own */
  addOwner(element: object | undefined): () => void {
    this.#owners++
    this.#fields.owner = element
    this.touch()
    return () => {
      this.#owners--
      this.#fields.owner = undefined
      this.touch()
    }
  }

  /** What an `<ApiForm>` says of itself, which wins over what its boundary says. */
  configure(options: OwnOptions): () => void {
    this.#own = options
    return () => {
      if (this.#own === options) this.#own = {}
    }
  }

  get onReveal(): OnReveal | undefined {
    return this.#own.onReveal ?? fieldOptions(this.#scope).onReveal
  }

  get disablesAutoFocus(): boolean {
    return (this.#own.disableAutoFocus ?? fieldOptions(this.#scope).disableAutoFocus) === true
  }

  get canReveal(): boolean {
    return this.onReveal !== undefined
  }

  /** Says that a part of the form has come, gone, or started or stopped to show its messages. */
  touch(): void {
    this.#store.surfaces.changed(this.#scope)
  }
}
