import { isObject } from '../../internal/isObject.js'
import type { ApiErrorMeta } from '../types.js'
import type { ClaimedSource } from './Claims.js'
import type { CloseReason, FailureRecord, FailureSource } from './FailureRecord.js'
import type { FailureRecords } from './FailureRecords.js'
import { throwsTo } from './placeRecord.js'
import type { Scope } from './Scope.js'

/** What {@link Boundaries} needs of the store. */
export interface BoundariesStore {
  readonly records: FailureRecords
  readonly scope: (id: string | undefined) => Scope | undefined
  readonly fail: (failure: unknown, source: FailureSource) => FailureRecord | undefined
  readonly close: (record: FailureRecord, reason: CloseReason) => void
  readonly touch: (records: readonly FailureRecord[]) => void
}

/** Which failures take the place of what a boundary holds, and which it shows. */
export class Boundaries {
  readonly #store: BoundariesStore
  readonly #setAside = new WeakSet<object>()
  readonly #expected = new Set<FailureRecord>()

  constructor(store: BoundariesStore) {
    this.#store = store
  }

  /** A query got an error that is none of this page's: hydrated, or set by devtools. It is shown, and not reported. */
  setAside(failure: unknown): void {
    if (isObject(failure)) this.#setAside.add(failure)
  }

  /** A failure is going to be thrown, to whichever boundary is there. */
  expect(record: FailureRecord): void {
    this.#expected.add(record)
    record.boundaries.add(undefined)
  }

  /** Whether a failure is on its way to a boundary: a new one must not have it fetched again, render after render. */
  get isExpecting(): boolean {
    return [...this.#expected].some(({ phase }) => phase !== 'closed')
  }

  /** A boundary is on the page: what it was to catch it has caught. */
  arrived(): void {
    this.#expected.clear()
  }

  /** A boundary has caught a failure and shows it until the returned function is called. */
  catch(failure: unknown, scopeId?: string): () => void {
    const { records, fail, close, touch } = this.#store
    // React 18 in development throws an error of its own where nothing was thrown.
    const known =
      records.of({ failure }) ??
      (scopeId === undefined ? undefined : records.inScope(scopeId).find((each) => (each.failure ?? null) === null))
    if (known === undefined && isObject(failure) && this.#setAside.has(failure)) return () => undefined
    // Thrown while rendering: no query and no mutation told of it.
    const record = known ?? fail(failure, { type: 'report', scopeIds: [] })
    if (record === undefined) return () => undefined
    const place = known === undefined ? undefined : scopeId
    // Now it is known which boundary a thrown query went to.
    record.boundaries.delete(undefined)
    record.boundaries.add(place)
    touch([record])
    return () => {
      record.boundaries.delete(place)
      if (known === undefined) close(record, 'left')
      else touch([record])
    }
  }

  /** The boundary of a scope starts over, and so does what failed in it. */
  reset(scope: Scope): void {
    for (const record of this.#store.records.caughtIn(scope.id)) this.#store.close(record, 'recovered')
  }

  /** Whether the failure of a query without data goes to the boundary of a scope; decided once for each failure and scope. */
  shouldThrow(source: ClaimedSource, scopeId: string, meta: ApiErrorMeta | undefined): boolean {
    const record = this.#store.records.of(source)
    const scope = this.#store.scope(scopeId)
    // Hydrated, or set by devtools: no event told of it.
    if (record === undefined) return throwsTo(scope, { type: 'query', meta })
    if (!record.placements.has(scopeId) && throwsTo(scope, record.source)) record.boundaries.add(scopeId)
    return record.boundaries.has(scopeId)
  }
}
