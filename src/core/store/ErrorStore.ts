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
import { checkOptions, type ApiErrorClientOptions } from './options.js'
import { place } from './place.js'
import {
  addBoundary,
  clearForm,
  closeReasonOf,
  createRecord,
  homesOf,
  isDealtWith,
  removeBoundary,
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
 * Knows every failure and keeps each issue in exactly one home. The only writer: what is on screen is told to
 * `surfaces`, what is to be seen is read from here, and who reads is notified once for all that a task brought.
 * Holds codes and parameters only; words are found when something is rendered.
 *
 * The way of a failure: `fail` takes it in → `place` gives each issue its home → `decide`, when every claim of the
 * turn is known, opens it: history, report, toast or sign-in → `end` closes it.
 */
export class ErrorStore {
  readonly options: ApiErrorClientOptions
  readonly surfaces = new Surfaces()
  readonly toasts = new ToastQueue()
  readonly history = new FailureHistory()
  readonly signIn: SignIn
  /** The failures that are not closed. */
  readonly records = new FailureRecords()
  /** Errors of queries that no request of this page met: hydrated, or set by devtools. */
  readonly foreign = new WeakSet<object>()
  /** What queries and mutations failed with, and what became of it. */
  readonly told = new WeakMap<object, FailureRecord>()

  readonly #turns: Turns
  readonly #emitter = new Emitter()
  /** Records whose homes may be others by now. */
  readonly #stale = new Set<FailureRecord>()
  readonly #changedScopes = new Set<Scope>()
  #hasChanged = false
  #count = 0

  /**
   * @param options the app's
   * @param defer runs a callback when everything that could claim a failure of this turn has had its say
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

  /** Hears of every change in what is shown, once for all changes of a task. */
  readonly subscribe = (listener: () => void): (() => void) => this.#emitter.subscribe(() => this.#safely(listener))

  /** Resolves when nothing waits to be decided; with whether anything did. */
  idle(): Promise<boolean> {
    return this.#turns.idle()
  }

  /** Normalizes with the parsers of this app. */
  normalize(failure: unknown): ApiError {
    const { parsers } = this.options
    return parsers === undefined ? normalizeError(failure) : normalizeError(failure, { parsers })
  }

  /** The definition of a code in this app's catalog. */
  define(code: string, error: ApiError): Definition {
    return classifyError(error, code, this.options.catalog)
  }

  /** Goes to `onInternalError`: showing an error never throws. */
  internalError(cause: unknown): void {
    attempt(() => this.options.onInternalError?.(cause))
  }

  // What fails and what recovers

  /** Takes in one failure. Its forms show it when this task is over; the rest is decided when this turn is. */
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

  /** The app says "I deal with this one": it gets no toast, and one that is up goes without a sound. */
  markHandled(failure: unknown): void {
    const records = this.records.with(failure)
    if (records.length === 0) this.surfaces.handleNext(failure)
    for (const record of records) {
      record.isHandled = true
      this.touch(record)
    }
  }

  /** A query or an observer has succeeded: ends what is resolved by it, and what an earlier call left in its form; other toasts stay. */
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
      // Its toast waits for what becomes of the new one.
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

  /** Decides at once which boundaries catch it: the queries of this render ask for it. */
  #sendToBoundaries(record: FailureRecord): void {
    const { source, error } = record
    for (const id of source.scopeIds) if (throwsTo(this.surfaces.scope(id), source)) addBoundary(record, id)
    if (record.isExpected) addBoundary(record, undefined)
    if (error.status !== 401 || record.boundaries.size === 0) return
    // The page waits for the sign-in as it is.
    record.placements = this.#placementsOf(record)
    if (homesOf(record).includes('auth')) for (const id of record.boundaries) removeBoundary(record, id)
  }

  #refuse(reason: unknown): void {
    for (const record of this.records.all()) {
      if (record.error.status !== 401) continue
      this.signIn.refuse(record)
      this.touch(record)
    }
    // A refused request is no defect; it is shown and reported where it failed.
    if (normalizeError(reason).kind === 'unknown') this.internalError(reason)
  }

  // Where it is shown

  /** Has a record placed anew: in forms when this task is over, as a toast when the claims of this turn are known. */
  touch(record: FailureRecord): void {
    if (closeReasonOf(record) === undefined) this.#stale.add(record)
    const isElsewhere = !homesOf(record).some((home) => home === 'toast' || home === 'auth')
    this.#turns.add(record, record.status === 'open' && isElsewhere)
  }

  /** Forms show what concerns them; all else can wait for claims. */
  #showInForms(turn: Turn): void {
    for (const record of turn.keys()) {
      if (!this.surfaces.scopesOf(record).some(({ form }) => form !== undefined)) continue
      this.place(record)
      // Also without another home: which field of a group carries the message depends on what is shown.
      this.changed(record)
    }
    this.notify()
  }

  /** Every claim of this turn is known: tells the history and the app, and shows what is left as a toast. */
  #decide(turn: Turn): void {
    for (const [record, wasElsewhere] of turn) this.#safely(() => decide(this, record, wasElsewhere))
    this.notify()
  }

  /** Gives each issue its home, if that can be another by now. */
  place(record: FailureRecord): void {
    if (!this.#stale.delete(record) || closeReasonOf(record) !== undefined) return
    const placements = this.#placementsOf(record)
    if (placements === record.placements) return
    record.placements = placements
    this.changed(record)
  }

  #placementsOf(record: FailureRecord): FailureRecord['placements'] {
    return place(record, this.surfaces, { ...this.options, auth: this.signIn.accepts(record) })
  }

  // How it ends

  /** Closes a failure: nothing shows it any more, the history keeps it. */
  close(record: FailureRecord, reason: CloseReason): void {
    this.end(record, reason)
    this.notify()
  }

  /** Closes a failure and takes it out of its toast; who reads is to be notified afterwards. */
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

  /** Notes that what is to be seen of a failure has changed. */
  changed(record: FailureRecord): void {
    this.#hasChanged = true
    for (const scope of this.surfaces.scopesOf(record)) this.#changedScopes.add(scope)
  }

  /** Tells everybody who reads, once for all that has changed. */
  notify(): void {
    const scopes = [...this.#changedScopes]
    this.#changedScopes.clear()
    for (const scope of scopes) scope.changes.emit()
    const hasOtherLists = [this.toasts.notify(), this.history.notify()].includes(true)
    if (hasOtherLists || this.#hasChanged) this.#emitter.emit()
    this.#hasChanged = false
  }

  #safely(run: () => void): void {
    attempt(run, (error) => this.internalError(error))
  }
}
