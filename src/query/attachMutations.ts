import type { Mutation, MutationCache, MutationObserver } from '@tanstack/react-query'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { callerScopeOf } from './mutationScope.js'
import { isControlFlow } from './isControlFlow.js'
import { addListener, isResponsible, safely } from './listeners.js'
import { scopeIdOf } from './mutationScope.js'

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>
type AnyMutationObserver = MutationObserver<unknown, unknown, unknown, unknown>

/** Tells the store of every failure and success of a cache's mutations; calls are counted by observer. */
export function attachMutations(store: ErrorStore, cache: MutationCache): () => void {
  const callers = new WeakMap<AnyMutation, AnyMutationObserver>()
  const calls = new WeakMap<AnyMutationObserver, { count: number; latest: AnyMutation }>()
  const starts = new WeakMap<AnyMutation, number>()
  const gestures = new WeakMap<AnyMutation, object | undefined>()
  const attempts = new WeakMap<AnyMutation, number>()
  const watched = new WeakSet<AnyMutation>()
  /** Dehydrated by another page load: no form of this page sent them. */
  const hydrated = new WeakSet<AnyMutation>()
  // On unmount of the app the provider detaches first: observers that go afterwards send no event here.
  let isAttached = true
  const removeListener = addListener(cache, store)

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      if (event.type === 'added' && event.mutation.state.status !== 'idle') hydrated.add(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'pending') started(event.mutation)
      else if (event.type === 'observerAdded') called(event.mutation, event.observer)
      else if (event.type === 'observerRemoved') watched.delete(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'error') failed(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'success') succeeded(event.mutation)
    }),
  )
  return () => {
    isAttached = false
    removeListener()
    unsubscribe()
  }

  function started(mutation: AnyMutation): void {
    starts.set(mutation, store.signIn.now())
    gestures.set(mutation, store.surfaces.gesture)
  }

  function called(mutation: AnyMutation, observer: AnyMutationObserver): void {
    watched.add(mutation)
    // StrictMode removes an observer and adds it again: that is no new call.
    if (callers.get(mutation) === observer) return
    callers.set(mutation, observer)
    const count = (calls.get(observer)?.count ?? 0) + 1
    calls.set(observer, { count, latest: mutation })
    attempts.set(mutation, count)
  }

  function isLatest(mutation: AnyMutation): boolean {
    const observer = callers.get(mutation)
    return observer === undefined || calls.get(observer)?.latest === mutation
  }

  function failed(mutation: AnyMutation): void {
    const { state, options } = mutation
    if (isControlFlow(state.error)) return
    const observer = callers.get(mutation)
    const scopeId = hydrated.has(mutation) ? undefined : (callerScopeOf(mutation) ?? scopeIdOf(mutation.meta))
    const scopeIds = scopeId === undefined ? [] : [scopeId]
    if (!isResponsible(store, cache, scopeIds)) return
    // An error of unknown kind can be a bug in code after the request: a retry could repeat a change.
    const mayRetry = store.normalize(state.error).kind !== 'unknown'
    store.fail(state.error, {
      type: 'mutation',
      identity: observer ?? mutation,
      call: mutation,
      key: options.mutationKey,
      scopeIds,
      attempt: attempts.get(mutation) ?? 1,
      stamp: state.submittedAt,
      startedAt: starts.get(mutation),
      gesture: gestures.get(mutation),
      meta: apiErrorMetaOf(mutation.meta),
      variables: state.variables,
      isAlive: () => isAttached && watched.has(mutation),
      isLate: !isLatest(mutation) && store.surfaces.scope(scopeId)?.form?.isOnPage === true,
      retry: mayRetry ? () => mutation.execute(state.variables) : undefined,
    })
  }

  function succeeded(mutation: AnyMutation): void {
    if (!isLatest(mutation)) return
    const { variables } = mutation.state
    store.recover(
      callers.get(mutation) ?? mutation,
      ({ source }) => source.call === mutation || Object.is(source.variables, variables),
    )
  }
}
