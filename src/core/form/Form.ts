import { Emitter } from '../../internal/Emitter.js'
import type { FieldMatcher } from '../route/matchFields.js'
import { clearIssues } from '../store/actions.js'
import type { ErrorStore } from '../store/ErrorStore.js'
import type { FailureRecord, PlacedIssue } from '../store/record.js'
import { placedIn } from '../store/scopes.js'
import { fieldOptions, type FormSurface, type Scope } from '../store/Surfaces.js'
import type { FieldHandle } from './FieldHandle.js'
import { withEqual, withoutEqual } from './equalProblems.js'
import { problemsOfDeletedRows } from './deletedRows.js'
import { bringToLight, canLead, focusLine } from './light.js'
import { inPageOrder, withCarrierFirst } from './pageOrder.js'
import { createEdits, type Edits } from './edits.js'
import { FormParts } from './FormParts.js'
import { createSight, type Sight } from './sight.js'
import { latestAttempt, NO_SUMMARY, nextSummary, type SummaryState } from './summaryState.js'
import { FieldRegistry, type SentRecord } from './FieldRegistry.js'
import { fieldStatesOf, NO_FIELD_STATE, partOf, type FieldState, type FieldStates } from './fieldStates.js'
import { warnOfNearMiss, warnOfTwoForms } from './warnings.js'

const forms = new WeakMap<Scope, Form>()

/** The form of a scope, made by the first component that needs it: so form code is bundled only with forms. */
export function formOf(store: ErrorStore, scope: Scope): Form {
  const form = forms.get(scope) ?? new Form(store, scope)
  forms.set(scope, form)
  scope.form = form
  return form
}

/** The fields and the summary of a scope that are on screen, and what each of them shows. */
export class Form extends FormParts implements FormSurface {
  readonly #store: ErrorStore
  readonly #scope: Scope
  readonly #fields: FieldRegistry
  readonly #sight: Sight
  readonly #edits: Edits
  readonly #fieldEmitters = new Map<string, Emitter>()
  readonly #summaryEmitter = new Emitter()
  #fieldStates: FieldStates = new Map()
  #summary = NO_SUMMARY
  /** The latest failed try, even if none of its issues is listed. */
  #attempt: number
  /** What fields showed that have gone in this task. */
  readonly #leaving = new Map<string, FieldState>()
  /** Problems that will have another home once their fields come to light. */
  #outOfSight: readonly PlacedIssue[] = []
  #stopWatching: (() => void) | undefined

  constructor(store: ErrorStore, scope: Scope) {
    const fields = new FieldRegistry()
    super(store, scope, fields)
    this.#store = store
    this.#scope = scope
    this.#fields = fields
    this.#sight = createSight(fields, this)
    this.#edits = createEdits(fields, () => store.signIn.now())
    // A failure from before the form mounted is no answer to a submit of it.
    this.#attempt = latestAttempt(placedIn(store, scope))
    scope.changes.subscribe(() => this.#derive())
    this.#fields.gone.subscribe((gone) => this.#onGone(gone))
  }

  /** A form that changes a password is sent by who has signed in: its 401 means that the session is over. */
  get signsIn(): boolean {
    return this.#fields.hasAutoComplete('current-password') && !this.#fields.hasAutoComplete('new-password')
  }

  readonly isShown = (name: string, record: FailureRecord): boolean => this.#sight.isShown(name, record)

  readonly isEdited: Edits['isEdited'] = (item) => this.#edits.isEdited(item)

  matcherFor(record: FailureRecord): FieldMatcher {
    return this.#fields.matcherFor(record, fieldOptions(this.#scope).aliases)
  }

  field(name: string, record?: SentRecord): FieldHandle | undefined {
    return this.#fields.get(name, record)[0]
  }

  // What comes onto the page

  /** Adds a field; several controls of one name (radio buttons) count as one. */
  addField(handle: FieldHandle): () => void {
    this.#fields.add(handle)
    // Others of this name can show less now.
    if (this.#fields.get(handle.name).length > 1) this.#fieldEmitters.get(handle.name)?.emit()
    if (process.env.NODE_ENV !== 'production') queueMicrotask(() => warnOfTwoForms(this.#fields, handle))
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
    if (this.canReveal || (!this.isOnPage && !this.hasSummary)) return
    const problems = problemsOfDeletedRows(gone, states, this.#store.surfaces.gesture)
    if (problems.length > 0) this.#clear(problems)
  }

  // What is shown

  readonly subscribeField = (name: string, listener: () => void): (() => void) => {
    const emitter = this.#fieldEmitters.get(name) ?? new Emitter()
    this.#fieldEmitters.set(name, emitter)
    return emitter.subscribe(listener)
  }

  readonly subscribeSummary = this.#summaryEmitter.subscribe

  /**
   * What a field shows. Referentially stable while unchanged: required by useSyncExternalStore.
   *
   * @param key of one of several fields of that name: what is about a field of another form is left out
   */
  fieldState(name: string, key?: object): FieldState {
    const state = this.#fieldStates.get(name) ?? NO_FIELD_STATE
    return key === undefined || state === NO_FIELD_STATE ? state : partOf(state, name, { key, fields: this.#fields })
  }

  /** What the summary lists. Referentially stable while unchanged: required by useSyncExternalStore. */
  readonly summary = (): SummaryState => this.#summary

  /** The user edited a field: clears its issues and those of its groups; what is on its way will not mark it. */
  clearField(name: string, key?: object): void {
    this.#edits.note(name, key)
    const { issues, describedBy } = this.fieldState(name, key)
    if (issues.length + describedBy.length > 0) this.#clear([...issues, ...describedBy])
  }

  #clear(problems: readonly PlacedIssue[]): void {
    clearIssues(this.#store, this.#scope, withEqual(this.#store, problems, this.#placed()))
  }

  #placed(): readonly PlacedIssue[] {
    const onPage = {
      field: (name: string, record: FailureRecord) => this.field(name, record),
      isShown: this.isShown,
      isPlain: (name: string, record: FailureRecord) => this.#fields.isPlain(name, record),
    }
    return placedIn(this.#store, this.#scope).map((item) => withCarrierFirst(item, this.#summary.lines, onPage))
  }

  clearIn(element: object): void {
    for (const name of this.#fields.names) if (this.field(name)?.isIn?.(element) === true) this.clearField(name)
  }

  /** Derives what each part shows, and notifies only those for which it differs. */
  #derive(): void {
    const placed = withoutEqual(this.#store, this.#placed())
    if (process.env.NODE_ENV !== 'production')
      for (const item of placed) warnOfNearMiss(item, this.#fields.namesFor(item.record))
    const states = this.#fieldStates
    // An issue with another home marks its fields only if none of them could have shown it.
    const ofFields = placed.filter(
      (item) =>
        item.home === 'field' || !(item.fields.some((name) => this.isShown(name, item.record)) || this.isEdited(item)),
    )
    this.#outOfSight = ofFields.filter((item) => this.#sight.isOutOfSight(item))
    const isOutOfSight = new Set(this.#outOfSight)
    this.#fieldStates = fieldStatesOf(ofFields, states, (item) => isOutOfSight.has(item))
    for (const name of new Set([...states.keys(), ...this.#fieldStates.keys()])) {
      if (states.get(name) !== this.#fieldStates.get(name)) this.#fieldEmitters.get(name)?.emit()
    }
    const attempt = this.#attempt
    this.#setSummary(this.#summarize(placed))
    // In a microtask: React has not rendered the messages yet, and scrolling before would lay out the page twice.
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
    const ofForm = placed.filter(({ home }) => home === 'field' || home === 'summary')
    const lines = inPageOrder(ofForm, before.lines, (name, record) => this.field(name, record))
    const latest = latestAttempt(placed)
    const fresh = latest > this.#attempt ? lines.filter(({ record }) => record.attempt === latest) : []
    this.#attempt = Math.max(latest, this.#attempt)
    const isAnswer = fresh.some(({ record }) => this.#isAnswer(record))
    const plain = lines.filter(
      ({ home, fields: [name], record }) =>
        home === 'field' && name !== undefined && this.#fields.isPlain(name, record),
    )
    return nextSummary(before, { lines, fresh, isAnswer, plain, canLead: (line) => canLead(this, line) })
  }

  /** Whether a failure answers what the user did last: the focus is only moved for that, and not once the user has gone on. */
  #isAnswer({ source: { gesture } }: FailureRecord): boolean {
    return gesture !== undefined && gesture === this.#store.surfaces.gesture && !this.disablesAutoFocus
  }

  // Focus

  focusFirst(): boolean {
    const line = this.#summary.lines.find(({ fields }) => fields.length > 0)
    const [name] = line?.fields ?? []
    return name !== undefined && this.field(name, line?.record)?.focus(line?.record.source.gesture?.form) === true
  }

  /** Where no summary says what a failed try brought, its messages are brought to light, and the first gets the focus. */
  async #answer(placed: readonly PlacedIssue[]): Promise<void> {
    if (this.hasSummary) return
    const answer = { attempt: this.#attempt, isAnswer: (record: FailureRecord) => this.#isAnswer(record) }
    const unseen = await bringToLight(this, placed, answer)
    for (const line of unseen) this.#sight.giveUp(line)
    if (this.canReveal) this.touch()
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
