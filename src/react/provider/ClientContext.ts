'use client'

import { createContext, useContext } from 'react'
import { developerError } from '../../internal/developerMessage.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'

/** The client of the nearest `<ApiErrorProvider>`. */
export const ClientContext = createContext<ApiErrorClient | undefined>(undefined)

/**
 * Returns the {@link ApiErrorClient} of the nearest `<ApiErrorProvider>`.
 *
 * @throws when there is none: without it no failure can be shown
 * @example
 * const apiErrors = useApiErrorClient()
 * apiErrors.report(failure)
 */
export function useApiErrorClient(): ApiErrorClient {
  const client = useContext(ClientContext)
  if (client === undefined) {
    throw developerError(
      'A component is rendered outside of <ApiErrorProvider>.',
      process.env.NODE_ENV === 'production'
        ? ''
        : 'It cannot know which failures there are or in which language to show them.',
      'Wrap your app: <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>.',
    )
  }
  return client
}
