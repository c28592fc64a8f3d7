import { attempt } from '../../internal/attempt.js'
import { Emitter } from '../../internal/Emitter.js'
import { isObject } from '../../internal/isObject.js'
import type { ApiError } from '../ApiError.js'
import { classifyError } from '../classify/classifyError.js'
import { MessageRegistry } from '../localize/MessageRegistry.js'
import { normalizeError } from '../normalize/normalizeError.js'
import type { Definition } from '../types.js'
import { Boundaries } from './Boundaries.js'
import { Claims, type ClaimedSource } from './Claims.js'
import { Display } from './Display.js'
import { FailureHistory } from './FailureHistory.js'
import {
  createRecord,
  homesOf,
  isDealtWith,
  issuesSpokenFor,
  type CloseReason,
  type FailureRecord,
  type FailureSource,
} from './FailureRecord.js'
import { FailureRecords } from './FailureRecords.js'
import { checkOptions, type ApiErrorClientOptions } from './options.js'
import { throwsTo } from './placeRecord.js'
import { Router } from './Router.js'
import { Scope } from './Scope.js'
import { SignIn } from './SignIn.js'
import { ToastQueue } from './ToastQueue.js'
import { TouchedRecords } from './TouchedRecords.js'

/**
 * Knows every failure and every surface, and keeps each issue in exactly one home.
 * Holds codes and parameters only; words are looked up when something is rendered.
 */
export class ErrorStore {
  readonly messages: MessageRegistry
  readonly toasts = new ToastQueue()
  readonly history = new FailureHistory()
  /** The failures that are not closed. */
  readonly records = new FailureRecords()
  readonly options: ApiErrorClientOptions
  readonly boundaries: Boundaries

  /** Runs a callback when everything that could claim a failure of this turn has had its say. */
  protected defer: (callback: () => void) => void = (callback) => {
    setTimeout(() => setTimeout(callback))
  }

  readonly #emitter = new Emitter()
  readonly #claims = new Claims()
  readonly #display: Display
  readonly #signIn: SignIn
  readonly #router: Router
  /** What queries and mutations failed with: reporting it again says nothing new. */
  readonly #told = new WeakSet<object>()
  readonly #touched = new TouchedRecords({
    defer: (callback) => this.defer(() => this.#safely(callback)),
    onTaskEnd: (records) => {
      for (const record of records) this.#router.route(record)
      this.#display.showForms(records)
    },
    onTurnEnd: (record, wasShown) => {
      this.#router.route(record)
      if (wasShown && this.#display.isLeft(record)) this.close(record, 'left')
      else this.#show(record)
    },
  })
  /** Other page loads use other ids: a dehydrated scope id must not reach a scope of this one. */
  readonly #nonce = Math.random().toString(36).slice(2, 8)
  #count = 0

  constructor(options: ApiErrorClientOptions) {
    if (process.env.NODE_ENV !== 'production') checkOptions(options)
    this.options = options
    const { locales, fallbackLocale, messages, fieldLabels } = options
    this.messages = new MessageRegistry({
      locales,
      fallbackLocale,
      messages,
      fieldLabels,
      onProblem: (problem) => this.internalError(problem),
    })
    this.#display = new Display(this.records, this.toasts, this.define)
    this.#signIn = new SignIn(options.onUnauthorized, {
      onRefused: () => {
        const refused = this.records.where(({ error }) => error.status === 401)
        this.#touched.add(refused)
        return refused
      },
      onError: (error) => this.internalError(error),
    })
    this.#router = new Router(options, {
      claims: this.#claims,
      display: this.#display,
      signIn: this.#signIn,
      define: this.define,
    })
    this.boundaries = new Boundaries({
      records: this.records,
      scope: (id) => this.scope(id),
      fail: (failure, source) => this.fail(failure, source),
      close: (record, reason) => this.close(record, reason),
      touch: (records) => this.#touched.add(records),
    })
    this.toasts.onEvict = (records) => records.forEach((record) => this.close(record, 'dismissed'))
  }

  /** Hears of every change in what is shown; for tests and tools, components subscribe to what they show. */
  readonly subscribe = (listener: () => void): (() => void) => this.#emitter.subscribe(() => this.#safely(listener))

  /** Switches the language of everything, also of what is on screen; resolves when its words are there. */
  setLocale(tag: string): void | Promise<void> {
    return this.messages.setLocale(tag)
  }

  /** Tells of a failure that no query or mutation carries; one that they do carry is known, whoever hears of it again. */
  report(failure: unknown, context: Partial<FailureSource> = {}): void {
    if (!isObject(failure) || !this.#told.has(failure)) this.fail(failure, { type: 'report', scopeIds: [], ...context })
  }

  /** Says "I deal with this one": it gets no toast, and one that is up goes without a sound. */
  markHandled(failure: unknown): void {
    this.#claims.markHandled(failure)
    this.#touched.add(this.records.where((record) => Object.is(record.failure, failure)))
  }

  /** Signs in by `onUnauthorized`, or joins the sign-in under way: for a timer that renews a session. Resolves with whether it worked. */
  signIn(): Promise<boolean> {
    return this.#signIn.start()
  }

  /** Where in the order of requests and sign-ins this moment is. */
  readonly now = (): number => this.#signIn.now()

  /** Normalizes with the app's parsers. */
  readonly normalize = (failure: unknown): ApiError => {
    const { parsers } = this.options
    return normalizeError(failure, parsers === undefined ? undefined : { parsers })
  }

  /** The definition of a code in this app's catalog. */
  readonly define = (code: string, record: Pick<FailureRecord, 'error'>): Definition =>
    classifyError(record.error, code, this.options.catalog)

  /** Goes to `onInternalError`: showing an error never throws. */
  internalError(cause: unknown): void {
    attempt(() => this.options.onInternalError?.(cause))
  }

  #safely(run: () => void): void {
    attempt(run, (error) => this.internalError(error))
  }

  // Failures

  /** Takes in one failure, gives each issue its home, and decides about a toast when this turn is over. */
  fail(failure: unknown, source: FailureSource): FailureRecord | undefined {
    const error = this.normalize(failure)
    if (error.kind === 'aborted') return undefined
    if (isObject(failure) && source.type !== 'report') this.#told.add(failure)
    const inner = source.type === 'mutation' ? this.records.ofInnerQuery(failure) : undefined
    const isReported = inner?.phase === 'settled'
    if (inner !== undefined) this.#forget(inner)

    const record = createRecord(`${this.#nonce}-${++this.#count}`, error, failure, source)
    if (source.isLate === true) {
      record.phase = 'closed'
      this.history.note(record, 'superseded')
      this.#report(record, true)
      return record
    }
    this.#replacePrevious(record)
    this.records.add(record)
    for (const id of source.scopeIds) if (throwsTo(this.scope(id), source)) record.boundaries.add(id)
    if (source.isThrown === true) this.boundaries.expect(record)
    this.#router.route(record)
    // The page waits for the sign-in as it is.
    if (homesOf(record).includes('auth')) record.boundaries.clear()
    if (source.type !== 'query') for (const scope of this.#display.scopesOf(record)) scope.nextAttempt()
    this.#show(record)
    this.defer(() => this.#safely(() => this.#settle(record, isReported)))
    return record
  }

  /** A query or an observer has succeeded: ends what is resolved by it, and what an earlier call left in its form; other toasts stay. */
  recover(identity: unknown, isResolved: (record: FailureRecord) => boolean = () => true): void {
    for (const record of this.records.withIdentity(identity)) {
      if (isResolved(record)) this.close(record, 'recovered')
      else this.#dropFromForm(record)
    }
  }

  /** Closes a failure: nothing shows it any more, the history keeps it. */
  close(record: FailureRecord, reason: CloseReason): void {
    if (record.phase === 'closed') return
    this.#forget(record)
    record.closed = reason
    this.history.note(record, reason)
    this.#display.showForms([record])
    this.#emitter.emit()
  }

  /** The user closed a toast; a failure that has no other home goes to the history, a failing query stays quiet until it recovers. */
  dismissToast(id: string): void {
    for (const record of this.toasts.records(id)) {
      record.dismissed = true
      this.toasts.remove(record)
      if (record.source.type !== 'query' && homesOf(record).every((home) => home === 'toast'))
        this.close(record, 'dismissed')
      else this.history.note(record, 'dismissed')
    }
  }

  /** The user edited a field: its issues are dealt with, those of other fields stay. */
  clearField(scope: Scope, name: string): void {
    const issues = scope
      .issuesOf(name)
      .flatMap(({ record, issue }) => issuesSpokenFor(record, scope.id, issue).map((each) => ({ record, issue: each })))
    for (const { record, issue } of issues) record.cleared.add(issue)
    for (const record of new Set(issues.map((item) => item.record))) {
      if (isDealtWith(record)) this.close(record, 'cleared')
    }
    if (issues.length > 0) this.#display.showForm(scope)
  }

  // Surfaces

  /** Makes a scope; it counts once it is registered. */
  createScope(): Scope {
    return new Scope(`${this.#nonce}:${++this.#count}`)
  }

  scope(id: string | undefined): Scope | undefined {
    return this.#display.scope(id)
  }

  /** Adds a scope that is on screen; the returned function takes it away with what its form still showed. */
  registerScope(scope: Scope): () => void {
    for (const record of this.#display.add(scope)) this.#reopen(record)
    scope.onSurfacesChange = () => this.#touched.add(this.records.inScope(scope.id))
    return () => {
      this.#display.remove(scope)
      scope.onSurfacesChange()
      scope.onSurfacesChange = () => undefined
    }
  }

  /** Says "I show this one" until the returned function is called. */
  claim(source: ClaimedSource, scopeId?: string): () => void {
    const release = this.#claims.add(source, scopeId)
    const touch = (): void => this.#touched.add(this.records.where((record) => Claims.matches(source, record)))
    touch()
    return () => {
      release()
      touch()
    }
  }

  // Routing

  /** Every claim of this turn is known: tells the history and the app, and shows what is left as a toast. */
  #settle(record: FailureRecord, isReported: boolean): void {
    if (record.phase !== 'new') return
    record.phase = 'settled'
    this.#router.route(record)
    this.history.note(record)
    if (!isReported) this.#report(record, false)
    this.#show(record)
    if (homesOf(record).includes('auth')) this.#signIn.ask(record)
  }

  #report(record: FailureRecord, isSuperseded: boolean): void {
    const { type, key, attempt = 1 } = record.source
    this.#safely(() =>
      this.options.onReport?.(record.error, { type, key, homes: homesOf(record), attempt, isSuperseded }),
    )
  }

  #show(record: FailureRecord): void {
    this.#display.showForms([record])
    this.#display.showToast(record)
    this.#emitter.emit()
  }

  /** A query fails again, a call is tried again, or an observer makes its next call. */
  #replacePrevious(record: FailureRecord): void {
    const { identity, call, type } = record.source
    if (identity === undefined) return
    for (const previous of this.records.withIdentity(identity)) {
      if (type === 'query') record.dismissed ||= previous.dismissed
      if (previous.source.call === call) this.#succeed(previous)
      else this.#dropFromForm(previous)
    }
  }

  /** Takes away what a form shows of an earlier try; issues with another home stay there. */
  #dropFromForm(record: FailureRecord): void {
    for (const { home, issue } of [...record.placements.values()].flat()) {
      if (home === 'field' || home === 'summary') record.cleared.add(issue)
    }
    if (isDealtWith(record)) this.close(record, 'superseded')
  }

  #reopen(record: FailureRecord): void {
    record.closed = undefined
    record.phase = 'settled'
    this.records.add(record)
    this.history.note(record)
    this.#touched.add([record])
  }

  /** Another record takes the place of this one, in its toast too. */
  #succeed(record: FailureRecord): void {
    if (record.phase === 'settled') this.history.note(record, 'superseded')
    record.phase = 'closed'
    this.records.delete(record)
  }

  #forget(record: FailureRecord): void {
    this.#succeed(record)
    this.toasts.remove(record)
  }
}
