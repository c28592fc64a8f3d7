import { replaceEqualDeep, type Mutation, type MutationCache, type MutationObserver } from '@tanstack/react-query'
import { clearCalls, forget, sending } from '../core/store/actions.js'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { callerScopeOf } from './mutationScope.js'
import { returnedFailure } from '../core/normalize/returnedFailure.js'
import { isControlFlow } from './isControlFlow.js'
import { warnOfReturnedFailure } from './warnings.js'
import { addListener, isResponsible, safely } from './listeners.js'
import { scopeIdOf } from './mutationScope.js'

/** How many milliseconds early a timer may run, by the clock. */
const TIMER_SLACK = 2

type AnyMutation = Mutation<unknown, unknown, unknown, unknown>
type AnyMutationObserver = MutationObserver<unknown, unknown, unknown, unknown>

/** Tells the store of every failure and success of a cache's mutations; calls are counted by observer. */
export function attachMutations(store: ErrorStore, cache: MutationCache): () => void {
  const callers = new WeakMap<AnyMutation, AnyMutationObserver>()
  const calls = new WeakMap<AnyMutationObserver, { count: number; latest: AnyMutation }>()
  const sent = new WeakMap<AnyMutation, ReturnType<typeof sending>>()
  const attempts = new WeakMap<AnyMutation, number>()
  const watched = new WeakSet<AnyMutation>()
  const unwatchedSince = new WeakMap<AnyMutation, number>()
  /** Removed from the cache by the app. */
  const cleared = new WeakSet<AnyMutation>()
  /** Dehydrated by another page load: no form of this page sent them. */
  const hydrated = new WeakSet<AnyMutation>()
  // On unmount of the app the provider detaches first: observers that go afterwards send no event here.
  let isAttached = true
  const removeListener = addListener(cache, store)

  const unsubscribe = cache.subscribe(
    safely(store, (event) => {
      if (event.type === 'added' && event.mutation.state.status !== 'idle') hydrated.add(event.mutation)
      else if (event.type === 'updated' && event.action.type === 'pending') sends(event.mutation)
      else if (event.type === 'observerAdded') called(event.mutation, event.observer)
      else if (event.type === 'observerRemoved') unwatched(event.mutation, event.observer)
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
    // StrictMode removes an observer and adds it again: that is no new call.
    if (callers.get(mutation) === observer) return
    callers.set(mutation, observer)
    const count = (calls.get(observer)?.count ?? 0) + 1
    calls.set(observer, { count, latest: mutation })
    attempts.set(mutation, count)
  }

  function sends(mutation: AnyMutation): void {
    sent.set(mutation, sending(store, scopeOf(mutation), apiErrorMetaOf(mutation.meta)))
  }

  function unwatched(mutation: AnyMutation, observer: AnyMutationObserver): void {
    watched.delete(mutation)
    unwatchedSince.set(mutation, Date.now())
    // `reset()` of the app; a next call takes the observer away as well, and its own failure decides.
    queueMicrotask(() => {
      const isReset = observer.hasListeners() && observer.getCurrentResult().isIdle
      if (isReset && isLatest(mutation)) clearCalls(store, observer)
    })
  }

  /** What the cache collects as garbage keeps its toast: nobody has decided that it may go. */
  function removed(mutation: AnyMutation): void {
    const age = Date.now() - (unwatchedSince.get(mutation) ?? 0)
    if (!watched.has(mutation) && mutation.state.status !== 'pending' && age >= mutation.gcTime - TIMER_SLACK) return
    cleared.add(mutation)
    forget(store, callers.get(mutation) ?? mutation, mutation)
  }

  function scopeOf(mutation: AnyMutation): string | undefined {
    return hydrated.has(mutation) ? undefined : (callerScopeOf(mutation) ?? scopeIdOf(mutation.options))
  }

  function isLatest(mutation: AnyMutation): boolean {
    return latestOf(mutation) === mutation
  }

  function latestOf(mutation: AnyMutation): AnyMutation {
    const observer = callers.get(mutation)
    return (observer && calls.get(observer)?.latest) ?? mutation
  }

  /** Whether the same was sent again meanwhile, such as by a second press: the later answer tells what became of it. */
  function isSentAgain(mutation: AnyMutation): boolean {
    const latest = latestOf(mutation)
    const [gesture, latestGesture] = [mutation, latest].map((each) => sent.get(each)?.gesture)
    if (latest === mutation || (gesture !== undefined && gesture === latestGesture)) return false
    return replaceEqualDeep(mutation.state.variables, latest.state.variables) === mutation.state.variables
  }

  function failed(mutation: AnyMutation): void {
    const { state } = mutation
    if (!isControlFlow(state.error)) fails(mutation, state.error)
  }

  function fails(mutation: AnyMutation, failure: unknown): void {
    const { state, options } = mutation
    const observer = callers.get(mutation)
    const scopeId = scopeOf(mutation)
    const scopeIds = scopeId === undefined ? [] : [scopeId]
    if (!isResponsible(store, cache, scopeIds)) return
    const record = store.fail(failure, {
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
      isLate: isSentAgain(mutation) && store.surfaces.scope(scopeId)?.form?.isOnPage === true,
      retry: () => mutation.execute(state.variables),
    })
    // Sent before the app emptied its cache, and whoever sent it has gone.
    if (record !== undefined && cleared.has(mutation) && !watched.has(mutation)) store.close(record, 'left')
  }

  function succeeded(mutation: AnyMutation): void {
    if (sent.get(mutation)?.signsIn === true) store.signIn.signedIn()
    const { variables } = mutation.state
    const { startedAt = 0 } = sent.get(mutation) ?? {}
    store.recover(callers.get(mutation) ?? mutation, {
      ...sent.get(mutation),
      // The same sent again; a call that overlapped with the one that failed says nothing of it.
      resolves: ({ source, failedAt }) =>
        source.call === mutation || (startedAt > failedAt && Object.is(source.variables, variables)),
    })
    const returned = returnedFailure(mutation.state.data)
    if (returned === undefined) return
    // Warnings come with a good answer.
    if (store.normalize(returned).issues.every(({ severity }) => severity !== 'error')) fails(mutation, returned)
    else if (process.env.NODE_ENV !== 'production') warnOfReturnedFailure('mutation', mutation.options.mutationKey)
  }
}
