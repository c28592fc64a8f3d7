import { isFilled } from './placeholders.js'

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
export function apiThrowOnError(_error: unknown, query: { readonly state: { readonly data: unknown } }): boolean {
  // Placeholder data is data, too.
  return query.state.data === undefined && !isFilled(query)
}
