import type { MutationCache, QueryCache } from '@tanstack/react-query'
import type { ErrorStore } from '../core/store/ErrorStore.js'

type Cache = QueryCache | MutationCache

const listening = new WeakMap<Cache, readonly ErrorStore[]>()

/** Notes that a store listens to a cache, until the returned function is called. */
export function addListener(cache: Cache, store: ErrorStore): () => void {
  listening.set(cache, [...(listening.get(cache) ?? []), store])
  return () => {
    listening.set(
      cache,
      (listening.get(cache) ?? []).filter((other) => other !== store),
    )
  }
}

/**
 * Whether a failure is this store's to show: of several that listen to a cache (two providers, a reloaded module)
 * the one whose scope it is, else the latest.
 */
export function isResponsible(store: ErrorStore, cache: Cache, scopeIds: readonly string[]): boolean {
  const stores = listening.get(cache) ?? []
  const owners = stores.filter((each) => scopeIds.some((id) => each.surfaces.scope(id) !== undefined))
  return owners.length > 0 ? owners.includes(store) : stores.at(-1) === store
}

/** A cache listener that throws would replace the error that the caller of the query gets. */
export const safely =
  <Event>(store: ErrorStore, listener: (event: Event) => void) =>
  (event: Event): void => {
    try {
      listener(event)
    } catch (error) {
      store.internalError(error)
    }
  }
