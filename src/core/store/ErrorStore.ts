import { attempt } from '../../internal/attempt.js'
import { Emitter } from '../../internal/Emitter.js'
import { isObject } from '../../internal/isObject.js'
import type { ApiError } from '../ApiError.js'
import { classifyError } from '../classify/classifyError.js'
import { normalizeError } from '../normalize/normalizeError.js'
import type { Definition } from '../types.js'
import { throwsTo } from './boundaries.js'
import { decide } from './decide.js'
import { FailureHistory } from './FailureHistory.js'
import { FailureRecords } from './FailureRecords.js'
import { checkOptions, tellProblem, type ApiErrorClientOptions } from './options.js'
import { place, placeInToast } from './place.js'
import {
  addBoundary,
  clearForm,
  closeReasonOf,
  createRecord,
  homesOf,
  isDealtWith,
  removeBoundary,
  shownElsewhere,
  type CloseReason,
  type FailureRecord,
  type FailureSource,
} from './record.js'
import { absorb } from './reports.js'
import { SignIn } from './SignIn.js'
import { Surfaces, type Scope } from './Surfaces.js'
import { ToastQueue } from './ToastQueue.js'
import { createTurns, type Turn, type Turns } from './turns.js'

/**
 * Knows every failure and keeps each issue in exactly one home, the place that shows it. The only writer: components
 * register in `surfaces`, read what to show from here, and are notified once for all changes of a task.
 * Holds codes and parameters only; words are found when something is rendered.
 *
 * The way of a failure: `fail` takes it in → `place` gives each issue its home → `decide`, once components have had
 * time to claim it, opens it: history, report, toast or sign-in → `end` closes it.
 */
export class ErrorStore {
  readonly options: ApiErrorClientOptions
  readonly surfaces = new Surfaces()
  readonly toasts = new ToastQueue()
  readonly history = new FailureHistory()
  readonly signIn: SignIn
  /** The failures that are not closed. */
  readonly records = new FailureRecords()
  /** Errors of queries that no request of this page caused: hydrated, or set by devtools. */
  readonly foreign = new WeakSet<object>()
  /** What queries and mutations failed with, and what became of it. */
  readonly told = new WeakMap<object, FailureRecord>()

  readonly #turns: Turns
  readonly #emitter = new Emitter()
  /** Records that have to be placed again. */
  readonly #stale = new Set<FailureRecord>()
  readonly #changedScopes = new Set<Scope>()
  #hasChanged = false
  #count = 0

  /**
   * @param options the app's
   * @param defer runs a callback after all that can claim a failure: `onError`, the caller's `catch`, effects
   */
  constructor(options: ApiErrorClientOptions, defer: (callback: () => void) => void) {
    if (process.env.NODE_ENV !== 'production') checkOptions(options)
    this.options = options
    this.signIn = new SignIn(options.onUnauthorized)
    this.signIn.refusals.subscribe((reason) => this.#refuse(reason))
    this.surfaces.changes.subscribe((concern) => {
      const { records } = this
      for (const record of 'scopeId' in concern ? records.inScope(concern.scopeId) : records.with(concern.failure)) {
        this.touch(record)
      }
    })
    this.#turns = createTurns({
      defer,
      onTaskEnd: (turn) => this.#safely(() => this.#showInForms(turn)),
      onDecide: (turn) => this.#safely(() => this.#decide(turn)),
    })
  }

  /** Calls the listener once per task in which anything shown has changed. */
  readonly subscribe = (listener: () => void): (() => void) => this.#emitter.subscribe(() => this.#safely(listener))

  /** Resolves when no turn is undecided; with whether any was. */
  idle(): Promise<boolean> {
    return this.#turns.idle()
  }

  /** Normalizes with the parsers of this app. */
  normalize(failure: unknown): ApiError {
    const { parsers } = this.options
    return parsers === undefined ? normalizeError(failure) : normalizeError(failure, { parsers })
  }

  define(code: string, error: ApiError): Definition {
    return (
      attempt(() => classifyError(error, code, this.options.catalog), this.internalError) ?? classifyError(error, code)
    )
  }

  /** Reports a bug to `onInternalError`: showing an error never throws. */
  readonly internalError = (cause: unknown): void => tellProblem(this.options, cause)

  // What fails and what recovers

  /** Takes in one failure. Forms show it in a microtask; toast, report and history wait until its turn is decided. */
  fail(failure: unknown, source: FailureSource): FailureRecord | undefined {
    const error = this.normalize(failure)
    if (error.kind === 'aborted') return undefined
    const record = this.#createRecord(failure, error, { ...source, startedAt: source.startedAt ?? this.signIn.now() })
    this.signIn.heed(record)
    absorb(this, record)
    if (source.type !== 'report') for (const key of [failure, error]) if (isObject(key)) this.told.set(key, record)
    if (source.isLate === true) this.end(record, 'superseded')
    else {
      this.#supersedeBy(record)
      this.records.add(record)
      this.#sendToBoundaries(record)
    }
    this.touch(record)
    return record
  }

  /** The app shows this failure itself: it gets no toast, and a visible one closes without an announcement. */
  markHandled(failure: unknown): void {
    const records = this.records.with(failure)
    if (records.length === 0) this.surfaces.handleNext(failure)
    for (const record of records) {
      record.isHandled = true
      this.touch(record)
    }
  }

  /** A query or a mutation observer has succeeded: closes what that resolves, and clears the form of the rest. */
  recover(identity: unknown, isResolved: (record: FailureRecord) => boolean = () => true): void {
    this.signIn.recovered(identity)
    for (const record of this.records.with(identity)) {
      if (isResolved(record)) this.end(record, 'recovered')
      else this.#dropFromForm(record)
    }
    if (this.#hasChanged) queueMicrotask(() => this.#safely(() => this.notify()))
  }

  #createRecord(failure: unknown, error: ApiError, source: FailureSource): FailureRecord {
    const id = ++this.#count
    const outage = source.type === 'query' ? this.records.with(source.identity)[0] : undefined
    const isHandled = this.surfaces.takeHandled(failure)
    return createRecord({ id: String(id), attempt: outage?.attempt ?? id, error, failure, source, isHandled })
  }

  /** A query fails again, a call is tried again, or an observer makes its next call. */
  #supersedeBy(record: FailureRecord): void {
    const { identity, call, type } = record.source
    for (const previous of identity === undefined ? [] : this.records.with(identity)) {
      if (type === 'query') record.isDismissed ||= previous.isDismissed
      // Keeps its toast, which the new record of the same call takes over.
      if (previous.source.call === call) this.#close(previous, 'superseded')
      else this.#dropFromForm(previous)
    }
  }

  /** Takes away what a form shows of an earlier try; issues with another home stay there. */
  #dropFromForm(record: FailureRecord): void {
    clearForm(record)
    this.changed(record)
    if (isDealtWith(record)) this.end(record, 'superseded')
  }

  /** Synchronous: `throwOnError` asks for it in the render that this cache event causes. */
  #sendToBoundaries(record: FailureRecord): void {
    const { source, error } = record
    for (const id of source.scopeIds) if (throwsTo(this.surfaces.scope(id), source)) addBoundary(record, id)
    if (record.isExpected) addBoundary(record, undefined)
    if (error.status !== 401 || record.boundaries.size === 0) return
    // During a sign-in the content stays: no boundary takes its place.
    record.placements = this.#placementsOf(record)
    if (homesOf(record).includes('auth')) for (const id of record.boundaries) removeBoundary(record, id)
  }

  #refuse(reason: unknown): void {
    for (const record of this.records.all()) {
      if (record.error.status !== 401) continue
      this.signIn.refuse(record)
      this.touch(record)
    }
    // Only a bug in `onUnauthorized` is an internal error, not a sign-in request that failed.
    if (normalizeError(reason).kind === 'unknown') this.internalError(reason)
  }

  // Where it is shown

  /** Schedules a new placement: in forms in a microtask, as a toast when the turn is decided. */
  touch(record: FailureRecord): void {
    if (closeReasonOf(record) === undefined) this.#stale.add(record)
    this.#turns.add(record, shownElsewhere(record))
  }

  /** Forms show their failures at once; all others wait for claims. */
  #showInForms(turn: Turn): void {
    for (const record of turn.keys()) {
      if (!this.surfaces.scopesOf(record).some(({ form }) => form !== undefined)) continue
      this.place(record)
      // Even with the same home: which field of a group shows the message depends on which are visible.
      this.changed(record)
    }
    this.notify()
  }

  #decide(turn: Turn): void {
    for (const [record, elsewhere] of turn) this.#safely(() => decide(this, record, elsewhere))
    this.notify()
  }

  /** Gives each issue its home; does nothing unless the record was touched. */
  place(record: FailureRecord): void {
    if (!this.#stale.delete(record) || closeReasonOf(record) !== undefined) return
    const placements = this.#placementsOf(record)
    if (placements === record.placements) return
    record.placements = placements
    this.changed(record)
  }

  #placementsOf(record: FailureRecord): FailureRecord['placements'] {
    const find = () => place(record, this.surfaces, { ...this.options, auth: this.signIn.accepts(record) })
    return attempt(find, this.internalError) ?? placeInToast(record)
  }

  // How it ends

  /** Closes a failure: nothing shows it any more, the history keeps it. */
  close(record: FailureRecord, reason: CloseReason): void {
    this.end(record, reason)
    this.notify()
  }

  /** Closes a failure and takes it out of its toast; the caller notifies. */
  end(record: FailureRecord, reason: CloseReason): void {
    if (closeReasonOf(record) !== undefined) return
    this.#close(record, reason)
    this.toasts.remove(record)
  }

  #close(record: FailureRecord, reason: CloseReason): void {
    record.status = { closed: reason }
    this.records.delete(record)
    this.#stale.delete(record)
    this.history.note(record)
    this.changed(record)
  }

  /** Shows a failure again whose scope has come back. */
  reopen(record: FailureRecord): void {
    record.status = 'open'
    this.records.add(record)
    this.history.note(record)
    this.touch(record)
  }

  /** Notes that what is shown of a failure has changed. */
  changed(record: FailureRecord): void {
    this.#hasChanged = true
    for (const scope of this.surfaces.scopesOf(record)) this.#changedScopes.add(scope)
  }

  /** Notifies all listeners, once for everything that has changed. */
  notify(): void {
    const scopes = [...this.#changedScopes]
    this.#changedScopes.clear()
    for (const scope of scopes) scope.changes.emit()
    const hasOtherLists = [this.toasts.notify(), this.history.notify()].includes(true)
    if (hasOtherLists || this.#hasChanged) this.#emitter.emit()
    this.#hasChanged = false
  }

  #safely(run: () => void): void {
    attempt(run, this.internalError)
  }
}
