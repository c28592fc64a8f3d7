import { Emitter } from '../../internal/Emitter.js'
import type { FieldMatcher } from '../route/matchFields.js'
import { clearIssues } from '../store/actions.js'
import type { ErrorStore } from '../store/ErrorStore.js'
import type { FailureRecord, PlacedIssue } from '../store/record.js'
import { placedIn } from '../store/scopes.js'
import type { FormSurface, OnReveal, Scope } from '../store/Surfaces.js'
import { sortByField, type FieldHandle } from './FieldHandle.js'
import { withEqual, withoutEqual } from './equalProblems.js'
import { problemsOfDeletedRows } from './deletedRows.js'
import { bringToLight, canLead, focusLine } from './light.js'
import { createSight } from './sight.js'
import { NO_SUMMARY, type SummaryState } from './summaryState.js'
import { FieldRegistry } from './FieldRegistry.js'
import { fieldStatesOf, NO_FIELD_STATE, sameItems, type FieldState, type FieldStates } from './fieldStates.js'
import { warnOfNearMiss, warnOfSummaries } from './warnings.js'

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
  readonly #fields = new FieldRegistry((gone) => this.#onGone(gone))
  readonly #sight = createSight(
    (name) => this.#fields.get(name),
    () => this.onReveal !== undefined,
  )
  readonly #fieldEmitters = new Map<string, Emitter>()
  readonly #summaryEmitter = new Emitter()
  #fieldStates: FieldStates = new Map()
  #summary = NO_SUMMARY
  /** The latest failed try, also one of which nothing is listed. */
  #attempt: number
  #summaries = 0
  #owners = 0
  #onReveal: OnReveal | undefined
  /** What fields showed that have gone in this task. */
  readonly #leaving = new Map<string, FieldState>()
  /** Problems that will have another home once their fields come to light. */
  #outOfSight: readonly PlacedIssue[] = []
  #stopWatching: (() => void) | undefined

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

  readonly isShown = (name: string, record: FailureRecord): boolean => this.#sight.isShown(name, record)

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
      const state = this.fieldState(handle.name)
      if (state !== NO_FIELD_STATE && this.field(handle.name) === undefined) this.#leaving.set(handle.name, state)
      this.touch()
    }
  }

  /**
   * Rows that the user deletes take their problems with them. What leaves in any other way (the step of a wizard,
   * rows that scroll away) can come back, and its problems get other homes.
   */
  #onGone(gone: readonly FieldHandle[]): void {
    const states = new Map(this.#leaving)
    this.#leaving.clear()
    if (this.onReveal !== undefined || (!this.isOnPage && !this.hasSummary)) return
    const problems = problemsOfDeletedRows(gone, states)
    if (problems.length > 0) this.#clear(problems)
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
      if (this.#onReveal === onReveal) this.#onReveal = undefined
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
    if (issues.length + describedBy.length > 0) this.#clear([...issues, ...describedBy])
  }

  #clear(problems: readonly PlacedIssue[]): void {
    clearIssues(this.#store, this.#scope, withEqual(this.#store, problems, this.#placed()))
  }

  #placed(): readonly PlacedIssue[] {
    return placedIn(this.#store, this.#scope).map((item) => this.#withCarrierFirst(item))
  }

  /** Derives anew what each part shows, and wakes only the parts for which something differs. */
  #derive(): void {
    const placed = withoutEqual(this.#store, this.#placed())
    if (process.env.NODE_ENV !== 'production') for (const item of placed) warnOfNearMiss(item, this.#fields.names)
    const states = this.#fieldStates
    // A field that could show an issue and is not asked to has nothing to do with it.
    const ofFields = placed.filter(
      ({ home, fields, record }) => home === 'field' || !fields.some((name) => this.isShown(name, record)),
    )
    this.#outOfSight = ofFields.filter((item) => this.#sight.isOutOfSight(item))
    const isOutOfSight = new Set(this.#outOfSight)
    this.#fieldStates = fieldStatesOf(ofFields, states, (item) => isOutOfSight.has(item))
    for (const name of new Set([...states.keys(), ...this.#fieldStates.keys()])) {
      if (states.get(name) !== this.#fieldStates.get(name)) this.#fieldEmitters.get(name)?.emit()
    }
    const attempt = this.#attempt
    this.#setSummary(this.#summarize(placed))
    // Later: what the fields of this answer show is not written yet, and scrolling would lay out the page twice.
    if (this.#attempt > attempt) queueMicrotask(() => void this.#answer(placed))
  }

  #setSummary(summary: SummaryState): void {
    const before = this.#summary
    this.#summary = summary
    this.#watch()
    if (summary !== before) this.#summaryEmitter.emit()
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
    const known = new Set(before.lines)
    return {
      dead: isSame
        ? before.dead
        : new Set(lines.filter((line) => (known.has(line) ? before.dead.has(line) : !canLead(this, line)))),
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
    const carrier = inOrder.find((name) => this.isShown(name, item.record)) ?? inOrder[0]
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

  /** Where no summary says what a failed try brought, its messages are brought to light, and the first gets the focus. */
  async #answer(placed: readonly PlacedIssue[]): Promise<void> {
    if (this.hasSummary) return
    for (const line of await bringToLight(this, placed)) this.#sight.giveUp(line)
    if (this.onReveal !== undefined) this.touch()
  }

  /** The user follows a line of the summary; one that leads nowhere is no link until it can lead somewhere. */
  async follow(line: PlacedIssue): Promise<boolean> {
    if (await focusLine(this, line)) return true
    const summary = this.#summary
    this.#setSummary({ ...summary, isNew: false, dead: new Set([...summary.dead, line]) })
    return false
  }

  /** Looks at the page for as long as anything on it could come to light. */
  #watch(): void {
    const waiting = [...this.#summary.dead, ...this.#outOfSight].flatMap(({ fields }) => fields)
    const handle = waiting.flatMap((name) => this.field(name) ?? [])[0]
    if (handle === undefined) {
      this.#stopWatching?.()
      this.#stopWatching = undefined
    } else this.#stopWatching ??= handle.onPageChange?.(() => this.#look())
  }

  #look(): void {
    if (this.#outOfSight.some((item) => !this.#sight.isOutOfSight(item))) this.touch()
    const { dead } = this.#summary
    const still = [...dead].filter((line) => !canLead(this, line, true))
    if (still.length < dead.size) this.#setSummary({ ...this.#summary, isNew: false, dead: new Set(still) })
  }
}

function latestAttempt(placed: readonly PlacedIssue[]): number {
  return placed.reduce((latest, { record }) => Math.max(latest, record.attempt), 0)
}
