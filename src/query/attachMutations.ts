import type { Mutation, MutationCache, MutationObserver } from '@tanstack/react-query'
import { forget, sending } from '../core/store/actions.js'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { callerScopeOf } from './mutationScope.js'
import { isControlFlow } from './isControlFlow.js'
import { addListener, isResponsible, safely } from './listeners.js'
import { scopeIdOf } from './mutationScope.js'

/** How many milliseconds early a timer may run, by the clock. */
const TIMER_SLACK = 2

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>
type AnyMutationObserver = MutationObserver<unknown, unknown, unknown, unknown>

/** Tells the store of every failure and every success of the mutations of a cache, numbered by the observer that called them. */
export function attachMutations(store: ErrorStore, cache: MutationCache): () => void {
  const callers = new WeakMap<AnyMutation, AnyMutationObserver>()
  const calls = new WeakMap<AnyMutationObserver, { count: number; latest: AnyMutation }>()
  const sent = new WeakMap<AnyMutation, ReturnType<typeof sending>>()
  const attempts = new WeakMap<AnyMutation, number>()
  const watched = new WeakSet<AnyMutation>()
  const unwatchedSince = new WeakMap<AnyMutation, number>()
  /** Taken out of the cache by the app. */
  const cleared = new WeakSet<AnyMutation>()
  /** Of another page load: no form of this one sent them. */
  const hydrated = new WeakSet<AnyMutation>()
  // When the whole app unmounts, its provider goes first: nobody hears of the observers that go with it.
  let isAttached = true
  const removeListener = addListener(cache, store)

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      if (event.type === 'added' && event.mutation.state.status !== 'idle') hydrated.add(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'pending') sends(event.mutation)
      else if (event.type === 'observerAdded') called(event.mutation, event.observer)
      else if (event.type === 'observerRemoved') unwatched(event.mutation)
      else if (event.type === 'removed') removed(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'error') failed(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'success') succeeded(event.mutation)
    }),
  )
  return () => {
    isAttached = false
    removeListener()
    unsubscribe()
  }

  function called(mutation: AnyMutation, observer: AnyMutationObserver): void {
    watched.add(mutation)
    // An observer that comes back under StrictMode has not called anew.
    if (callers.get(mutation) === observer) return
    callers.set(mutation, observer)
    const count = (calls.get(observer)?.count ?? 0) + 1
    calls.set(observer, { count, latest: mutation })
    attempts.set(mutation, count)
  }

  function sends(mutation: AnyMutation): void {
    sent.set(mutation, sending(store, scopeOf(mutation), apiErrorMetaOf(mutation.meta)))
  }

  function unwatched(mutation: AnyMutation): void {
    watched.delete(mutation)
    unwatchedSince.set(mutation, Date.now())
  }

  /** What the cache collects as garbage keeps its toast: nobody has decided that it may go. */
  function removed(mutation: AnyMutation): void {
    const age = Date.now() - (unwatchedSince.get(mutation) ?? 0)
    if (!watched.has(mutation) && mutation.state.status !== 'pending' && age >= mutation.gcTime - TIMER_SLACK) return
    cleared.add(mutation)
    forget(store, callers.get(mutation) ?? mutation, mutation)
  }

  function scopeOf(mutation: AnyMutation): string | undefined {
    return hydrated.has(mutation) ? undefined : (callerScopeOf(mutation) ?? scopeIdOf(mutation.meta))
  }

  function isLatest(mutation: AnyMutation): boolean {
    const observer = callers.get(mutation)
    return observer === undefined || calls.get(observer)?.latest === mutation
  }

  function failed(mutation: AnyMutation): void {
    const { state, options } = mutation
    if (isControlFlow(state.error)) return
    const observer = callers.get(mutation)
    const scopeId = scopeOf(mutation)
    const scopeIds = scopeId === undefined ? [] : [scopeId]
    if (!isResponsible(store, cache, scopeIds)) return
    // An error of the app's own code can have come after the answer: sending it again could do it twice.
    const mayRetry = store.normalize(state.error).kind !== 'unknown'
    const record = store.fail(state.error, {
      ...sent.get(mutation),
      type: 'mutation',
      identity: observer ?? mutation,
      call: mutation,
      key: options.mutationKey,
      scopeIds,
      attempt: attempts.get(mutation) ?? 1,
      stamp: state.submittedAt,
      meta: apiErrorMetaOf(mutation.meta),
      variables: state.variables,
      isAlive: () => isAttached && watched.has(mutation),
      isLate: !isLatest(mutation) && store.surfaces.scope(scopeId)?.form?.isOnPage === true,
      retry: mayRetry ? () => mutation.execute(state.variables) : undefined,
    })
    // Sent before the app emptied its cache, and whoever sent it has gone.
    if (record !== undefined && cleared.has(mutation) && !watched.has(mutation)) store.close(record, 'left')
  }

  function succeeded(mutation: AnyMutation): void {
    if (sent.get(mutation)?.signsIn === true) store.signIn.signedIn()
    if (!isLatest(mutation)) return
    const { variables } = mutation.state
    store.recover(
      callers.get(mutation) ?? mutation,
      ({ source }) => source.call === mutation || Object.is(source.variables, variables),
    )
  }
}
