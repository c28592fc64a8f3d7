'use client'

import { focusManager, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useInsertionEffect, type ReactNode } from 'react'
import type { LocaleTag } from '../../core/register.js'
import { developerWarning } from '../../internal/developerMessage.js'
import { hasListened, storeOf, type ApiErrorClient } from '../../query/ApiErrorClient.js'
import { watchGestures } from '../dom/watchGestures.js'
import { ClientContext, TranslatorContext } from './ClientContext.js'
import { markPainted } from './firstPaint.js'
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
 * Renders nothing of its own.
 *
 * @example
 * <ApiErrorProvider client={apiErrors} locale="nl"><App /></ApiErrorProvider>
 */
export function ApiErrorProvider({ client, locale, children }: ApiErrorProviderProps): ReactNode {
  const queryClient = useContext(QueryClientContext)
  const translator = useLanguage(client.messages, locale)

  // Insertion effects run before the effects of the children, in which queries start to fetch.
  useInsertionEffect(() => (queryClient === undefined ? undefined : client.attach(queryClient)), [client, queryClient])
  useEffect(() => markPainted(storeOf(client)), [client])
  useEffect(() => watchGestures(document, (latest) => storeOf(client).surfaces.noteGesture(latest)), [client])
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' && queryClient === undefined) warnOfDeafness(client)
  }, [client, queryClient])

  return (
    <ClientContext.Provider value={client}>
      <TranslatorContext.Provider value={translator}>{children}</TranslatorContext.Provider>
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
