'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, type ReactNode } from 'react'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import { ClientContext } from './ClientContext.js'

/** Props of {@link ApiErrorProvider}. */
export interface ApiErrorProviderProps {
  readonly client: ApiErrorClient
  /** BCP 47 tag of the language to show. @default the client's current language */
  readonly locale?: string
  readonly children?: ReactNode
}

/**
 * Gives the components below it their {@link ApiErrorClient} and language, and listens to the `QueryClient` around it.
 * Renders nothing of its own.
 *
 * @example
 * <ApiErrorProvider client={apiErrors} locale="nl"><App /></ApiErrorProvider>
 */
export function ApiErrorProvider({ client, locale, children }: ApiErrorProviderProps): ReactNode {
  const queryClient = useContext(QueryClientContext)

  // Before the first paint of what is below, and on the server: the words must be there when it renders.
  if (locale !== undefined && typeof window === 'undefined') void client.setLocale(locale)

  useEffect(() => {
    if (locale !== undefined) void client.setLocale(locale)
  }, [client, locale])

  useEffect(() => (queryClient === undefined ? undefined : client.attach(queryClient)), [client, queryClient])

  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}
