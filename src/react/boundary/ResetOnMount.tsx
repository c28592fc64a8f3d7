'use client'

import { QueryClientContext, type QueryCache, type QueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import { arrived, isExpecting } from '../../core/store/boundaries.js'
import { isAttached } from '../../query/ApiErrorClient.js'
import { endResetBy } from '../../query/scopedQueryClient.js'
import { useApiErrorClient, useErrorStore } from '../provider/ClientContext.js'

const NO_KEYS: readonly unknown[] = []
const begun = new WeakSet<QueryCache>()

/**
 * Lets a query that failed on an earlier visit try again, when the boundary mounts and when its `resetKeys` change:
 * without it the old error would be thrown at once. Resets while rendering, before the children render and decide
 * whether to fetch; `reset` only sets a flag of QueryErrorResetBoundary.
 */
export function ResetOnMount({
  reset,
  clearReset,
  keys = NO_KEYS,
}: {
  readonly reset: () => void
  readonly clearReset: () => void
  readonly keys?: readonly unknown[] | undefined
}): null {
  const client = useApiErrorClient()
  const store = useErrorStore()
  const queryClient = useContext(QueryClientContext)
  if (queryClient !== undefined) endResetBy(queryClient, clearReset)
  useEffect(() => {
    arrived(store)
    if (queryClient !== undefined) begun.delete(queryClient.getQueryCache())
  }, [store, queryClient])
  const [seen, setSeen] = useState<readonly unknown[]>()
  const isSame =
    seen !== undefined && seen.length === keys.length && seen.every((key, index) => Object.is(key, keys[index]))
  if (!isSame) {
    // Suspense above the boundary discards state, so each render is a first one: resetting would refetch forever.
    if (queryClient !== undefined && !isExpecting(store) && isFirst(queryClient)) reset()
    setSeen(keys)
  }
  return null

  /** Before the provider attaches, the store knows of no failure; then only the first reset is let through. */
  function isFirst(cache: QueryClient): boolean {
    if (isAttached(client, cache)) return true
    const isNew = !begun.has(cache.getQueryCache())
    begun.add(cache.getQueryCache())
    return isNew
  }
}
