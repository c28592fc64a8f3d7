import { showsPlaceholder } from './placeholders.js'

/**
 * `throwOnError` for `QueryClient` defaults: a query without data throws to the nearest boundary, a failed
 * refetch keeps the page. Inside `<ApiErrorBoundary>` the scope decides instead.
 *
 * @param _error what the query failed with; it decides nothing
 * @param query  the query, as TanStack Query passes it
 * @returns whether to throw
 * @example
 * new QueryClient({ defaultOptions: { queries: { throwOnError: apiThrowOnError } } })
 */
export function apiThrowOnError(_error: unknown, query: FailedQuery): boolean {
  const { state, observers = [] } = query
  return state.data === undefined && !observers.some((observer) => showsPlaceholder(query, observer))
}

/** What {@link apiThrowOnError} reads of a query. */
export interface FailedQuery {
  /** Its state; data in it keeps the page. */
  readonly state: { readonly data: unknown }
  /** What watches it; placeholder data that one of them shows counts as data. */
  readonly observers?: readonly object[]
}
