import { attempt } from '../../internal/attempt.js'
import { Emitter } from '../../internal/Emitter.js'
import { isObject } from '../../internal/isObject.js'
import type { ApiError } from '../ApiError.js'
import { classifyError } from '../classify/classifyError.js'
import { createNormalizer, type Normalizer } from '../normalize/createNormalizer.js'
import { normalizeError } from '../normalize/normalizeError.js'
import { describeAnswer, isReadAnswer, readInTime, unreadBodyOf, type UnreadBody } from '../normalize/readBody.js'
import type { Definition } from '../types.js'
import { recoverBy, supersedeBy, type Success } from './attempts.js'
import { throwsTo } from './boundaries.js'
import { decide } from './decide.js'
import { FailureHistory } from './FailureHistory.js'
import { FailureRecords } from './FailureRecords.js'
import { checkOptions, tellProblem, withPreference, type ApiErrorClientOptions } from './options.js'
import { place, placeInToast } from './place.js'
import {
  addBoundary,
  closeReasonOf,
  createRecord,
  homesOf,
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
import { warnOfReadBody } from './warnings.js'
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
  readonly normalize: Normalizer
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
    this.normalize = createNormalizer(options.parsers)
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

  define(code: string, error: ApiError): Definition {
    const find = () => withPreference(classifyError(error, code, this.options.catalog), code, this.options.prefer)
    return attempt(find, this.internalError) ?? classifyError(error, code)
  }

  /** Reports a bug to `onInternalError`: showing an error never throws. */
  readonly internalError = (cause: unknown): void => tellProblem(this.options, cause)

  // What fails and what recovers

  /** Takes in one failure. Forms show it in a microtask; toast, report and history wait until its turn is decided. */
  fail(failure: unknown, source: FailureSource): FailureRecord | undefined {
    const error = this.normalize(failure)
    if (error.kind === 'aborted') return undefined
    const record = this.#createRecord(failure, error, source)
    this.signIn.heed(record)
    absorb(this, record)
    this.#noteTold(record)
    if (source.isLate === true) this.end(record, 'superseded')
    else {
      supersedeBy(this, record)
      this.records.add(record)
      this.#sendToBoundaries(record)
    }
    if (process.env.NODE_ENV !== 'production' && isReadAnswer(failure)) warnOfReadBody()
    const hasBody = !error.code.startsWith('HTTP_') && error.kind === 'http'
    const unread = hasBody ? undefined : unreadBodyOf(failure)
    if (unread !== undefined) this.#turns.await(this.#readBody(record, unread))
    else this.touch(record)
    return record
  }

  /** Fields and words wait for a body that nobody has read; boundary and sign-in were decided by the status. */
  async #readBody(record: FailureRecord, unread: UnreadBody): Promise<void> {
    record.isReading = true
    const body = await readInTime(unread)
    record.isReading = false
    const answer = describeAnswer(unread.answer, body)
    if (body !== undefined) this.#safely(() => this.#setError(record, this.normalize(record.failure, answer)))
    this.touch(record)
  }

  #setError(record: FailureRecord, error: ApiError): void {
    const isOpen = closeReasonOf(record) === undefined
    // Records are found by their error, too.
    if (isOpen) this.records.delete(record)
    record.error = error
    if (isOpen) this.records.add(record)
    this.#noteTold(record)
  }

  #noteTold(record: FailureRecord): void {
    const keys = record.source.type === 'report' ? [] : [record.failure, record.error]
    for (const key of keys) if (isObject(key)) this.told.set(key, record)
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

  /**
   * A query or a mutation observer has succeeded: closes what that resolves, and what it was a new try of.
   *
   * @param success the call; left out where a success resolves everything
   */
  recover(identity: unknown, success?: Success): void {
    this.signIn.recovered(identity)
    for (const record of this.records.with(identity)) {
      if (success === undefined || success.resolves(record)) this.end(record, 'recovered')
      else recoverBy(this, success, record)
    }
    if (this.#hasChanged) queueMicrotask(() => this.#safely(() => this.notify()))
  }

  #createRecord(failure: unknown, error: ApiError, told: FailureSource): FailureRecord {
    const id = ++this.#count
    const outage = told.type === 'query' ? this.records.with(told.identity)[0] : undefined
    const isHandled = this.surfaces.takeHandled(failure)
    const failedAt = this.signIn.now()
    // An error of unknown kind can be a bug in code after the request: a retry could repeat a change.
    const retry = told.type === 'mutation' && error.kind === 'unknown' ? undefined : told.retry
    const source = { ...told, retry, startedAt: told.startedAt ?? failedAt }
    return createRecord({ id: String(id), attempt: outage?.attempt ?? id, error, failure, source, failedAt, isHandled })
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
    if (record.isReading) return
    if (closeReasonOf(record) === undefined) this.#stale.add(record)
    this.#turns.add(record, record.status === 'open' ? shownElsewhere(record) : [])
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
    for (const [record, wereElsewhere] of turn) {
      this.#safely(() => decide(this, record, wereElsewhere))
      for (const previous of record.replaced.splice(0)) this.end(previous, 'superseded')
    }
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

  /** Closes a failure and takes it out of its toast, unless another takes its place there; the caller notifies. */
  end(record: FailureRecord, reason: CloseReason, { keepsToast = false } = {}): void {
    if (closeReasonOf(record) !== undefined) return
    if (!keepsToast) this.toasts.remove(record)
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
