'use client'

import { QueryClientContext, type QueryCache, type QueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import { arrived, isExpecting } from '../../core/store/boundaries.js'
import { isAttached } from '../../query/ApiErrorClient.js'
import { useApiErrorClient, useErrorStore } from '../provider/ClientContext.js'

const NO_KEYS: readonly unknown[] = []
const begun = new WeakSet<QueryCache>()

/**
 * Lets a query that failed on an earlier visit try again, when the boundary mounts and when its `resetKeys` change:
 * without it the old error would be thrown at once.
 * In render, as the content decides whether to fetch when it renders; it touches only the boundary's own flag.
 */
export function ResetOnMount({
  reset,
  keys = NO_KEYS,
}: {
  readonly reset: () => void
  readonly keys?: readonly unknown[] | undefined
}): null {
  const client = useApiErrorClient()
  const store = useErrorStore()
  const queryClient = useContext(QueryClientContext)
  useEffect(() => arrived(store), [store])
  const [seen, setSeen] = useState<readonly unknown[]>()
  const isSame =
    seen !== undefined && seen.length === keys.length && seen.every((key, index) => Object.is(key, keys[index]))
  if (!isSame) {
    // Suspended above the boundary, each render is a first one: what failed meanwhile is to be shown, not fetched for ever.
    if (queryClient !== undefined && !isExpecting(store) && isFirst(queryClient)) reset()
    setSeen(keys)
  }
  return null

  /** A client that does not listen yet cannot know what failed meanwhile: it starts over but once. */
  function isFirst(cache: QueryClient): boolean {
    if (isAttached(client, cache)) return true
    const isNew = !begun.has(cache.getQueryCache())
    begun.add(cache.getQueryCache())
    return isNew
  }
}
