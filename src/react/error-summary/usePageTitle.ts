'use client'

import { useEffect } from 'react'
import { useMessages } from '../hooks/useMessages.js'

/** How many problems each summary on the page shows. */
const counts = new Map<symbol, number>()
let plainTitle: string | undefined
let shownTitle: string | undefined

/** Puts the number of problems in front of the page's title while there are any (WCAG 2.4.2), and restores it. */
export function usePageTitle(count: number): void {
  const { ui } = useMessages()
  useEffect(() => {
    if (count === 0) return undefined
    const key = Symbol('summary')
    counts.set(key, count)
    update((params) => ui('pageTitle', params).text)
    return () => {
      counts.delete(key)
      update((params) => ui('pageTitle', params).text)
    }
  }, [count, ui])
}

function update(say: (params: { count: number; title: string }) => string): void {
  // The app may have changed the title meanwhile: then that is the one to restore.
  if (document.title !== shownTitle) plainTitle = document.title
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  shownTitle = count === 0 ? plainTitle : say({ count, title: plainTitle ?? '' }).replace(/[\u2068\u2069]/g, '')
  if (shownTitle !== undefined) document.title = shownTitle
}
