'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useLayoutEffect } from 'react'
import { isAttached } from '../../query/ApiErrorClient.js'
import { useApiErrorClient } from './ClientContext.js'

/** React 18 warns of useLayoutEffect on the server, where neither of them runs. */
export const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/**
 * Listens to the QueryClient around a component where nobody does: the provider stands outside of it, and the app has
 * not called `attach`. For good, as what is sent can fail when the component has gone; it ends with the QueryClient.
 * Later than the provider's own, and earlier than the queries below.
 */
export function useAttached(): void {
  const client = useApiErrorClient()
  const queryClient = useContext(QueryClientContext)
  useBeforePaint(() => {
    if (queryClient !== undefined && !isAttached(client, queryClient)) client.attach(queryClient)
  }, [client, queryClient])
}
