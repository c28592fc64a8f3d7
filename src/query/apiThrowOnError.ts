import { showsPlaceholder } from './placeholders.js'

/**
 * `throwOnError` for `QueryClient` defaults: a query without data throws to the nearest boundary, a failed
 * refetch keeps the page. Inside `<ApiErrorBoundary>` the scope decides instead.
 *
 * @example
 * new QueryClient({ defaultOptions: { queries: { throwOnError: apiThrowOnError } } })
 */
export function apiThrowOnError(_error: unknown, query: FailedQuery): boolean {
  const { state, observers = [] } = query
  return state.data === undefined && !observers.some((observer) => showsPlaceholder(query, observer))
}

interface FailedQuery {
  readonly state: { readonly data: unknown }
  /** Who watches it; placeholder data of theirs is data. */
  readonly observers?: readonly object[]
}
