import { isObject } from '../../internal/isObject.js'
import type { ApiErrorMeta } from '../types.js'
import type { ErrorStore } from './ErrorStore.js'
import {
  addBoundary,
  closeReasonOf,
  removeBoundary,
  type ClaimedSource,
  type FailureRecord,
  type FailureSource,
} from './record.js'
import type { Scope } from './Surfaces.js'

/** Whether a failing query takes the place of what its scope shows: not data, not a form, and not against the app's word. */
export function throwsTo(
  scope: Scope | undefined,
  { type, hasData, placeholderIn, meta }: Pick<FailureSource, 'type' | 'hasData' | 'placeholderIn' | 'meta'>,
): boolean {
  if (type !== 'query' || hasData === true || meta === false || placeholderIn?.has(scope?.id) === true) return false
  if (meta?.home !== undefined && meta.home !== 'boundary') return false
  return scope === undefined || (scope.options.queries !== 'inline' && scope.form?.isOnPage !== true)
}

/** Whether the failure of a query without data goes to the boundary of a scope; decided when it failed. */
export function shouldThrow(
  { records, surfaces }: ErrorStore,
  source: ClaimedSource,
  scopeId: string,
  meta: ApiErrorMeta | undefined,
): boolean {
  const record = records.of(source)
  const scope = surfaces.scope(scopeId)
  // Hydrated, or set by devtools: no event told of it.
  if (record === undefined) return throwsTo(scope, { type: 'query', meta })
  if (!record.source.scopeIds.includes(scopeId) && throwsTo(scope, record.source)) addBoundary(record, scopeId)
  return record.boundaries.has(scopeId)
}

/** A boundary has caught a failure and shows it until the returned function is called. */
export function catchFailure(store: ErrorStore, failure: unknown, scopeId: string | undefined): () => void {
  const known = findCaught(store, failure, scopeId)
  if (known === undefined && isObject(failure) && store.foreign.has(failure)) return () => undefined
  // Thrown while rendering: no query and no mutation told of it.
  const record = known ?? store.fail(failure, { type: 'report', scopeIds: [] })
  if (record === undefined) return () => undefined
  const place = known === undefined ? undefined : scopeId
  record.isExpected = false
  if (record.boundaries.size !== 1 || !record.boundaries.has(place)) {
    // Now it is known which boundary a thrown query went to.
    removeBoundary(record, undefined)
    addBoundary(record, place)
    store.touch(record)
  }
  return () => {
    if (!removeBoundary(record, place)) return
    if (known === undefined) store.close(record, 'left')
    else store.touch(record)
  }
}

function findCaught({ records }: ErrorStore, failure: unknown, scopeId: string | undefined): FailureRecord | undefined {
  const known = records.of({ failure })
  if (known !== undefined || scopeId === undefined) return known
  // React 18 in development throws an error of its own where nothing was thrown.
  return records.inScope(scopeId).find((record) => record.failure === undefined || record.failure === null)
}

/** Whether a failure is on its way to a boundary: a new one must not have it fetched again, render after render. */
export function isExpecting({ records }: ErrorStore): boolean {
  return records.thrown().some((record) => record.isExpected && closeReasonOf(record) === undefined)
}

/** A boundary is on the page: what it was to catch it has caught. */
export function arrived({ records }: ErrorStore): void {
  for (const record of records.thrown()) record.isExpected = false
}
