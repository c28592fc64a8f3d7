'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { Params } from '../../core/types.js'
import { triesOf } from '../../query/triesOf.js'
import { useApiErrorClient } from '../provider/ClientContext.js'

const nothing = (): undefined => undefined

/** Follows how often what failed is tried again by TanStack Query: `{ attempt: 2, max: 3 }` from the second try on, where the limit is known. */
export function useTries(error: ApiError | null): Params | undefined {
  const client = useApiErrorClient()
  const queryClient = useContext(QueryClientContext)
  // Kept: a boundary that starts over closes the record.
  const call = useMemo(() => (error === null ? undefined : client.records.ofError(error)?.source.call), [client, error])

  const subscribe = useCallback(
    (listener: () => void) => {
      const unsubscribes =
        call === undefined
          ? []
          : [queryClient?.getQueryCache().subscribe(listener), queryClient?.getMutationCache().subscribe(listener)]
      return () => unsubscribes.forEach((unsubscribe) => unsubscribe?.())
    },
    [queryClient, call],
  )
  const getAttempt = (): number | undefined => {
    const { failed = 0, most = 0 } = triesOf(call) ?? {}
    return failed > 0 && failed < most ? failed + 1 : undefined
  }
  const attempt = useSyncExternalStore(subscribe, getAttempt, nothing)
  const max = triesOf(call)?.most
  return useMemo(() => (attempt === undefined || max === undefined ? undefined : { attempt, max }), [attempt, max])
}
