import type { Mutation, MutationCache, MutationObserver, Query, QueryCache, QueryObserver } from '@tanstack/react-query'
import type { ErrorStore } from '../core/client/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isControlFlow } from './isControlFlow.js'
import { scopeIdOf } from './scopeMeta.js'
import { scopeIdOfPredicate } from './scopePredicate.js'

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>
type AnyMutationObserver = MutationObserver<unknown, unknown, unknown, unknown>
type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/** A listener that throws would replace the error that the caller of a query sees. */
const safely =
  <Event>(store: ErrorStore, listener: (event: Event) => void) =>
  (event: Event): void => {
    try {
      listener(event)
    } catch (error) {
      store.internalError(error)
    }
  }

/** Tells the store of every failure and every recovery of the queries of a cache. */
export function attachQueries(store: ErrorStore, cache: QueryCache): () => void {
  const observers = new WeakMap<Query, Set<AnyQueryObserver>>()
  const watchersOf = (query: Query): readonly AnyQueryObserver[] => [...(observers.get(query) ?? query.observers ?? [])]

  return cache.subscribe(
    safely(store, (event) => {
      const { query } = event
      switch (event.type) {
        case 'observerAdded':
          observers.set(query, new Set([...watchersOf(query), event.observer]))
          return
        case 'observerRemoved':
          observers.get(query)?.delete(event.observer)
          return
        case 'removed':
          store.recover(query)
          return
        case 'updated':
          if (event.action.type === 'error') failed(query)
          else if (event.action.type === 'success' || (event.action.type === 'setState' && query.state.status !== 'error')) store.recover(query)
          return
        case 'added':
        case 'observerResultsUpdated':
        case 'observerOptionsUpdated':
          return
        default:
          event satisfies never
      }
    }),
  )

  function failed(query: Query): void {
    const { state, queryKey } = query
    if (isControlFlow(state.error)) return
    const watchers = watchersOf(query)
    const scopeIds = watchers.flatMap(({ options }) => scopeIdOfPredicate(options.throwOnError) ?? [])
    store.fail(state.error, {
      type: 'query',
      identity: query,
      call: query,
      key: queryKey,
      scopeIds: [...new Set(scopeIds)],
      stamp: state.errorUpdatedAt,
      hasData: state.data !== undefined,
      watched: watchers.length > 0,
      meta: apiErrorMetaOf(query.meta),
      isAlive: () => query.getObserversCount() > 0,
      retry: () => query.fetch(),
    })
  }
}

/** Tells the store of every failure and every success of the mutations of a cache, numbered by the observer that called them. */
export function attachMutations(store: ErrorStore, cache: MutationCache): () => void {
  const callers = new WeakMap<AnyMutation, AnyMutationObserver>()
  const calls = new WeakMap<AnyMutationObserver, { count: number; latest: AnyMutation }>()
  const watched = new WeakSet<AnyMutation>()
  // When the whole app unmounts, its provider goes first: nobody hears of the observers that go with it.
  let isAttached = true

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      if (event.type === 'observerAdded') called(event.mutation, event.observer)
      else if (event.type === 'observerRemoved') watched.delete(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'error') failed(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'success') succeeded(event.mutation)
    }),
  )
  return () => {
    isAttached = false
    unsubscribe()
  }

  function called(mutation: AnyMutation, observer: AnyMutationObserver): void {
    watched.add(mutation)
    // An observer that comes back under StrictMode has not called anew.
    if (callers.get(mutation) === observer) return
    callers.set(mutation, observer)
    calls.set(observer, { count: (calls.get(observer)?.count ?? 0) + 1, latest: mutation })
  }

  function isLatest(mutation: AnyMutation): boolean {
    const observer = callers.get(mutation)
    return observer === undefined || calls.get(observer)?.latest === mutation
  }

  function failed(mutation: AnyMutation): void {
    const { state, options } = mutation
    if (isControlFlow(state.error)) return
    const observer = callers.get(mutation)
    const scopeId = scopeIdOf(mutation.meta)
    store.fail(state.error, {
      type: 'mutation',
      identity: observer ?? mutation,
      call: mutation,
      key: options.mutationKey,
      scopeIds: scopeId === undefined ? [] : [scopeId],
      attempt: observer === undefined ? 1 : (calls.get(observer)?.count ?? 1),
      stamp: state.submittedAt,
      meta: apiErrorMetaOf(mutation.meta),
      variables: state.variables,
      isAlive: () => isAttached && watched.has(mutation),
      isLate: !isLatest(mutation) && store.scope(scopeId)?.hasForm === true,
      retry: () => mutation.execute(state.variables),
    })
  }

  function succeeded(mutation: AnyMutation): void {
    if (!isLatest(mutation)) return
    const { variables } = mutation.state
    store.recover(callers.get(mutation) ?? mutation, ({ source }) => source.call === mutation || Object.is(source.variables, variables))
  }
}
