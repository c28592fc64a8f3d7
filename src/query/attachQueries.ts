import type { Query, QueryCache, QueryObserver } from '@tanstack/react-query'
import type { ErrorStore } from '../core/client/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isControlFlow } from './isControlFlow.js'
import { addListener, isResponsible, safely } from './listeners.js'
import { scopeIdOfPredicate } from './scopePredicate.js'
import { trackSelectErrors } from './trackSelectErrors.js'
import { warnOfMetas } from './warnOfMetas.js'

type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/** Tells the store of every failure and every recovery of the queries of a cache. */
export function attachQueries(store: ErrorStore, cache: QueryCache): () => void {
  const observers = new WeakMap<Query, ReadonlySet<AnyQueryObserver>>()
  const starts = new WeakMap<Query, number>()
  // Private before 5.32: what was there before the store listened stays unknown.
  const watchersOf = (query: Query): readonly AnyQueryObserver[] => [...(observers.get(query) ?? query.observers ?? [])]
  const checkSelect = trackSelectErrors(
    store,
    (query, scopeIds) => isResponsible(store, cache, scopeIds) && watchersOf(query),
  )
  const removeListener = addListener(cache, store)

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      const { query } = event
      switch (event.type) {
        case 'observerAdded':
          observers.set(query, new Set([...watchersOf(query), event.observer]))
          return
        case 'observerRemoved':
          observers.set(query, new Set(watchersOf(query).filter((observer) => observer !== event.observer)))
          return
        case 'added':
          if (query.state.status === 'error') store.boundaries.setAside(query.state.error)
          return
        case 'removed':
          store.recover(query)
          return
        case 'updated':
          // Before 5.90 a cancelled fetch is told of as an error, although the query takes its old state back.
          if (event.action.type !== 'error' || !isControlFlow(event.action.error)) updated(query, event.action.type)
          return
        case 'observerResultsUpdated':
          checkSelect(query)
          return
        case 'observerOptionsUpdated':
          return
        default:
          event satisfies never
      }
    }),
  )
  return () => {
    removeListener()
    unsubscribe()
  }

  function updated(query: Query, action: 'error' | 'success' | 'setState' | 'fetch' | (string & {})): void {
    if (action === 'fetch') starts.set(query, store.now())
    else if (action === 'error') failed(query)
    else if (action === 'success') store.recover(query)
    else if (action !== 'setState') return
    else if (query.state.status === 'error') store.boundaries.setAside(query.state.error)
    else store.recover(query)
  }

  function failed(query: Query): void {
    const { state, queryKey } = query
    const watchers = watchersOf(query)
    const scopeIds = [...new Set(watchers.flatMap(({ options }) => scopeIdOfPredicate(options.throwOnError) ?? []))]
    if (!isResponsible(store, cache, scopeIds)) return
    if (process.env.NODE_ENV !== 'production') warnOfMetas(query, watchers)
    store.fail(state.error, {
      type: 'query',
      identity: query,
      call: query,
      key: queryKey,
      scopeIds,
      stamp: state.errorUpdatedAt,
      startedAt: starts.get(query),
      hasData: state.data !== undefined,
      watched: query.getObserversCount() > 0,
      isThrown: state.data === undefined && 'suspense' in query.options && query.options.suspense === true,
      meta: apiErrorMetaOf(query.meta),
      isAlive: () => query.getObserversCount() > 0,
      // The same fetch: of an infinite query the page that failed, not all of them.
      retry: () => query.fetch(undefined, state.fetchMeta === null ? {} : { meta: state.fetchMeta }),
    })
  }
}
