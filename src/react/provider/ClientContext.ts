'use client'

import { createContext, useContext } from 'react'
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
    throw new Error(
      'react-api-errors: a component of react-api-errors is rendered outside of <ApiErrorProvider>. ' +
        'It cannot know which failures there are or in which language to show them. ' +
        'Wrap your app: <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>.',
    )
  }
  return client
}
