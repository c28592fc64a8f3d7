'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useInsertionEffect, useState, type ReactNode } from 'react'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import { ClientContext } from './ClientContext.js'
import { markPainted } from './firstPaint.js'
import { useLabelsOnPage } from './useLabelsOnPage.js'

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

  // The first render speaks the language already, also on a server; later changes come in an effect.
  useState(() => (locale === undefined ? undefined : void client.setLocale(locale)))
  useEffect(() => {
    if (locale !== undefined) void client.setLocale(locale)
  }, [client, locale])

  // Earlier than the effects of the components below: their queries must not begin unheard.
  useInsertionEffect(() => (queryClient === undefined ? undefined : client.attach(queryClient)), [client, queryClient])
  useEffect(() => markPainted(client), [client])
  useLabelsOnPage(client)

  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}
