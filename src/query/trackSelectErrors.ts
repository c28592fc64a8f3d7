import type { Query, QueryObserver } from '@tanstack/react-query'
import type { ErrorStore } from '../core/client/ErrorStore.js'
import { scopeIdOfPredicate } from './scopePredicate.js'

type AnyQueryObserver = QueryObserver<unknown, unknown, unknown, unknown>

/**
 * Reports what a `select` throws, where the app asks for it: the query itself succeeded, so no event tells of it.
 * It is shown by the component alone, as without this library.
 */
export function trackSelectErrors(
  store: ErrorStore,
  watchersOf: (query: Query, scopeIds: readonly string[]) => readonly AnyQueryObserver[] | false,
): (query: Query) => void {
  const known = new WeakMap<AnyQueryObserver, unknown>()
  if (store.options.reportSelectErrors !== true) return () => undefined

  return (query) => {
    for (const observer of watchersOf(query, []) || []) {
      const { isError, error } = observer.getCurrentResult()
      const hasThrown = isError && query.state.status === 'success'
      if (!hasThrown && known.delete(observer)) store.recover(observer)
      if (!hasThrown || (known.has(observer) && known.get(observer) === error)) continue
      known.set(observer, error)
      const scopeId = scopeIdOfPredicate(observer.options.throwOnError)
      store.fail(error, {
        type: 'query',
        identity: observer,
        call: observer,
        key: query.queryKey,
        scopeIds: scopeId === undefined ? [] : [scopeId],
        watched: false,
        isAlive: () => query.getObserversCount() > 0,
      })
    }
  }
}
