import { Emitter } from '../../internal/Emitter.js'
import { isObject } from '../../internal/isObject.js'
import type { FieldHandle } from '../form/FieldHandle.js'
import type { SentRecord } from '../form/FieldRegistry.js'
import type { FieldMatcher } from '../route/matchFields.js'
import type { RouteSurfaces } from '../route/routeError.js'
import type { Issue } from '../types.js'
import { warnOfTwoToasters } from './warnings.js'
import { matches, type ClaimedSource, type FailureRecord, type Gesture, type PlacedIssue } from './record.js'

/** What the store knows of a form; an interface, so that form code is bundled only with forms. */
export interface FormSurface {
  /** Whether a form is on screen: then a failing query must not tear it down. */
  readonly isOnPage: boolean
  readonly hasSummary: boolean
  /** Whether the app brings hidden fields to light. */
  readonly canReveal: boolean
  /** Whether it is a form to sign in with: a 401 is its own. */
  readonly signsIn: boolean
  /** Whether the field of this name shows what failed, where it can be seen or brought to light. */
  readonly isShown: (name: string, record: FailureRecord) => boolean
  /** Whether the user has edited every field of a problem since the call began. */
  isEdited(item: Pick<PlacedIssue, 'fields' | 'record'>): boolean
  /** Matches the names in a failure to the fields, as they were called when it came. */
  matcherFor(record: FailureRecord): FieldMatcher
  /** The field of a name, in the form whose failure it is. */
  field(name: string, record?: SentRecord): FieldHandle | undefined
  /** Focuses the first field with a problem; false when there is none. */
  focusFirst(): boolean
  /** Clears the fields that are inside of an element. */
  clearIn(element: object): void
}

/**
 * Makes a field visible before it is focused: opens its tab, accordion or step. Gets the form's name of the field, or
 * the server's if it is not mounted; `false` says that it cannot be shown.
 */
export type OnReveal = (fieldName: string) => unknown

/** Options that a boundary gives to its scope. */
export interface ScopeOptions {
  /** `inline` keeps queries from throwing to the boundary. */
  readonly queries?: 'auto' | 'inline' | undefined
  /** Names of fields: the server's → the form's. */
  readonly aliases?: Readonly<Record<string, string>> | undefined
  readonly onReveal?: OnReveal | undefined
  /** Keeps the focus where it is when a submit fails. */
  readonly disableAutoFocus?: boolean | undefined
}

/** A region of the page in which fields and failures belong together. */
export interface Scope {
  readonly id: string
  /** Emits when the failures of this scope, or their homes, have changed. */
  readonly changes: Emitter
  options: ScopeOptions
  /** The scope around an `<ApiForm>` of its own: what the app says there of its fields counts inside too. */
  readonly parent: Scope | undefined
  /** The scopes on the page whose parent it is. */
  readonly inner: Set<Scope>
  /** Its form, once a component of one is on the page. */
  form: FormSurface | undefined
}

/** Whether a form is on screen in a scope, or in one inside that has no boundary of its own. */
export function hasForm({ form, inner }: Scope): boolean {
  return form?.isOnPage === true || [...inner].some(hasForm)
}

/** What the app says of the fields of a scope: on its boundary. */
export function fieldOptions({ parent, options }: Scope): ScopeOptions {
  return parent === undefined ? options : fieldOptions(parent)
}

/** What a change of surfaces concerns: what failed in one scope, or one failure. */
export type Concern = { readonly scopeId: string } | ClaimedSource

interface Claim extends ClaimedSource {
  readonly scopeId: string | undefined
  /** What of the failure is shown; `undefined` is all of it. */
  readonly issues: ReadonlySet<Issue> | undefined
}

/** How many primitives given to `markHandled` are kept: a WeakSet, which forgets by itself, takes only objects. */
const PRIMITIVES = 10

/** What is on the page and can show a failure: scopes with their forms, components that claim one, toasters. */
export class Surfaces {
  /** Emits what a change concerns; the store then gives the failures new homes. */
  readonly changes = new Emitter<Concern>()
  /** Tells that a toaster has come or gone. */
  readonly toasterChanges = new Emitter()
  readonly #scopes = new Map<string, Scope>()
  readonly #claims = new Map<unknown, Set<Claim>>()
  readonly #handled = new WeakSet<object>()
  #handledPrimitives: readonly unknown[] = []
  #toasters: readonly (object | undefined)[] = []
  #gesture: Gesture | undefined
  /** Differs by client: of two that listen to one cache, a scope belongs to one. */
  readonly #nonce = Math.random().toString(36).slice(2, 8)
  #count = 0

  /** Makes a scope; it counts once it is added. */
  createScope(options: ScopeOptions, parent?: Scope): Scope {
    const id = `${this.#nonce}:${++this.#count}`
    return { id, changes: new Emitter(), options, parent, inner: new Set(), form: undefined }
  }

  scope(id: string | undefined): Scope | undefined {
    return id === undefined ? undefined : this.#scopes.get(id)
  }

  get scopes(): Iterable<Scope> {
    return this.#scopes.values()
  }

  /** Those on the page in which a failure does not belong. */
  scopesBeside({ source }: FailureRecord): readonly Scope[] {
    return [...this.#scopes.values()].filter(({ id }) => !source.scopeIds.includes(id))
  }

  scopesOf({ source }: FailureRecord): readonly Scope[] {
    return source.scopeIds.flatMap((id) => this.#scopes.get(id) ?? [])
  }

  /** Adds a scope that is on screen; the returned function takes it away. */
  addScope(scope: Scope): () => void {
    this.#scopes.set(scope.id, scope)
    scope.parent?.inner.add(scope)
    return () => {
      this.#scopes.delete(scope.id)
      scope.parent?.inner.delete(scope)
      this.changed(scope)
    }
  }

  configure(scope: Scope, options: ScopeOptions): void {
    scope.options = options
    this.changed(scope)
  }

  /** Says that a field, summary or form of a scope has come, gone, or started or stopped to show its messages. */
  changed({ id }: Scope): void {
    this.changes.emit({ scopeId: id })
  }

  /** What the user did last, if that was to send something; `undefined` once the user has gone on. */
  get gesture(): Gesture | undefined {
    return this.#gesture
  }

  noteGesture(gesture: Gesture | undefined): void {
    this.#gesture = gesture
  }

  /** Whether a toaster is mounted. */
  get hasToaster(): boolean {
    return this.#toasters.length > 0
  }

  /** Whether this toaster shows the toasts: of several the first, as a failure is shown once. */
  isFirstToaster(toaster: object): boolean {
    return (this.#toasters.find(isObject) ?? toaster) === toaster
  }

  /** Adds a toaster that is mounted; the returned function takes it away. */
  addToaster(toaster?: object): () => void {
    this.#toasters = [...this.#toasters, toaster]
    if (process.env.NODE_ENV !== 'production' && this.#toasters.filter(isObject).length > 1) warnOfTwoToasters()
    this.toasterChanges.emit()
    return () => {
      const index = this.#toasters.indexOf(toaster)
      this.#toasters = this.#toasters.filter((_, position) => position !== index)
      this.toasterChanges.emit()
    }
  }

  /** A component says "I show this one", or these issues of it, until the returned function is called. */
  claim(source: ClaimedSource, scopeId?: string, issues?: ReadonlySet<Issue>): () => void {
    const claims = this.#claims.get(source.failure) ?? new Set<Claim>()
    const claim = { ...source, scopeId, issues }
    this.#claims.set(source.failure, claims.add(claim))
    this.changes.emit(source)
    return () => {
      claims.delete(claim)
      if (claims.size === 0) this.#claims.delete(source.failure)
      this.changes.emit(source)
    }
  }

  /** The app says that it deals with the next failure of this value. */
  handleNext(failure: unknown): void {
    if (isObject(failure)) this.#handled.add(failure)
    else this.#handledPrimitives = [...this.#handledPrimitives, failure].slice(-PRIMITIVES)
  }

  /** Whether the app deals with a failure. True only once: a later failure with the same value is shown. */
  takeHandled(failure: unknown): boolean {
    if (isObject(failure)) return this.#handled.delete(failure)
    const index = this.#handledPrimitives.findIndex((handled) => Object.is(handled, failure))
    this.#handledPrimitives = this.#handledPrimitives.filter((_, position) => position !== index)
    return index >= 0
  }

  /** Whether the user has left the place where a failure was shown: its scope or last observer has unmounted. */
  isLeft(record: FailureRecord): boolean {
    const { source, boundaries } = record
    if ([...boundaries].some((id) => id === undefined || this.#scopes.has(id))) return false
    if (source.scopeIds.length > 0 && !source.scopeIds.some((id) => this.#scopes.has(id))) return true
    return this.isAbandoned(record)
  }

  /** Whether nothing waits for it any more; what the app reported waits for nobody. */
  isAbandoned({ source, isAsked }: FailureRecord): boolean {
    return source.isAlive?.() === false && !isAsked
  }

  /** What can show a failure in one of its scopes, or outside of all. */
  around(record: FailureRecord, scope: Scope | undefined): RouteSurfaces {
    const { boundaries, isHandled, source } = record
    const form = scope?.form
    return {
      fields: form?.matcherFor(record),
      isShown: form && ((name) => form.isShown(name, record)),
      summary: form?.hasSummary ?? false,
      // A failure of several scopes is shown in each of them, so that a claim counts in its own scope only.
      inline: this.#claimed(record, source.scopeIds.length > 1 ? scope?.id : undefined),
      handled: isHandled,
      boundary: boundaries.has(undefined) || (scope === undefined ? boundaries.size > 0 : boundaries.has(scope.id)),
    }
  }

  #claimed(record: FailureRecord, scopeId: string | undefined): NonNullable<RouteSurfaces['inline']> {
    const claims = [record.failure, record.error]
      .flatMap((key) => [...(this.#claims.get(key) ?? [])])
      .filter((claim) => (scopeId === undefined || claim.scopeId === scopeId) && matches(claim, record))
    if (claims.every(({ issues }) => issues === undefined)) return claims.length > 0
    return (issue) => claims.some(({ issues }) => issues?.has(issue) !== false)
  }
}
