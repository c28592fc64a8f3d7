import { Emitter } from '../../internal/Emitter.js'
import { createFieldMatcher, type FieldMatcher } from '../route/matchFields.js'
import type { Issue, Params, Placement } from '../types.js'
import type { FailureRecord } from './FailureRecord.js'

/** What a field tells its scope; the view implements it, so that the scope needs no DOM. */
export interface FieldHandle {
  readonly name: string
  /** The visible label, for messages and the summary. */
  label(): string | undefined
  /** Limits of the control (`maxLength`, `min`, `max`), for messages. */
  params(): Params
  /** Whether its message is on screen when it has one. */
  isShown(): boolean
  /** Negative when this field stands before the other on the page. */
  compare(other: FieldHandle): number
  /** Brings the field into view and focuses it; false when it cannot take focus. */
  focus(): boolean
}

/** One issue with where it stands. */
export interface PlacedIssue extends Placement {
  readonly record: FailureRecord
}

/** What one field shows. */
export interface FieldState {
  /** The issues whose message this field carries. */
  readonly issues: readonly PlacedIssue[]
  /** Names of other fields whose message describes this one too (groups). */
  readonly describedBy: readonly string[]
}

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

const NO_FIELD_STATE: FieldState = Object.freeze({ issues: Object.freeze([]), describedBy: Object.freeze([]) })

/** A region of the page in which fields and failures belong together. Holds what is mounted in it and what each part shows. */
export class Scope {
  readonly id: string
  #options: ScopeOptions = {}
  #aliases: ReadonlyMap<string, string> = new Map()
  /** Called when a surface comes, goes or starts to show its messages. */
  onSurfacesChange: () => void = () => undefined

  readonly #fields = new Map<string, FieldHandle[]>()
  readonly #fieldEmitters = new Map<string, Emitter>()
  readonly #summaryEmitter = new Emitter()
  #fieldStates: ReadonlyMap<string, FieldState> = new Map()
  #summary: SummaryState = { lines: [], attempt: 0 }
  #matcher: FieldMatcher | undefined
  #summaries = 0
  #forms = 0

  constructor(id: string) {
    this.id = id
  }

  /** Whether a form is on screen: then a failing query must not tear it down. */
  get hasForm(): boolean {
    return this.#forms > 0 || this.#fields.size > 0
  }

  get hasSummary(): boolean {
    return this.#summaries > 0
  }

  get fieldNames(): readonly string[] {
    return [...this.#fields.keys()]
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
    this.#surfacesChanged()
  }

  /** A matcher over the registered fields, kept until they change. */
  get matcher(): FieldMatcher {
    return (this.#matcher ??= createFieldMatcher(this.fieldNames, this.aliases))
  }

  /** Adds a field; several controls of one name (radio buttons) count as one. */
  addField(handle: FieldHandle): () => void {
    const handles = this.#fields.get(handle.name) ?? []
    this.#fields.set(handle.name, [...handles, handle])
    this.#surfacesChanged()
    return () => {
      const rest = (this.#fields.get(handle.name) ?? []).filter((other) => other !== handle)
      if (rest.length > 0) this.#fields.set(handle.name, rest)
      else this.#fields.delete(handle.name)
      this.#surfacesChanged()
    }
  }

  field(name: string): FieldHandle | undefined {
    return this.#fields.get(name)?.[0]
  }

  /** Whether any control of that name shows its message. */
  isShown(name: string): boolean {
    return this.#fields.get(name)?.some((handle) => handle.isShown()) ?? false
  }

  addSummary(): () => void {
    this.#summaries++
    this.#surfacesChanged()
    return () => {
      this.#summaries--
      this.#surfacesChanged()
    }
  }

  addForm(): () => void {
    this.#forms++
    this.#surfacesChanged()
    return () => {
      this.#forms--
      this.#surfacesChanged()
    }
  }

  /** Says that a surface has started or stopped to show what it was given. */
  touch(): void {
    this.onSurfacesChange()
  }

  #surfacesChanged(): void {
    this.#matcher = undefined
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
  show(placed: readonly PlacedIssue[]): void {
    const next = new Map<string, FieldState>()
    for (const placement of placed) {
      if (placement.home !== 'field' && placement.fields.some((name) => this.isShown(name))) continue
      this.#carry(next, placement)
    }
    const previous = this.#fieldStates
    this.#fieldStates = keepEqual(previous, next)
    for (const name of new Set([...previous.keys(), ...next.keys()])) {
      if (previous.get(name) !== this.#fieldStates.get(name)) this.#fieldEmitters.get(name)?.emit()
    }

    const lines = this.#inPageOrder(placed.filter(({ home }) => home === 'field' || home === 'summary'))
    const isSame = sameItems(lines, this.#summary.lines, samePlacement)
    if (isSame && this.#announced === this.#summary.attempt) return
    this.#announced = this.#summary.attempt
    this.#summary = { ...this.#summary, lines: isSame ? this.#summary.lines : lines }
    this.#summaryEmitter.emit()
  }
  #announced = 0

  #carry(states: Map<string, FieldState>, placement: PlacedIssue): void {
    const carrier = placement.fields[0]
    if (carrier === undefined) return
    for (const name of placement.fields) {
      const state = states.get(name) ?? NO_FIELD_STATE
      states.set(
        name,
        name === carrier
          ? { ...state, issues: [...state.issues, placement] }
          : { ...state, describedBy: [...state.describedBy, carrier] },
      )
    }
  }

  #inPageOrder(placed: readonly PlacedIssue[]): readonly PlacedIssue[] {
    const fieldOf = ({ fields }: PlacedIssue): FieldHandle | undefined => (fields[0] === undefined ? undefined : this.field(fields[0]))
    return [...placed].sort((a, b) => {
      const [fieldA, fieldB] = [fieldOf(a), fieldOf(b)]
      if (fieldA !== undefined && fieldB !== undefined) return fieldA === fieldB ? 0 : fieldA.compare(fieldB)
      return (fieldA === undefined ? 1 : 0) - (fieldB === undefined ? 1 : 0)
    })
  }

  /** The issues that editing this field deals with: its own and those of its groups. */
  issuesOf(name: string): readonly { readonly record: FailureRecord; readonly issue: Issue }[] {
    const { issues, describedBy } = this.fieldState(name)
    const shared = describedBy.flatMap((carrier) => this.fieldState(carrier).issues.filter(({ fields }) => fields.includes(name)))
    return [...issues, ...shared]
  }
}

function keepEqual(previous: ReadonlyMap<string, FieldState>, next: ReadonlyMap<string, FieldState>): ReadonlyMap<string, FieldState> {
  const kept = new Map<string, FieldState>()
  for (const [name, state] of next) {
    const before = previous.get(name)
    const isSame =
      before !== undefined &&
      sameItems(before.issues, state.issues, samePlacement) &&
      sameItems(before.describedBy, state.describedBy, Object.is)
    kept.set(name, isSame ? before : state)
  }
  return kept
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[], isSame: (a: Item, b: Item) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] as Item))
}

const samePlacement = (a: PlacedIssue, b: PlacedIssue): boolean =>
  a.issue === b.issue && a.record === b.record && a.home === b.home && sameItems(a.fields, b.fields, Object.is)
