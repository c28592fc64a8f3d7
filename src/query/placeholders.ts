import type { Query, QueryObserver } from '@tanstack/react-query'

type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/** The query for which each observer shows placeholder data, or did when it failed: with the failure its result lets go of it. */
const shownFor = new WeakMap<object, object>()

/** Queries for which any observer does. */
const filled = new WeakSet<object>()

/** A fetch begins: what was on screen for an earlier one counts no longer. */
export function noteFetch(query: Query, observers: readonly AnyQueryObserver[]): void {
  filled.delete(query)
  for (const observer of observers) shownFor.delete(observer)
  notePlaceholders(query, observers)
}

/** Notes who shows placeholder data while a query is fetched (`placeholderData`, `keepPreviousData`). */
export function notePlaceholders(query: Query, observers: readonly AnyQueryObserver[]): void {
  for (const observer of observers) {
    if (!observer.getCurrentResult().isPlaceholderData) continue
    shownFor.set(observer, query)
    filled.add(query)
  }
}

/** Whether placeholder data was on screen for a query until it failed. */
export function isFilled(query: object): boolean {
  return filled.has(query)
}

/** Whether an observer showed placeholder data for a query until it failed. */
export function showsPlaceholder(query: object, observer: object): boolean {
  return shownFor.get(observer) === query
}
