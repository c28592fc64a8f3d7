import { shouldThrow } from '../core/store/boundaries.js'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isCancellation } from './isControlFlow.js'

interface FailedQuery {
  readonly state: { readonly data: unknown; readonly errorUpdatedAt: number }
  readonly meta?: Record<string, unknown> | undefined
}
type Predicate = (error: unknown, query: FailedQuery) => boolean

const scopeIds = new WeakMap<object, string>()

/** Makes the `throwOnError` of a scope's queries: it reads what was decided when the query failed. */
export function scopePredicate(store: ErrorStore, scopeId: string): Predicate {
  const predicate: Predicate = (error, { state, meta }) => {
    if (state.data !== undefined || isCancellation(error)) return false
    return shouldThrow(store, { failure: error, stamp: state.errorUpdatedAt }, scopeId, apiErrorMetaOf(meta))
  }
  scopeIds.set(predicate, scopeId)
  return predicate
}

/** The scope whose predicate this is. */
export function scopeIdOfPredicate(predicate: unknown): string | undefined {
  return typeof predicate === 'function' ? scopeIds.get(predicate) : undefined
}
