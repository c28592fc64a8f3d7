import { isObject } from '../../internal/isObject.js'
import type { ApiErrorMetaValue } from '../types.js'
import type { ErrorStore } from './ErrorStore.js'
import {
  addBoundary,
  closeReasonOf,
  removeBoundary,
  type ClaimedSource,
  type FailureRecord,
  type FailureSource,
} from './record.js'
import { hasForm, type Scope } from './Surfaces.js'

/** How many milliseconds after a failure a boundary still waits for it: one of another library tells nothing. */
const LONGEST_WAY = 3_000

/** Whether a failing query throws to its boundary: not over data, not over a form, not if the app says otherwise. */
export function throwsTo(
  scope: Scope | undefined,
  { type, hasData, placeholderIn, meta }: Pick<FailureSource, 'type' | 'hasData' | 'placeholderIn' | 'meta'>,
): boolean {
  if (type !== 'query' || hasData === true || meta === false || placeholderIn?.has(scope?.id) === true) return false
  if (meta?.home !== undefined && meta.home !== 'boundary') return false
  return scope === undefined || (scope.options.queries !== 'inline' && !hasForm(scope))
}

/** Whether the failure of a query without data goes to the boundary of a scope; decided when it failed. */
export function shouldThrow(
  { records }: ErrorStore,
  source: ClaimedSource,
  scope: Scope,
  meta: ApiErrorMetaValue | undefined,
): boolean {
  const record = records.of(source)
  // Hydrated, set by devtools, or from before the app mounted: no cache event brought it.
  if (record === undefined) return throwsTo(scope, { type: 'query', meta })
  if (!record.source.scopeIds.includes(scope.id) && throwsTo(scope, record.source)) addBoundary(record, scope.id)
  return record.boundaries.has(scope.id)
}

/** A boundary has caught a failure and shows it until the returned function is called. */
export function catchFailure(store: ErrorStore, failure: unknown, scopeId: string | undefined): () => void {
  const known = findCaught(store, failure, scopeId)
  if (known === undefined && isObject(failure) && store.foreign.has(failure)) return () => undefined
  // Thrown while rendering: no cache event brought it.
  const record = known ?? store.fail(failure, { type: 'report', scopeIds: [], isCaught: true })
  if (record === undefined) return () => undefined
  const isOwn = record.source.isCaught === true
  const place = isOwn ? undefined : scopeId
  // React throws the first of several, and the others come no more.
  arrived(store)
  if (record.boundaries.size !== 1 || !record.boundaries.has(place)) {
    // Only now it is known which boundary a suspense query was thrown to.
    removeBoundary(record, undefined)
    addBoundary(record, place)
    store.touch(record)
  }
  return () => {
    if (!removeBoundary(record, place)) return
    if (!isOwn) return store.touch(record)
    // StrictMode runs the effect again at once: only a boundary that does not come back has gone.
    queueMicrotask(() => record.boundaries.size === 0 && store.close(record, 'left'))
  }
}

function findCaught({ records }: ErrorStore, failure: unknown, scopeId: string | undefined): FailureRecord | undefined {
  const known = records.of({ failure })
  if (known !== undefined || scopeId === undefined) return known
  // React 18 in development replaces a thrown `null` or `undefined` with an error of its own.
  return records.inScope(scopeId).find((record) => record.failure === undefined || record.failure === null)
}

/**
 * Whether a suspense query has thrown to a boundary that is not mounted yet. That boundary must not reset its queries
 * when it mounts: they would be fetched again, render after render.
 */
export function isExpecting({ records }: ErrorStore): boolean {
  const isOnItsWay = ({ isExpected, time }: FailureRecord): boolean => isExpected && Date.now() - time < LONGEST_WAY
  return records.thrown().some((record) => isOnItsWay(record) && closeReasonOf(record) === undefined)
}

/** A boundary has mounted: suspense failures on their way have arrived. */
export function arrived({ records }: ErrorStore): void {
  for (const record of records.thrown()) record.isExpected = false
}
