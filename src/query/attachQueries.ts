import type { Query, QueryCache, QueryObserver } from '@tanstack/react-query'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import type { FailureSource } from '../core/store/record.js'
import { isObject } from '../internal/isObject.js'
import { abandon } from '../core/store/actions.js'
import { noteFetch, notePlaceholders, showsPlaceholder } from './placeholders.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isControlFlow } from './isControlFlow.js'
import { addListener, isResponsible, safely } from './listeners.js'
import { scopeIdOfPredicate } from './scopedQueryClient.js'
import { returnedFailure } from '../core/normalize/returnedFailure.js'
import { warnOfMetas, warnOfReturnedFailure } from './warnings.js'

/** How many milliseconds after a press a fetch begins that the press has asked for. */
const AT_ONCE = 100

type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/** Tells the store of every failure and every recovery of the queries of a cache. */
export function attachQueries(store: ErrorStore, cache: QueryCache): () => void {
  const starts = new WeakMap<Query, Pick<FailureSource, 'startedAt' | 'gesture'>>()
  const { watch, watchersOf } = followObservers()
  const removeListener = addListener(cache, store)

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      const { query } = event
      switch (event.type) {
        case 'observerAdded':
          watch(query, event)
          notePlaceholders(query, [event.observer])
          return
        case 'observerRemoved':
          watch(query, event)
          if (query.getObserversCount() === 0) abandon(store, query)
          return
        case 'added':
          if (query.state.status === 'error') setAside(query)
          return
        case 'removed':
          store.recover(query)
          return
        case 'updated':
          // Before 5.90 a cancelled fetch dispatches `error`, although the query reverts to its old state.
          if (event.action.type !== 'error' || !isControlFlow(event.action.error)) updated(query, event.action.type)
          return
        case 'observerResultsUpdated':
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

  /** No request of this page failed: the error is shown where it is thrown, but not reported. */
  function setAside({ state }: Query): void {
    if (isObject(state.error)) store.foreign.add(state.error)
  }

  function updated(query: Query, action: 'error' | 'success' | 'setState' | 'fetch' | (string & {})): void {
    if (action === 'fetch') fetches(query)
    else if (action === 'error') failed(query)
    else if (action === 'success') succeeded(query)
    else if (action !== 'setState') return
    else if (query.state.status === 'error') setAside(query)
    else store.recover(query)
  }

  function succeeded(query: Query): void {
    store.recover(query)
    if (process.env.NODE_ENV === 'production' || returnedFailure(query.state.data) === undefined) return
    warnOfReturnedFailure('query', query.queryKey)
  }

  function fetches(query: Query): void {
    const { gesture } = store.surfaces
    const isNew = query.state.dataUpdateCount + query.state.errorUpdateCount === 0
    // What is fetched again later, such as by a poll, is no answer to what the user did.
    const isAsked = gesture !== undefined && (isNew || Date.now() - gesture.time < AT_ONCE)
    starts.set(query, { startedAt: store.signIn.now(), gesture: isAsked ? gesture : undefined })
    noteFetch(query, watchersOf(query))
  }

  function failed(query: Query): void {
    const { state, queryKey } = query
    const watchers = watchersOf(query)
    const filled = watchers.filter((observer) => showsPlaceholder(query, observer))
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
      ...starts.get(query),
      hasData: state.data !== undefined,
      placeholderIn: new Set(filled.map(({ options }) => scopeIdOfPredicate(options.throwOnError))),
      watched: query.getObserversCount() > 0,
      isThrown: state.data === undefined && 'suspense' in query.options && query.options.suspense === true,
      meta: apiErrorMetaOf(query.meta),
      isAlive: () => query.getObserversCount() > 0,
      // With its meta the same fetch runs again: of an infinite query only the page that failed.
      retry: () => query.fetch(undefined, state.fetchMeta === null ? {} : { meta: state.fetchMeta }),
    })
  }
}

interface ObserverEvent {
  readonly type: 'observerAdded' | 'observerRemoved'
  readonly observer: AnyQueryObserver
}

/** Knows the observers of a query: before 5.32 `query.observers` is private, and only events tell of them. */
function followObservers(): {
  readonly watch: (query: Query, event: ObserverEvent) => void
  readonly watchersOf: (query: Query) => readonly AnyQueryObserver[]
} {
  const observers = new WeakMap<Query, Set<AnyQueryObserver>>()
  const ownListOf = (query: Partial<Query>): readonly AnyQueryObserver[] | undefined => query.observers
  return {
    watch(query, { type, observer }) {
      if (ownListOf(query) !== undefined) return
      const watchers = observers.get(query) ?? new Set()
      observers.set(query, watchers)
      if (type === 'observerAdded') watchers.add(observer)
      else watchers.delete(observer)
    },
    watchersOf: (query) => ownListOf(query) ?? [...(observers.get(query) ?? [])],
  }
}
