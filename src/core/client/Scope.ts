import { Emitter } from '../../internal/Emitter.js'
import type { FieldMatcher } from '../route/matchFields.js'
import type { Issue } from '../types.js'
import type { FailureRecord } from './FailureRecord.js'
import type { FieldHandle } from './FieldHandle.js'
import { FieldRegistry } from './FieldRegistry.js'
import {
  fieldStatesOf,
  NO_FIELD_STATE,
  sameItems,
  samePlacement,
  type FieldState,
  type PlacedIssue,
} from './FieldState.js'
import { sortByField } from './sortByField.js'
import { warnOfNearMiss } from './warnOfNearMiss.js'
import { warnOfSummaries } from './warnOfSummaries.js'

export type { FieldHandle } from './FieldHandle.js'
export type { FieldState, PlacedIssue } from './FieldState.js'

/** What the summary of a scope lists. */
export interface SummaryState {
  /** Issues of fields in the order of the page, then those without a field. */
  readonly lines: readonly PlacedIssue[]
  /** Changes with each failed attempt, so that an equal failure is announced and focused again. */
  readonly attempt: number
}

/** What `<ApiErrorBoundary>` says of its scope. */
export interface ScopeOptions {
  /** `inline` keeps queries from throwing to the boundary. */
  readonly queries?: 'auto' | 'inline'
  readonly aliases?: Readonly<Record<string, string>>
}

/**
 * Brings a field to light before it is focused: opens its tab, its accordion, its step.
 * Gets the form's name of the field, or the server's where it is not on the page; `false` says that it cannot be shown.
 */
export type OnReveal = (fieldName: string) => unknown

/** A region of the page in which fields and failures belong together. Holds what is mounted in it and what each part shows. */
export class Scope {
  readonly id: string
  /** Called when a surface comes, goes or starts to show its messages. */
  onSurfacesChange: () => void = () => undefined

  #onReveal: OnReveal | undefined
  #options: ScopeOptions = {}
  #aliases: ReadonlyMap<string, string> = new Map()
  readonly #fields = new FieldRegistry()
  readonly #fieldEmitters = new Map<string, Emitter>()
  readonly #summaryEmitter = new Emitter()
  #fieldStates: ReadonlyMap<string, FieldState> = new Map()
  #placed: ReadonlyMap<Issue, PlacedIssue> = new Map()
  #summary: SummaryState = { lines: [], attempt: 0 }
  #announced = 0
  #summaries = 0
  #forms = 0

  constructor(id: string) {
    this.id = id
  }

  /** Whether a form is on screen: then a failing query must not tear it down. */
  get hasForm(): boolean {
    return this.#forms > 0 || this.#fields.size > 0
  }

  /** Whether an `<ApiForm>` has taken this scope for its own. */
  get hasOwner(): boolean {
    return this.#forms > 0
  }

  get hasSummary(): boolean {
    return this.#summaries > 0
  }

  get fieldNames(): readonly string[] {
    return this.#fields.names
  }

  get aliases(): ReadonlyMap<string, string> {
    return this.#aliases
  }

  /** Whether failing queries stay out of the boundary. */
  get keepsQueriesInline(): boolean {
    return this.#options.queries === 'inline'
  }

  configure(options: ScopeOptions): void {
    this.#options = options
    this.#aliases = new Map(Object.entries(options.aliases ?? {}))
    this.#fields.setAliases(this.#aliases)
    this.onSurfacesChange()
  }

  get onReveal(): OnReveal | undefined {
    return this.#onReveal
  }

  setReveal(onReveal: OnReveal | undefined): void {
    this.#onReveal = onReveal
  }

  /** Matches the names in a failure to the fields, as they were called when it came. */
  matcherFor(record: FailureRecord): FieldMatcher {
    return this.#fields.matcherFor(record)
  }

  /** Adds a field; several controls of one name (radio buttons) count as one. */
  addField(handle: FieldHandle): () => void {
    this.#fields.add(handle)
    this.onSurfacesChange()
    return () => {
      this.#fields.remove(handle)
      this.onSurfacesChange()
    }
  }

  field(name: string): FieldHandle | undefined {
    return this.#fields.get(name)[0]
  }

  /** Whether any control of that name shows its message. */
  readonly isShown = (name: string): boolean => {
    for (const handle of this.#fields.get(name)) if (handle.isShown()) return true
    return false
  }

  addSummary(): () => void {
    this.#summaries++
    // Later: a form that finds the scope taken moves to one of its own first.
    if (process.env.NODE_ENV !== 'production' && this.#summaries > 1)
      queueMicrotask(() => warnOfSummaries(this.#summaries))
    this.onSurfacesChange()
    return () => {
      this.#summaries--
      this.onSurfacesChange()
    }
  }

  addForm(): () => void {
    this.#forms++
    this.onSurfacesChange()
    return () => {
      this.#forms--
      this.onSurfacesChange()
    }
  }

  /** Says that a surface has started or stopped to show what it was given. */
  touch(): void {
    this.onSurfacesChange()
  }

  readonly subscribeField = (name: string, listener: () => void): (() => void) => {
    let emitter = this.#fieldEmitters.get(name)
    if (emitter === undefined) this.#fieldEmitters.set(name, (emitter = new Emitter()))
    return emitter.subscribe(listener)
  }

  readonly subscribeSummary = this.#summaryEmitter.subscribe

  fieldState(name: string): FieldState {
    return this.#fieldStates.get(name) ?? NO_FIELD_STATE
  }

  readonly summary = (): SummaryState => this.#summary

  /** Starts a new turn of announcing and focusing. */
  nextAttempt(): void {
    this.#summary = { ...this.#summary, attempt: this.#summary.attempt + 1 }
  }

  /** Takes over what each part of the scope shows from now on, and wakes only the parts that changed. */
  show(issues: readonly PlacedIssue[]): void {
    const placed: PlacedIssue[] = []
    const byIssue = new Map<Issue, PlacedIssue>()
    for (const item of issues) {
      const kept = this.#keep(item.fields.length < 2 ? item : this.#withCarrierFirst(item))
      placed.push(kept)
      byIssue.set(kept.issue, kept)
    }
    this.#placed = byIssue
    if (process.env.NODE_ENV !== 'production') for (const item of placed) warnOfNearMiss(item, this.fieldNames)

    const previous = this.#fieldStates
    this.#fieldStates = fieldStatesOf(this.#concerningFields(placed), previous)
    this.#showSummary(placed.filter(isListed))
    for (const [name, state] of this.#fieldStates)
      if (previous.get(name) !== state) this.#fieldEmitters.get(name)?.emit()
    for (const name of previous.keys()) if (!this.#fieldStates.has(name)) this.#fieldEmitters.get(name)?.emit()
  }

  /** A field that could show an issue and is not asked to has nothing to do with it. */
  #concerningFields(placed: readonly PlacedIssue[]): readonly PlacedIssue[] {
    const concerning: PlacedIssue[] = []
    for (const item of placed) if (item.home === 'field' || !this.#isAnyShown(item.fields)) concerning.push(item)
    return concerning
  }

  #isAnyShown(names: readonly string[]): boolean {
    for (const name of names) if (this.isShown(name)) return true
    return false
  }

  #showSummary(placed: readonly PlacedIssue[]): void {
    const lines = this.#inPageOrder(placed)
    const isSame = sameItems(lines, this.#summary.lines)
    if (isSame && this.#announced === this.#summary.attempt) return
    this.#announced = this.#summary.attempt
    this.#summary = { ...this.#summary, lines: isSame ? this.#summary.lines : lines }
    this.#summaryEmitter.emit()
  }

  /** The issues that editing this field deals with: its own and those of its groups. */
  issuesOf(name: string): readonly PlacedIssue[] {
    const { issues, describedBy } = this.fieldState(name)
    return [...issues, ...describedBy]
  }

  // Kept, as what sorts is made for each failure, and would be compiled for each.
  readonly #fieldNamed = (name: string): FieldHandle | undefined => this.field(name)
  readonly #carrierOf = ({ fields }: PlacedIssue): FieldHandle | undefined =>
    fields[0] === undefined ? undefined : this.field(fields[0])

  /** The same object for the same placement, so that what shows it need not render again. */
  #keep(item: PlacedIssue): PlacedIssue {
    const before = this.#placed.get(item.issue)
    return before !== undefined && samePlacement(before, item) ? before : item
  }

  /** Of a group, the message stands at the first field of the page that shows it. */
  #withCarrierFirst(item: PlacedIssue): PlacedIssue {
    const inOrder = [...sortByField(item.fields, this.#fieldNamed)]
    const carrier = inOrder.find((name) => this.isShown(name)) ?? inOrder[0]
    return { ...item, fields: inOrder.sort((a, b) => Number(b === carrier) - Number(a === carrier)) }
  }

  /** Sorted as they stand on the page; what was sorted before and only lost some stays in its order. */
  #inPageOrder(placed: readonly PlacedIssue[]): readonly PlacedIssue[] {
    const present = new Set(this.#summary.lines.length < placed.length ? [] : placed)
    const before = this.#summary.lines.filter((line) => present.has(line))
    if (before.length === placed.length) return before
    return sortByField(placed, this.#carrierOf)
  }
}

const isListed = ({ home }: PlacedIssue): boolean => home === 'field' || home === 'summary'
