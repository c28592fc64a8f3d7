'use client'

import { createContext, useContext } from 'react'
import type { Translator } from '../../core/localize/Translator.js'
import { developerError } from '../../internal/developerMessage.js'
import type { ErrorStore } from '../../core/store/ErrorStore.js'
import { storeOf, type ApiErrorClient } from '../../query/ApiErrorClient.js'

export const ClientContext = createContext<ApiErrorClient | undefined>(undefined)

/** The words of this part of the app: those of the nearest provider, under those of the boundaries around it. */
export const TranslatorContext = createContext<Translator | undefined>(undefined)

/**
 * Returns the {@link ApiErrorClient} of the nearest `<ApiErrorProvider>`.
 *
 * @returns the client
 * @throws when there is none: without it no failure can be shown
 * @example
 * const apiErrors = useApiErrorClient()
 * apiErrors.report(failure)
 */
export function useApiErrorClient(): ApiErrorClient {
  return useContext(ClientContext) ?? failOutside()
}

/** Returns what finds the words of this part of the app; referentially stable while words are. */
export function useTranslator(): Translator {
  return useContext(TranslatorContext) ?? failOutside()
}

function failOutside(): never {
  throw developerError(
    'A component is rendered outside of <ApiErrorProvider>.',
    process.env.NODE_ENV === 'production'
      ? ''
      : 'It cannot know which failures there are or in which language to show them.',
    'Wrap your app: <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>.',
  )
}

export function useErrorStore(): ErrorStore {
  return storeOf(useApiErrorClient())
}
