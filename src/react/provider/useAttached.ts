'use client'

import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useLayoutEffect } from 'react'
import { isAttached, type ApiErrorClient } from '../../query/ApiErrorClient.js'
import { useApiErrorClient } from './ClientContext.js'

/** React 18 warns of useLayoutEffect on the server, where neither of them runs. */
export const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** Has a scope listen to the QueryClient around it, later than the provider's own listening and earlier than the queries below. */
export function useAttached(): void {
  const client = useApiErrorClient()
  const queryClient = useContext(QueryClientContext)
  useBeforePaint(() => attachUnheard(client, queryClient), [client, queryClient])
}

/**
 * Listens to a QueryClient that nobody listens to: the provider stands outside of it, and the app has not called
 * `attach`. For good, as what is sent can fail when the component has gone; it ends with the QueryClient.
 */
export function attachUnheard(client: ApiErrorClient, queryClient: QueryClient | undefined): void {
  if (queryClient !== undefined && !isAttached(client, queryClient)) client.attach(queryClient)
}
