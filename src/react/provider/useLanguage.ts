'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { MessageRegistry } from '../../core/localize/MessageRegistry.js'
import type { Translator } from '../../core/localize/Translator.js'

/**
 * Returns what finds the words of a language. Until they are there, the language before stays; the last wish wins.
 *
 * @param locale the wanted language. @default the registry's
 */
export function useLanguage(messages: MessageRegistry, locale: string | undefined): Translator {
  const find = (shown?: string): Translator =>
    messages.translator(locale === undefined || messages.isReady(locale) ? locale : shown)
  const [shown, setShown] = useState(() => find().locale)
  const translator = useSyncExternalStore(
    messages.subscribe,
    () => find(shown),
    () => {
      // A thrown promise has React keep the server's HTML until the words that it was made with are here too.
      if (typeof document !== 'undefined' && !messages.isReady(locale)) throw messages.load(locale)
      return find(shown)
    },
  )
  useEffect(() => {
    if (locale !== undefined) void messages.load(locale)
  }, [messages, locale])
  useEffect(() => setShown(translator.locale), [translator.locale])

  // The app's labels can change in the same turn as the language. Once they are on the page, the words that name them
  // are found again: a copy knows none.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => translator.copy(), [translator, shown])
}
