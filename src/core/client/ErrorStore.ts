import { Emitter } from '../../internal/Emitter.js'
import { developerWarning } from '../../internal/developerMessage.js'
import type { ApiError } from '../ApiError.js'
import { classifyError } from '../classify/classifyError.js'
import { MessageRegistry } from '../localize/MessageRegistry.js'
import { normalizeError } from '../normalize/normalizeError.js'
import { routeError } from '../route/routeError.js'
import type { ApiErrorMeta, Definition, Home, Issue, Origin, Placement, Surfaces } from '../types.js'
import { Claims, type ClaimedSource } from './Claims.js'
import { FailureHistory } from './FailureHistory.js'
import { openPlacements, type CloseReason, type FailureRecord, type FailureSource } from './FailureRecord.js'
import { checkOptions, type ApiErrorClientOptions } from './options.js'
import { Scope } from './Scope.js'
import { SignIn } from './SignIn.js'
import { toastId } from './toastId.js'
import { ToastQueue } from './ToastQueue.js'

/** What `onReport` learns beside the error; nothing that the user typed. */
export interface ReportContext {
  readonly type: FailureSource['type']
  /** The query's or mutation's key. */
  readonly key: readonly unknown[] | undefined
  /** Where its issues are shown; one entry an issue. */
  readonly homes: readonly Home[]
  readonly attempt: number
  /** Whether a later try of the same form made it moot. */
  readonly isSuperseded: boolean
}

/**
 * Knows every failure and every surface, and keeps each issue in exactly one home.
 * Holds codes and parameters only; words are looked up when something is rendered.
 */
export class ErrorStore {
  readonly messages: MessageRegistry
  readonly toasts = new ToastQueue()
  readonly history = new FailureHistory()
  readonly options: ApiErrorClientOptions

  /** Runs a callback when everything that could claim a failure of this turn has had its say. */
  protected defer: (callback: () => void) => void = (callback) => {
    setTimeout(() => setTimeout(callback))
  }

  readonly #emitter = new Emitter()
  readonly #records = new Set<FailureRecord>()
  readonly #scopes = new Map<string, Scope>()
  readonly #claims = new Claims()
  readonly #signIn: SignIn
  /** Records to route again, and whether something other than a toast showed them before. */
  readonly #dirty = new Map<FailureRecord, boolean>()
  /** Other page loads use other ids: a dehydrated scope id must not reach a scope of this one. */
  readonly #nonce = Math.random().toString(36).slice(2, 8)
  #count = 0

  constructor(options: ApiErrorClientOptions) {
    checkOptions(options)
    this.options = options
    this.messages = new MessageRegistry({
      locales: options.locales,
      fallbackLocale: options.fallbackLocale,
      messages: options.messages,
      fieldLabels: options.fieldLabels,
      onProblem: (problem) => this.internalError(problem),
    })
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
    for (const record of this.#records) if (Object.is(record.failure, failure)) this.#touch(record)
  }

  /** The definition of a code in this app's catalog. */
  readonly define = (code: string, record: Pick<FailureRecord, 'error'>): Definition => classifyError(record.error, code, this.options.catalog)

  /** Goes to `onInternalError`: showing an error never throws. */
  internalError(cause: unknown): void {
    try {
      this.options.onInternalError?.(cause)
    } catch {
      // A reporter that fails must not take the page with it.
    }
  }

  // Failures

  /** Takes in one failure, gives each issue its home, and decides about a toast when this turn is over. */
  fail(failure: unknown, source: FailureSource): FailureRecord | undefined {
    const error = normalizeError(failure, this.options.parsers === undefined ? undefined : { parsers: this.options.parsers })
    if (error.kind === 'aborted') return undefined
    const inner = source.type === 'mutation' ? this.#openQueryRecord(failure) : undefined
    const isReported = inner?.phase === 'settled'
    if (inner !== undefined) this.#forget(inner)

    const record: FailureRecord = {
      id: `${this.#nonce}-${++this.#count}`,
      error,
      failure,
      source,
      time: Date.now(),
      boundaries: new Set(),
      cleared: new Set(),
      placements: new Map(),
      phase: 'new',
      handled: false,
      dismissed: false,
    }
    if (source.isLate === true) {
      record.phase = 'closed'
      this.history.note(record, 'superseded')
      this.#report(record, true)
      return record
    }
    this.#replacePrevious(record)
    this.#records.add(record)
    this.#predictBoundaries(record)
    this.#route(record)
    for (const scope of this.#scopesOf(record)) if (source.type !== 'query') scope.nextAttempt()
    this.#render(record)
    this.defer(() => this.#settle(record, isReported))
    return record
  }

  /** The open failure behind a thrown value or a query or mutation result. */
  recordOf(source: ClaimedSource): FailureRecord | undefined {
    let found: FailureRecord | undefined
    for (const record of this.#records) if (this.#claims.matches(source, record)) found = record
    return found
  }

  /** Ends what a query or an observer has failed with. */
  recover(identity: unknown, reason: CloseReason = 'recovered'): void {
    for (const record of this.#records) if (record.source.identity === identity) this.close(record, reason)
  }

  /** Ends what an earlier call of an observer left in its form; toasts of other calls stay. */
  supersede(identity: unknown, isResolved: (record: FailureRecord) => boolean): void {
    for (const record of this.#records) {
      if (record.source.identity !== identity) continue
      if (isResolved(record)) this.close(record, 'recovered')
      else this.#dropFromForm(record)
    }
  }

  /** Closes a failure: nothing shows it any more, the history keeps it. */
  close(record: FailureRecord, reason: CloseReason): void {
    if (record.phase === 'closed') return
    record.phase = 'closed'
    this.#records.delete(record)
    this.toasts.remove(record)
    this.history.note(record, reason)
    this.#renderScopes(record)
    this.#emitter.emit()
  }

  /** The user closed a toast; a failure that has no other home goes to the history, a failing query stays quiet until it recovers. */
  dismissToast(id: string): void {
    for (const record of this.toasts.records(id)) {
      record.dismissed = true
      this.toasts.remove(record)
      const isAllToast = [...record.placements.values()].flat().every(({ home }) => home === 'toast')
      if (isAllToast && record.source.type !== 'query') this.close(record, 'dismissed')
      else this.history.note(record, 'dismissed')
    }
  }

  /** The user edited a field: its issues are dealt with, those of other fields stay. */
  clearField(scope: Scope, name: string): void {
    const issues = scope.issuesOf(name)
    for (const { record, issue } of issues) record.cleared.add(issue)
    for (const record of new Set(issues.map((item) => item.record))) {
      if (record.error.issues.every((issue) => record.cleared.has(issue))) this.close(record, 'cleared')
    }
    if (issues.length > 0) this.#renderScope(scope)
  }

  /** The record of a normalized error. */
  recordOfError(error: ApiError): FailureRecord | undefined {
    return [...this.#records].find((record) => record.error === error)
  }

  /** What failed last in a scope and is still shown there. */
  currentOf(scope: Scope): FailureRecord | undefined {
    return [...this.#records].findLast((record) => record.source.scopeIds.includes(scope.id))
  }

  /** What the boundary of a scope has to show: a query throws only the first of several failures. */
  caughtIn(scope: Scope): readonly FailureRecord[] {
    return [...this.#records].filter((record) => record.boundaries.has(scope.id))
  }

  /** The boundary of a scope starts over, and so does what failed in it. */
  resetBoundary(scope: Scope): void {
    for (const record of this.caughtIn(scope)) this.close(record, 'recovered')
  }

  // Surfaces

  /** Makes a scope; it counts once it is registered. */
  createScope(): Scope {
    return new Scope(`${this.#nonce}:${++this.#count}`)
  }

  scope(id: string | undefined): Scope | undefined {
    return id === undefined ? undefined : this.#scopes.get(id)
  }

  /** Adds a scope that is on screen; the returned function takes it away with what its form still showed. */
  registerScope(scope: Scope): () => void {
    this.#scopes.set(scope.id, scope)
    scope.onSurfacesChange = () => this.#touchScope(scope)
    return () => {
      this.#scopes.delete(scope.id)
      scope.onSurfacesChange = () => undefined
      this.#touchScope(scope)
    }
  }

  /** Says "I show this one" until the returned function is called. */
  claim(source: ClaimedSource, scopeId?: string): () => void {
    const release = this.#claims.add(source, scopeId)
    this.#touchMatching(source)
    return () => {
      release()
      this.#touchMatching(source)
    }
  }

  /** A boundary has caught a failure and shows it until the returned function is called. */
  catchFailure(failure: unknown, scopeId?: string): () => void {
    const record = this.recordOf({ failure })
    if (record === undefined) {
      // Thrown while rendering: no query and no mutation told of it.
      const thrown = this.fail(failure, { type: 'report', scopeIds: [], stamp: undefined })
      if (thrown === undefined) return () => undefined
      thrown.boundaries.add(undefined)
      this.#touch(thrown)
      return () => this.close(thrown, 'recovered')
    }
    record.boundaries.add(scopeId)
    this.#touch(record)
    return () => {
      record.boundaries.delete(scopeId)
      this.#touch(record)
    }
  }

  /** Whether the failure of a query without data goes to the boundary of a scope; decided once for each failure and scope. */
  shouldThrow(source: ClaimedSource, scopeId: string, meta: ApiErrorMeta | undefined): boolean {
    const record = this.recordOf(source)
    const scope = this.#scopes.get(scopeId)
    // Hydrated, or set by devtools: no event told of it.
    if (record === undefined) return throwsTo(scope, { type: 'query', meta })
    if (!record.boundaries.has(scopeId) && !record.placements.has(scopeId) && throwsTo(scope, record.source)) record.boundaries.add(scopeId)
    return record.boundaries.has(scopeId)
  }

  // Routing

  #predictBoundaries(record: FailureRecord): void {
    for (const id of record.source.scopeIds) if (throwsTo(this.#scopes.get(id), record.source)) record.boundaries.add(id)
  }

  #scopesOf(record: FailureRecord): readonly Scope[] {
    return record.source.scopeIds.flatMap((id) => this.#scopes.get(id) ?? [])
  }

  #route(record: FailureRecord): void {
    const scopes = this.#scopesOf(record)
    const regions: readonly (Scope | undefined)[] = scopes.length > 0 ? scopes : [undefined]
    record.handled ||= this.#claims.takeHandled(record)
    record.placements = new Map(regions.map((scope) => [scope?.id, this.#place(record, scope, regions.length)]))
  }

  #place(record: FailureRecord, scope: Scope | undefined, regionCount: number): readonly Placement[] {
    const { error, source } = record
    const origin: Origin = {
      type: source.type,
      scoped: scope !== undefined,
      hasData: source.hasData ?? false,
      watched: source.watched ?? true,
      meta: source.meta,
    }
    const surfaces: Surfaces = {
      fields: scope?.fieldNames ?? [],
      aliases: scope?.aliases ?? new Map(),
      isShown: (name) => scope?.isShown(name) ?? false,
      summary: scope?.hasSummary ?? false,
      inline: record.handled || this.#claims.has(record, regionCount > 1 ? scope?.id : undefined),
      boundary: scope === undefined ? record.boundaries.size > 0 : record.boundaries.has(scope.id) || record.boundaries.has(undefined),
      auth: this.options.onUnauthorized !== undefined,
    }
    const define = (code: string) => this.define(code, record)
    return routeError(error, { origin, surfaces, policy: this.options.policy, define, ...(scope === undefined ? {} : { matcher: scope.matcher }) })
  }

  #settle(record: FailureRecord, isReported: boolean): void {
    if (record.phase !== 'new') return
    record.phase = 'settled'
    this.#route(record)
    this.history.note(record)
    if (!isReported) this.#report(record, false)
    this.#render(record)
    if (this.#homes(record).includes('auth')) this.#signIn.ask(record)
  }

  #report(record: FailureRecord, isSuperseded: boolean): void {
    try {
      this.options.onReport?.(record.error, {
        type: record.source.type,
        key: record.source.key,
        homes: this.#homes(record),
        attempt: record.source.attempt ?? 1,
        isSuperseded,
      })
    } catch (error) {
      this.internalError(error)
    }
  }

  #homes(record: FailureRecord): readonly Home[] {
    return [...record.placements.values()].flat().map(({ home }) => home)
  }

  // What is on screen

  #render(record: FailureRecord): void {
    this.#renderScopes(record)
    this.#renderToast(record)
    this.#emitter.emit()
  }

  #renderScopes(record: FailureRecord): void {
    for (const scope of this.#scopesOf(record)) this.#renderScope(scope)
  }

  #renderScope(scope: Scope): void {
    scope.show(
      [...this.#records].flatMap((record) => openPlacements(record, scope.id).map((placement) => ({ ...placement, record }))),
    )
  }

  #renderToast(record: FailureRecord): void {
    if (record.phase !== 'settled') return
    const issues = new Set<Issue>()
    for (const scopeId of record.placements.keys()) {
      for (const { home, issue } of openPlacements(record, scopeId)) if (home === 'toast') issues.add(issue)
    }
    if (issues.size === 0 || record.dismissed) return this.toasts.remove(record)
    const id = toastId(record, [...issues], (code) => this.define(code, record))
    this.toasts.remove(record, id)
    this.toasts.show(id, record, [...issues])
    if (!this.toasts.hasToaster) {
      developerWarning(
        `A failure (${record.error.code}) wants a toast, but no <ApiErrorToaster /> is mounted.`,
        'It waits in the queue, and nobody sees it.',
        'Render <ApiErrorToaster /> once, inside <ApiErrorProvider>.',
      )
    }
  }

  /** Routes again what a change of surfaces can have moved: forms at once for all changes of this task, toasts when the turn is over. */
  #touch(record: FailureRecord): void {
    if (record.phase === 'closed' || this.#dirty.has(record)) return
    if (this.#dirty.size === 0) {
      queueMicrotask(() => this.#rerouteForms())
      this.defer(() => this.#rerouteDirty())
    }
    this.#dirty.set(record, record.phase === 'settled' && !this.#homes(record).includes('toast'))
  }

  #rerouteForms(): void {
    for (const record of this.#dirty.keys()) if (record.phase !== 'closed') this.#route(record)
    for (const scope of new Set([...this.#dirty.keys()].flatMap((record) => this.#scopesOf(record)))) this.#renderScope(scope)
  }

  #touchMatching(source: ClaimedSource): void {
    for (const record of this.#records) if (this.#claims.matches(source, record)) this.#touch(record)
  }

  #touchScope(scope: Scope): void {
    for (const record of this.#records) if (record.source.scopeIds.includes(scope.id)) this.#touch(record)
  }

  #rerouteDirty(): void {
    const dirty = [...this.#dirty]
    this.#dirty.clear()
    for (const [record, wasShown] of dirty) {
      if (record.phase === 'closed') continue
      this.#route(record)
      if (wasShown && this.#isLeft(record)) this.close(record, 'left')
      else this.#render(record)
    }
  }

  /** Whether the user has gone from where it was shown: its form or its last watcher is off the page. */
  #isLeft({ source }: FailureRecord): boolean {
    if (source.scopeIds.length > 0 && !source.scopeIds.some((id) => this.#scopes.has(id))) return true
    return source.isAlive?.() === false
  }

  #replacePrevious(record: FailureRecord): void {
    const { identity, type } = record.source
    if (identity === undefined) return
    for (const previous of this.#records) {
      if (previous.source.identity !== identity) continue
      if (type === 'query') {
        record.dismissed ||= previous.dismissed
        this.#forget(previous, record)
      } else if (previous.source.call === record.source.call) this.#forget(previous, record)
      else this.#dropFromForm(previous)
    }
  }

  /** The failure of a query that a mutation's function ran: one failure, and the mutation knows more of it. */
  #openQueryRecord(failure: unknown): FailureRecord | undefined {
    if (typeof failure !== 'object' || failure === null) return undefined
    return [...this.#records].find((record) => record.source.type === 'query' && record.failure === failure)
  }

  /** Takes away what a form shows of an earlier try; issues with another home stay there. */
  #dropFromForm(record: FailureRecord): void {
    for (const { home, issue } of [...record.placements.values()].flat()) {
      if (home === 'field' || home === 'summary') record.cleared.add(issue)
    }
    if (record.error.issues.every((issue) => record.cleared.has(issue))) this.close(record, 'superseded')
  }

  /** Drops a record that another one stands for; its toast lives on with the other. */
  #forget(record: FailureRecord, successor?: FailureRecord): void {
    record.phase = 'closed'
    this.#records.delete(record)
    if (successor === undefined) this.toasts.remove(record)
  }
}

/** Whether a failing query takes the place of what its scope shows: not data, not a form, and not against the app's word. */
function throwsTo(scope: Scope | undefined, { type, hasData, meta }: Pick<FailureSource, 'type' | 'hasData' | 'meta'>): boolean {
  if (type !== 'query' || hasData === true || meta === false) return false
  if (meta?.home !== undefined && meta.home !== 'boundary') return false
  return scope === undefined || (!scope.keepsQueriesInline && !scope.hasForm)
}
