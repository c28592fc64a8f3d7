'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { MessageRegistry } from '../../core/localize/MessageRegistry.js'
import type { Translator } from '../../core/localize/Translator.js'

/**
 * Returns what finds the words of a language. Until they are loaded, the previous language stays.
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
      // Suspends hydration: React keeps the server's HTML until the words that it was made with are loaded.
      if (typeof document !== 'undefined' && !messages.isReady(locale)) throw messages.load(locale)
      return find(shown)
    },
  )
  useEffect(() => {
    if (locale !== undefined) void messages.load(locale)
  }, [messages, locale])
  useEffect(() => setShown(translator.locale), [translator.locale])

  // The app's labels often change with the language, but are in the DOM only after the commit. The copy has no cached
  // texts, so that those which name a label are found again.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => translator.copy(), [translator, shown])
}
