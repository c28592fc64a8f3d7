import { Emitter } from '../../internal/Emitter.js'
import type { FieldMatcher } from '../route/matchFields.js'
import { clearIssues } from '../store/actions.js'
import type { ErrorStore } from '../store/ErrorStore.js'
import type { FailureRecord, PlacedIssue } from '../store/record.js'
import { placedIn } from '../store/scopes.js'
import type { FormSurface, OnReveal, Scope } from '../store/Surfaces.js'
import { sortByField, type FieldHandle } from './FieldHandle.js'
import { FieldRegistry } from './FieldRegistry.js'
import { fieldStatesOf, NO_FIELD_STATE, sameItems, type FieldState, type FieldStates } from './fieldStates.js'
import { warnOfNearMiss, warnOfSummaries } from './warnings.js'

/** What the summary of a form lists. */
export interface SummaryState {
  /** Issues of fields in the order of the page, then those without a field. */
  readonly lines: readonly PlacedIssue[]
  /** Grows with each failed try, so that an equal failure is announced and focused again. */
  readonly attempt: number
  /** Whether a failed try has brought these lines: what a later change leaves of them was announced already. */
  readonly isNew: boolean
  /** Whether the try was the user's: then the focus goes to what it failed for. */
  readonly isAnswer: boolean
}

const NO_SUMMARY: SummaryState = Object.freeze({ lines: Object.freeze([]), attempt: 0, isNew: false, isAnswer: false })

/** How many frames a field that is being revealed may take to come onto the page. */
const MOST_FRAMES = 60

const forms = new WeakMap<Scope, Form>()

/** The form of a scope, made for the first of its components. */
export function formOf(store: ErrorStore, scope: Scope): Form {
  const form = forms.get(scope) ?? new Form(store, scope)
  forms.set(scope, form)
  scope.form = form
  return form
}

/** The fields and the summary of a scope that are on screen, and what each of them shows. */
export class Form implements FormSurface {
  readonly #store: ErrorStore
  readonly #scope: Scope
  readonly #fields = new FieldRegistry()
  readonly #fieldEmitters = new Map<string, Emitter>()
  readonly #summaryEmitter = new Emitter()
  #fieldStates: FieldStates = new Map()
  #summary = NO_SUMMARY
  /** The latest failed try, also one of which nothing is listed. */
  #attempt: number
  #summaries = 0
  #owners = 0
  #onReveal: OnReveal | undefined

  constructor(store: ErrorStore, scope: Scope) {
    this.#store = store
    this.#scope = scope
    // What failed before there was a form is no answer to it.
    this.#attempt = latestAttempt(placedIn(store, scope))
    scope.changes.subscribe(() => this.#derive())
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

  /** A form that changes a password is sent by who has signed in: its 401 means that the session is over. */
  get signsIn(): boolean {
    return this.#fields.hasAutoComplete('current-password') && !this.#fields.hasAutoComplete('new-password')
  }

  readonly isShown = (name: string): boolean => this.#fields.get(name).some((handle) => handle.isShown())

  matcherFor(record: FailureRecord): FieldMatcher {
    return this.#fields.matcherFor(record, this.#scope.options.aliases)
  }

  field(name: string): FieldHandle | undefined {
    return this.#fields.get(name)[0]
  }

  // What comes onto the page

  /** Adds a field; several controls of one name (radio buttons) count as one. */
  addField(handle: FieldHandle): () => void {
    this.#fields.add(handle)
    this.touch()
    return () => {
      this.#fields.remove(handle)
      this.touch()
    }
  }

  addSummary(): () => void {
    this.#summaries++
    // Later: a form that finds the scope taken moves to one of its own first.
    if (process.env.NODE_ENV !== 'production' && this.#summaries > 1) {
      queueMicrotask(() => warnOfSummaries(this.#summaries))
    }
    this.touch()
    return () => {
      this.#summaries--
      this.touch()
    }
  }

  /** An `<ApiForm>` takes this scope for its own. */
  addOwner(): () => void {
    this.#owners++
    this.touch()
    return () => {
      this.#owners--
      this.touch()
    }
  }

  /** An `<ApiForm>` brings its fields to light in its own way. */
  revealBy(onReveal: OnReveal): () => void {
    this.#onReveal = onReveal
    return () => {
      this.#onReveal = undefined
    }
  }

  get onReveal(): OnReveal | undefined {
    return this.#onReveal ?? this.#scope.options.onReveal
  }

  /** Says that a surface has started or stopped to show what it was given. */
  touch(): void {
    this.#store.surfaces.changed(this.#scope)
  }

  // What is shown

  readonly subscribeField = (name: string, listener: () => void): (() => void) => {
    const emitter = this.#fieldEmitters.get(name) ?? new Emitter()
    this.#fieldEmitters.set(name, emitter)
    return emitter.subscribe(listener)
  }

  readonly subscribeSummary = this.#summaryEmitter.subscribe

  /** What a field shows; the same object until that changes. */
  fieldState(name: string): FieldState {
    return this.#fieldStates.get(name) ?? NO_FIELD_STATE
  }

  /** What the summary lists; the same object until that changes. */
  readonly summary = (): SummaryState => this.#summary

  /** The user edited a field: its issues and those of its groups are dealt with. */
  clearField(name: string): void {
    const { issues, describedBy } = this.fieldState(name)
    if (issues.length + describedBy.length > 0) clearIssues(this.#store, this.#scope, [...issues, ...describedBy])
  }

  /** Derives anew what each part shows, and wakes only the parts for which something differs. */
  #derive(): void {
    const placed = placedIn(this.#store, this.#scope).map((item) => this.#withCarrierFirst(item))
    if (process.env.NODE_ENV !== 'production') for (const item of placed) warnOfNearMiss(item, this.#fields.names)
    const [states, summary] = [this.#fieldStates, this.#summary]
    // A field that could show an issue and is not asked to has nothing to do with it.
    const ofFields = placed.filter(({ home, fields }) => home === 'field' || !fields.some(this.isShown))
    this.#fieldStates = fieldStatesOf(ofFields, states)
    this.#summary = this.#summarize(placed)
    for (const name of new Set([...states.keys(), ...this.#fieldStates.keys()])) {
      if (states.get(name) !== this.#fieldStates.get(name)) this.#fieldEmitters.get(name)?.emit()
    }
    if (this.#summary === summary) return
    this.#summaryEmitter.emit()
    // Later: what the fields of this answer show is not written yet, and scrolling would lay out the page twice.
    if (this.#summary.isNew && this.#summary.isAnswer) queueMicrotask(() => void this.#focusProblem())
  }

  #summarize(placed: readonly PlacedIssue[]): SummaryState {
    const before = this.#summary
    const lines = this.#inPageOrder(placed.filter(({ home }) => home === 'field' || home === 'summary'))
    const latest = latestAttempt(placed)
    const fresh = latest > this.#attempt ? lines.filter(({ record }) => record.attempt === latest) : []
    this.#attempt = Math.max(latest, this.#attempt)
    const isNew = fresh.length > 0
    const isSame = sameItems(lines, before.lines)
    if (isSame && !isNew) return before
    return {
      lines: isSame ? before.lines : lines,
      attempt: isNew ? latest : before.attempt,
      isNew,
      isAnswer: fresh.some(({ record }) => record.source.type !== 'query'),
    }
  }

  /** Of a group, the message stands at the first field of the page that shows it. */
  #withCarrierFirst(item: PlacedIssue): PlacedIssue {
    if (item.fields.length < 2) return item
    const known = this.#summary.lines.find((line) => line.issue === item.issue && line.record === item.record)
    const inOrder = sortByField(item.fields, (name) => this.field(name))
    const carrier = inOrder.find(this.isShown) ?? inOrder[0]
    const fields = [...inOrder].sort((a, b) => Number(b === carrier) - Number(a === carrier))
    return known !== undefined && known.home === item.home && sameItems(known.fields, fields)
      ? known
      : { ...item, fields }
  }

  /** Sorted as they stand on the page; what was sorted before and only lost some stays in its order. */
  #inPageOrder(placed: readonly PlacedIssue[]): readonly PlacedIssue[] {
    const present = new Set(this.#summary.lines.length < placed.length ? [] : placed)
    const before = this.#summary.lines.filter((line) => present.has(line))
    if (before.length === placed.length) return before
    return sortByField(placed, ({ fields: [carrier] }) => (carrier === undefined ? undefined : this.field(carrier)))
  }

  // Focus

  focusFirst(): boolean {
    const name = this.#summary.lines.find(({ fields }) => fields.length > 0)?.fields[0]
    return name !== undefined && this.field(name)?.focus() === true
  }

  /** Focuses the first field with an error after a failed try, where no summary takes the focus. */
  async #focusProblem(): Promise<void> {
    for (const line of this.hasSummary ? [] : this.#summary.lines) {
      if (line.issue.severity === 'error' && (await this.focus(line))) return
    }
  }

  /**
   * Focuses the field that an issue is about; where the app says how fields are revealed, waits for that first.
   *
   * @returns false when there is no field, or none that can take focus
   */
  async focus(line: PlacedIssue): Promise<boolean> {
    const { onReveal } = this
    if (onReveal === undefined) return this.#focusNow(line)
    const name = line.fields[0] ?? line.issue.fieldName
    if (name === undefined || (await onReveal(name)) === false) return false
    for (let frame = 0; frame < MOST_FRAMES; frame++) {
      if (this.#focusNow(line)) return true
      await new Promise((resolve) => setTimeout(resolve, 16))
    }
    return false
  }

  /** A field that comes late has its place among the lines by now. */
  #focusNow({ issue }: PlacedIssue): boolean {
    const name = this.#summary.lines.find((line) => line.issue === issue)?.fields[0]
    return name !== undefined && this.field(name)?.focus() === true
  }
}

function latestAttempt(placed: readonly PlacedIssue[]): number {
  return placed.reduce((latest, { record }) => Math.max(latest, record.attempt), 0)
}
