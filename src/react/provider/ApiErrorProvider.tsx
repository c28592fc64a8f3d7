'use client'

import { focusManager, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useInsertionEffect, useState, type ReactNode } from 'react'
import type { LocaleTag } from '../../core/register.js'
import { resetForm } from '../../core/store/actions.js'
import { developerWarning } from '../../internal/developerMessage.js'
import { hasListened, storeOf, type ApiErrorClient } from '../../query/ApiErrorClient.js'
import { watchGestures } from '../dom/watchGestures.js'
import { ClientContext, TranslatorContext } from './ClientContext.js'
import { markPainted } from './firstPaint.js'
import { createStatus, StatusContext } from './StatusContext.js'
import { StatusRegion } from './StatusRegion.js'
import { useLanguage } from './useLanguage.js'

/** Props of {@link ApiErrorProvider}. */
export interface ApiErrorProviderProps {
  readonly client: ApiErrorClient
  /** BCP 47 tag of the language to show; until its words are there, the one before stays. @default the client's */
  readonly locale?: LocaleTag
  readonly children?: ReactNode
}

/**
 * Gives the components below it their {@link ApiErrorClient} and language, and listens to the `QueryClient` around it.
 * Renders nothing of its own, but for a hidden live region once something can be tried again.
 *
 * @example
 * <ApiErrorProvider client={apiErrors} locale="nl"><App /></ApiErrorProvider>
 */
export function ApiErrorProvider({ client, locale, children }: ApiErrorProviderProps): ReactNode {
  const queryClient = useContext(QueryClientContext)
  const translator = useLanguage(client.messages, locale)
  const [status] = useState(createStatus)

  // Insertion effects run before the effects of the children, in which queries start to fetch.
  useInsertionEffect(() => (queryClient === undefined ? undefined : client.attach(queryClient)), [client, queryClient])
  useEffect(() => markPainted(storeOf(client)), [client])
  useEffect(() => {
    const store = storeOf(client)
    return watchGestures({
      onGesture: (latest) => store.surfaces.noteGesture(latest),
      onReset: (form) => resetForm(store, form),
    })
  }, [client])
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' && queryClient === undefined) warnOfDeafness(client)
  }, [client, queryClient])

  return (
    <ClientContext.Provider value={client}>
      <TranslatorContext.Provider value={translator}>
        <StatusContext.Provider value={status}>
          {children}
          <StatusRegion status={status} />
        </StatusContext.Provider>
      </TranslatorContext.Provider>
    </ClientContext.Provider>
  )
}

/** By now, the scopes and the toaster on the page have attached the client to the QueryClient around them. */
function warnOfDeafness(client: ApiErrorClient): void {
  // Each QueryClient that is mounted listens to the focus; where there is none, nobody is unheard.
  if (hasListened(client) || !focusManager.hasListeners()) return
  developerWarning(
    'An <ApiErrorProvider> stands outside of <QueryClientProvider>, and its client listens to no QueryClient.',
    'What queries and mutations fail with is not shown.',
    'Put it inside of <QueryClientProvider>, or call apiErrors.attach(queryClient) where you make them.',
  )
}
