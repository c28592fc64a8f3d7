import type { Query, QueryObserver } from '@tanstack/react-query'

type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/** The query for which each observer shows placeholder data, or did when it failed: with the failure its result lets go of it. */
const shownFor = new WeakMap<object, object>()

/** Notes who shows placeholder data while a query is fetched (`placeholderData`, `keepPreviousData`). */
export function notePlaceholders(query: Query, observers: readonly AnyQueryObserver[]): void {
  for (const observer of observers) if (observer.getCurrentResult().isPlaceholderData) shownFor.set(observer, query)
}

/** Whether an observer showed placeholder data for a query until it failed. */
export function showsPlaceholder(query: object, observer: object): boolean {
  return shownFor.get(observer) === query
}
