import { Emitter } from '../../internal/Emitter.js'
import type { FieldMatcher } from '../route/matchFields.js'
import { clearIssues } from '../store/actions.js'
import type { ErrorStore } from '../store/ErrorStore.js'
import type { FailureRecord, PlacedIssue } from '../store/record.js'
import { placedIn } from '../store/scopes.js'
import type { FormSurface, OnReveal, Scope } from '../store/Surfaces.js'
import { sortByField, type FieldHandle } from './FieldHandle.js'
import { withEqual, withoutEqual } from './equalProblems.js'
import { FieldRegistry } from './FieldRegistry.js'
import { fieldStatesOf, NO_FIELD_STATE, sameItems, type FieldState, type FieldStates } from './fieldStates.js'
import { warnOfNearMiss, warnOfSummaries } from './warnings.js'

export interface SummaryState {
  /** Issues of fields in the order of the page, then those without a field. */
  readonly lines: readonly PlacedIssue[]
  /** Grows with each failed try, so that an equal failure is announced and focused again. */
  readonly attempt: number
  /** Whether a new failure brought these lines; otherwise some have only gone, and the rest was announced before. */
  readonly isNew: boolean
  /** Whether it answers what the user did last: only then the focus moves. */
  readonly isAnswer: boolean
}

const NO_SUMMARY: SummaryState = Object.freeze({ lines: Object.freeze([]), attempt: 0, isNew: false, isAnswer: false })

/** How many frames a revealed field may take to mount. */
const MOST_FRAMES = 60

const forms = new WeakMap<Scope, Form>()

/** The form of a scope, made by the first component that needs it: so form code is bundled only with forms. */
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
  /** The latest failed try, even if none of its issues is listed. */
  #attempt: number
  #summaries = 0
  #owners = 0
  #onReveal: OnReveal | undefined

  constructor(store: ErrorStore, scope: Scope) {
    this.#store = store
    this.#scope = scope
    // A failure from before the form mounted is no answer to a submit of it.
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

  addOwner(): () => void {
    this.#owners++
    this.touch()
    return () => {
      this.#owners--
      this.touch()
    }
  }

  /** The `onReveal` of an `<ApiForm>`, which wins over that of its boundary. */
  revealBy(onReveal: OnReveal): () => void {
    this.#onReveal = onReveal
    return () => {
      this.#onReveal = undefined
    }
  }

  get onReveal(): OnReveal | undefined {
    return this.#onReveal ?? this.#scope.options.onReveal
  }

  /** Says that a part of the form has come, gone, or started or stopped to show its messages. */
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

  /** What a field shows. Referentially stable while unchanged: required by useSyncExternalStore. */
  fieldState(name: string): FieldState {
    return this.#fieldStates.get(name) ?? NO_FIELD_STATE
  }

  /** What the summary lists. Referentially stable while unchanged: required by useSyncExternalStore. */
  readonly summary = (): SummaryState => this.#summary

  /** The user edited a field: clears its issues and those of its groups. */
  clearField(name: string): void {
    const { issues, describedBy } = this.fieldState(name)
    if (issues.length + describedBy.length === 0) return
    clearIssues(this.#store, this.#scope, withEqual(this.#store, [...issues, ...describedBy], this.#placed()))
  }

  #placed(): readonly PlacedIssue[] {
    return placedIn(this.#store, this.#scope).map((item) => this.#withCarrierFirst(item))
  }

  /** Derives what each part shows, and notifies only those for which it differs. */
  #derive(): void {
    const placed = withoutEqual(this.#store, this.#placed())
    if (process.env.NODE_ENV !== 'production') for (const item of placed) warnOfNearMiss(item, this.#fields.names)
    const [states, summary] = [this.#fieldStates, this.#summary]
    // An issue with another home marks its fields only if none of them could have shown it.
    const ofFields = placed.filter(({ home, fields }) => home === 'field' || !fields.some(this.isShown))
    this.#fieldStates = fieldStatesOf(ofFields, states)
    this.#summary = this.#summarize(placed)
    for (const name of new Set([...states.keys(), ...this.#fieldStates.keys()])) {
      if (states.get(name) !== this.#fieldStates.get(name)) this.#fieldEmitters.get(name)?.emit()
    }
    if (this.#summary === summary) return
    this.#summaryEmitter.emit()
    // In a microtask: React has not rendered the messages yet, and scrolling before would lay out the page twice.
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
      isAnswer: fresh.some(({ record }) => this.#isAnswer(record)),
    }
  }

  /** Whether a failure answers what the user did last: the focus is only moved for that, and not once the user has gone on. */
  #isAnswer({ source: { gesture } }: FailureRecord): boolean {
    return gesture !== undefined && gesture === this.#store.surfaces.gesture
  }

  /** Puts the field first that shows the message of a group: the first visible one in DOM order. */
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

  /** Sorts lines in DOM order. When lines have only gone the old order holds: comparing positions is slow. */
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

  /** Looks the line up again: a field that mounted meanwhile is only in the current lines. */
  #focusNow({ issue }: PlacedIssue): boolean {
    const name = this.#summary.lines.find((line) => line.issue === issue)?.fields[0]
    return name !== undefined && this.field(name)?.focus() === true
  }
}

function latestAttempt(placed: readonly PlacedIssue[]): number {
  return placed.reduce((latest, { record }) => Math.max(latest, record.attempt), 0)
}
