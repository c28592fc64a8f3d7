import { developerWarning } from '../../internal/developerMessage.js'
import type { Definition, Home, Issue } from '../types.js'
import { openPlacements, type FailureRecord } from './FailureRecord.js'
import type { FailureRecords } from './FailureRecords.js'
import type { Scope } from './Scope.js'
import { toastId } from './toastId.js'
import type { ToastQueue } from './ToastQueue.js'

/** Brings what is decided onto the surfaces: the scopes that are on screen, and the toasts. */
export class Display {
  readonly #records: FailureRecords
  readonly #toasts: ToastQueue
  readonly #define: (code: string, record: FailureRecord) => Definition
  readonly #scopes = new Map<string, Scope>()
  /** Nobody else remembers a scope that does not come back. */
  readonly #hidden = new WeakMap<Scope, readonly FailureRecord[]>()

  constructor(
    records: FailureRecords,
    toasts: ToastQueue,
    define: (code: string, record: FailureRecord) => Definition,
  ) {
    this.#records = records
    this.#toasts = toasts
    this.#define = define
  }

  /** Adds a scope; one that was hidden, not gone (<Activity>), brings its failures back. */
  add(scope: Scope): readonly FailureRecord[] {
    this.#scopes.set(scope.id, scope)
    return (this.#hidden.get(scope) ?? []).filter(({ closed }) => closed === 'left')
  }

  remove(scope: Scope): void {
    this.#scopes.delete(scope.id)
    this.#hidden.set(scope, this.#records.inScope(scope.id))
  }

  scope(id: string | undefined): Scope | undefined {
    return id === undefined ? undefined : this.#scopes.get(id)
  }

  /** The scopes of a failure that are on screen. */
  scopesOf({ source }: FailureRecord): readonly Scope[] {
    return source.scopeIds.flatMap((id) => this.#scopes.get(id) ?? [])
  }

  /** Whether the user has gone from where a failure was shown: its form or its last watcher is off the page. */
  isLeft({ source, boundaries }: FailureRecord): boolean {
    if ([...boundaries].some((id) => id === undefined || this.#scopes.has(id))) return false
    if (source.scopeIds.length > 0 && !source.scopeIds.some((id) => this.#scopes.has(id))) return true
    return source.isAlive?.() === false
  }

  showForms(records: readonly FailureRecord[]): void {
    for (const scope of new Set(records.flatMap((record) => this.scopesOf(record)))) this.showForm(scope)
  }

  showForm(scope: Scope): void {
    scope.show(this.#records.inScope(scope.id).flatMap((record) => openPlacements(record, scope.id)))
  }

  /** Shows, changes or takes away the toast of a failure. */
  showToast(record: FailureRecord): void {
    if (record.phase !== 'settled') return
    const issues = issuesAtHome(record, 'toast')
    if (issues.length === 0 || record.dismissed) return this.#toasts.remove(record)
    const id = toastId(record, issues, (code) => this.#define(code, record))
    this.#toasts.remove(record, id)
    if (this.#toasts.records(id).includes(record)) return
    this.#toasts.show(id, record, issues)
    if (process.env.NODE_ENV !== 'production' && !this.#toasts.hasToaster) {
      developerWarning(
        `A failure (${record.error.code}) wants a toast, but no <ApiErrorToaster /> is mounted.`,
        'It waits in the queue, and nobody sees it.',
        'Render <ApiErrorToaster /> once, inside <ApiErrorProvider>.',
      )
    }
  }
}

/** The open issues of a failure that have a certain home in any of its scopes, each once. */
function issuesAtHome(record: FailureRecord, wanted: Home): readonly Issue[] {
  const issues = new Set<Issue>()
  for (const scopeId of record.placements.keys()) {
    for (const { home, issue } of openPlacements(record, scopeId)) if (home === wanted) issues.add(issue)
  }
  return [...issues]
}
