'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LocalizedText } from '../../core/localize/Pack.js'
import { useErrorStore } from '../provider/ClientContext.js'
import type { ErrorToast } from './useErrorToasts.js'

type Politeness = ErrorToast['politeness']

/** What the live regions say; it keeps the language in which it was said. */
export type Announcements = Readonly<
  Record<Politeness, { readonly turn: number; readonly texts: readonly LocalizedText[] }>
>

export type Announce = (politeness: Politeness, texts: readonly LocalizedText[]) => void

const SILENCE: Announcements = { polite: { turn: 0, texts: [] }, assertive: { turn: 0, texts: [] } }

/** Screen readers need this long to know of a live region before they hear a change in it. */
const READY_AFTER = 100

/** Announces each visible toast once for each of its revisions: not again when the language or anything else changes. */
export function useAnnouncements(
  toasts: readonly ErrorToast[],
  visible: readonly ErrorToast[],
): { readonly announcements: Announcements; readonly announce: Announce; readonly hush: () => void } {
  const { heard } = useErrorStore().toasts
  const [announcements, setAnnouncements] = useState(SILENCE)
  const delay = useRef(toasts.length === 0 ? 0 : READY_AFTER)

  const announce = useCallback<Announce>((politeness, texts) => {
    setAnnouncements((before) => ({ ...before, [politeness]: { turn: before[politeness].turn + 1, texts } }))
  }, [])
  const hush = useCallback(() => {
    delay.current = READY_AFTER
    setAnnouncements(SILENCE)
  }, [])

  useEffect(() => {
    // In the next task, so that failures of one moment are announced together.
    const timer = setTimeout(() => {
      delay.current = 0
      for (const id of heard.keys()) if (!toasts.some((toast) => toast.id === id)) heard.delete(id)
      const fresh = visible.filter(({ id, revision }) => heard.get(id) !== revision)
      for (const { id, revision } of fresh) heard.set(id, revision)
      for (const politeness of ['assertive', 'polite'] as const) {
        const texts = fresh.filter((toast) => toast.politeness === politeness).flatMap(wordsOf)
        if (texts.length > 0) announce(politeness, texts)
      }
    }, delay.current)
    return () => clearTimeout(timer)
  })
  return { announcements, announce, hush }
}

function wordsOf({ title, lines, repeated }: ErrorToast): readonly LocalizedText[] {
  return [title, ...lines.slice(0, 1).map(({ text }) => text), ...(repeated === undefined ? [] : [repeated])]
}
