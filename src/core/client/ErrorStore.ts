import { attempt } from '../../internal/attempt.js'
import { Emitter } from '../../internal/Emitter.js'
import type { ApiError } from '../ApiError.js'
import { classifyError } from '../classify/classifyError.js'
import { MessageRegistry } from '../localize/MessageRegistry.js'
import { normalizeError } from '../normalize/normalizeError.js'
import type { ApiErrorMeta, Definition } from '../types.js'
import { Claims, type ClaimedSource } from './Claims.js'
import { Display } from './Display.js'
import { FailureHistory } from './FailureHistory.js'
import { createRecord, homesOf, type CloseReason, type FailureRecord, type FailureSource } from './FailureRecord.js'
import { FailureRecords } from './FailureRecords.js'
import { checkOptions, type ApiErrorClientOptions } from './options.js'
import { placeRecord, throwsTo } from './placeRecord.js'
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

  /** Runs a callback when everything that could claim a failure of this turn has had its say. */
  protected defer: (callback: () => void) => void = (callback) => {
    setTimeout(() => setTimeout(callback))
  }

  readonly #emitter = new Emitter()
  readonly #claims = new Claims()
  readonly #display: Display
  readonly #signIn: SignIn
  readonly #touched = new TouchedRecords({
    defer: (callback) => this.defer(callback),
    onTaskEnd: (records) => {
      for (const record of records) this.#route(record)
      this.#display.showForms(records)
    },
    onTurnEnd: (record, wasShown) => {
      this.#route(record)
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
    this.messages = new MessageRegistry({ locales, fallbackLocale, messages, fieldLabels, onProblem: (problem) => this.internalError(problem) })
    this.#display = new Display(this.records, this.toasts, this.define)
    this.#signIn = new SignIn(options.onUnauthorized, (error) => this.internalError(error))
    this.toasts.onEvict = (records) => records.forEach((record) => this.close(record, 'dismissed'))
  }

  /** Hears of every change in what is shown; for tests and tools, components subscribe to what they show. */
  readonly subscribe = this.#emitter.subscribe

  /** Switches the language of everything, also of what is on screen; resolves when its words are there. */
  setLocale(tag: string): void | Promise<void> {
    return this.messages.setLocale(tag)
  }

  /** Tells of a failure that no query or mutation carries. Control flow and cancellation are not failures. */
  report(failure: unknown, context: Partial<FailureSource> = {}): void {
    this.fail(failure, { type: 'report', scopeIds: [], ...context })
  }

  /** Says "I deal with this one": it gets no toast, and one that is up goes without a sound. */
  markHandled(failure: unknown): void {
    this.#claims.markHandled(failure)
    this.#touched.add(this.records.where((record) => Object.is(record.failure, failure)))
  }

  /** Normalizes with the app's parsers. */
  readonly normalize = (failure: unknown): ApiError => {
    const { parsers } = this.options
    return normalizeError(failure, parsers === undefined ? undefined : { parsers })
  }

  /** The definition of a code in this app's catalog. */
  readonly define = (code: string, record: Pick<FailureRecord, 'error'>): Definition => classifyError(record.error, code, this.options.catalog)

  /** Goes to `onInternalError`: showing an error never throws. */
  internalError(cause: unknown): void {
    attempt(() => this.options.onInternalError?.(cause))
  }

  // Failures

  /** Takes in one failure, gives each issue its home, and decides about a toast when this turn is over. */
  fail(failure: unknown, source: FailureSource): FailureRecord | undefined {
    const error = this.normalize(failure)
    if (error.kind === 'aborted') return undefined
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
    this.#route(record)
    if (source.type !== 'query') for (const scope of this.#display.scopesOf(record)) scope.nextAttempt()
    this.#show(record)
    this.defer(() => this.#settle(record, isReported))
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
    this.history.note(record, reason)
    this.#display.showForms([record])
    this.#emitter.emit()
  }

  /** The user closed a toast; a failure that has no other home goes to the history, a failing query stays quiet until it recovers. */
  dismissToast(id: string): void {
    for (const record of this.toasts.records(id)) {
      record.dismissed = true
      this.toasts.remove(record)
      if (record.source.type !== 'query' && homesOf(record).every((home) => home === 'toast')) this.close(record, 'dismissed')
      else this.history.note(record, 'dismissed')
    }
  }

  /** The user edited a field: its issues are dealt with, those of other fields stay. */
  clearField(scope: Scope, name: string): void {
    const issues = scope.issuesOf(name).flatMap(({ record, issue }) => {
      // A group that came as one item a field is one problem all the same.
      const isGroup = this.define(issue.code, record).group
      return (isGroup ? record.error.issues.filter(({ code }) => code === issue.code) : [issue]).map((each) => ({ record, issue: each }))
    })
    for (const { record, issue } of issues) record.cleared.add(issue)
    for (const record of new Set(issues.map((item) => item.record))) {
      if (record.error.issues.every((issue) => record.cleared.has(issue))) this.close(record, 'cleared')
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
    this.#display.add(scope)
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

  /** A boundary has caught a failure and shows it until the returned function is called. */
  catchFailure(failure: unknown, scopeId?: string): () => void {
    const known = this.records.of({ failure })
    // Thrown while rendering: no query and no mutation told of it.
    const record = known ?? this.fail(failure, { type: 'report', scopeIds: [] })
    if (record === undefined) return () => undefined
    const place = known === undefined ? undefined : scopeId
    record.boundaries.add(place)
    this.#touched.add([record])
    return () => {
      record.boundaries.delete(place)
      if (known === undefined) this.close(record, 'left')
      else this.#touched.add([record])
    }
  }

  /** The boundary of a scope starts over, and so does what failed in it. */
  resetBoundary(scope: Scope): void {
    for (const record of this.records.caughtIn(scope.id)) this.close(record, 'recovered')
  }

  /** Whether the failure of a query without data goes to the boundary of a scope; decided once for each failure and scope. */
  shouldThrow(source: ClaimedSource, scopeId: string, meta: ApiErrorMeta | undefined): boolean {
    const record = this.records.of(source)
    const scope = this.scope(scopeId)
    // Hydrated, or set by devtools: no event told of it.
    if (record === undefined) return throwsTo(scope, { type: 'query', meta })
    if (!record.placements.has(scopeId) && throwsTo(scope, record.source)) record.boundaries.add(scopeId)
    return record.boundaries.has(scopeId)
  }

  // Routing

  #route(record: FailureRecord): void {
    const scopes = this.#display.scopesOf(record)
    const regions: readonly (Scope | undefined)[] = scopes.length > 0 ? scopes : [undefined]
    record.handled ||= this.#claims.takeHandled(record)
    const rules = {
      policy: this.options.policy,
      hasAuth: this.options.onUnauthorized !== undefined,
      define: (code: string) => this.define(code, record),
    }
    record.placements = new Map(
      regions.map((scope) => {
        const isClaimed = record.handled || this.#claims.has(record, regions.length > 1 ? scope?.id : undefined)
        return [scope?.id, placeRecord(record, scope, { ...rules, isClaimed })]
      }),
    )
  }

  /** Every claim of this turn is known: tells the history and the app, and shows what is left as a toast. */
  #settle(record: FailureRecord, isReported: boolean): void {
    if (record.phase !== 'new') return
    record.phase = 'settled'
    this.#route(record)
    this.history.note(record)
    if (!isReported) this.#report(record, false)
    this.#show(record)
    if (homesOf(record).includes('auth')) this.#signIn.ask(record)
  }

  #report(record: FailureRecord, isSuperseded: boolean): void {
    const { type, key, attempt = 1 } = record.source
    try {
      this.options.onReport?.(record.error, { type, key, homes: homesOf(record), attempt, isSuperseded })
    } catch (error) {
      this.internalError(error)
    }
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
    if (record.error.issues.every((issue) => record.cleared.has(issue))) this.close(record, 'superseded')
  }

  /** Another record takes the place of this one, in its toast too. */
  #succeed(record: FailureRecord): void {
    record.phase = 'closed'
    this.records.delete(record)
  }

  #forget(record: FailureRecord): void {
    this.#succeed(record)
    this.toasts.remove(record)
  }
}
