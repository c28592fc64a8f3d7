'use client'

import { useEffect, useState } from 'react'
import type { MessageFinder } from '../hooks/useMessages.js'

interface Prefix {
  readonly count: number
  readonly ui: MessageFinder['ui']
}

/** The prefix that each summary wants; module state, as a document has one title. */
const prefixes = new Map<object, Prefix>()
let plainTitle: string | undefined
let shownTitle: string | undefined
let isPending = false

/** Puts a prefix in front of the page's title while there are problems (WCAG 2.4.2), and restores it. */
export function usePageTitle(count: number, { ui }: Pick<MessageFinder, 'ui'>): void {
  const [summary] = useState(() => ({}))
  useEffect(() => {
    if (count === 0) return undefined
    prefixes.set(summary, { count, ui })
    writeAfterPaint()
    return () => {
      prefixes.delete(summary)
      writeAfterPaint()
    }
  }, [summary, count, ui])
}

/** Setting a title takes a millisecond, so it waits for the paint; a hidden page gets no animation frames. */
function writeAfterPaint(): void {
  if (isPending) return
  isPending = true
  const page = document
  const later = (): void => void setTimeout(() => write(page))
  if (document.visibilityState === 'visible') requestAnimationFrame(later)
  else later()
}

function write(page: Document): void {
  isPending = false
  // In tests the page can be gone by now.
  if (typeof document === 'undefined') return
  // The app may have changed the title meanwhile: then that is the one to restore.
  if (page.title !== shownTitle) plainTitle = page.title
  const all = [...prefixes.values()]
  const count = all.reduce((sum, prefix) => sum + prefix.count, 0)
  const title = plainTitle ?? ''
  // Without the Unicode isolates around inserted text, which only rendered text needs.
  shownTitle =
    all
      .at(-1)
      ?.ui('pageTitle', { count, title })
      .text.replace(/[\u2068\u2069]/g, '') ?? plainTitle
  if (shownTitle !== undefined && page.title !== shownTitle) page.title = shownTitle
}
