'use client'

import { useEffect } from 'react'
import { useMessages } from '../hooks/useMessages.js'

type Say = (params: { readonly count: number; readonly title: string }) => string

/** How many problems each summary on the page shows. */
const counts = new Map<symbol, number>()
let plainTitle: string | undefined
let shownTitle: string | undefined
let pending: Say | undefined

/** Puts a prefix in front of the page's title while there are problems (WCAG 2.4.2), and restores it. */
export function usePageTitle(count: number): void {
  const { ui } = useMessages()
  useEffect(() => {
    if (count === 0) return undefined
    const key = Symbol('summary')
    const say: Say = (params) => ui('pageTitle', params).text
    counts.set(key, count)
    update(say)
    return () => {
      counts.delete(key)
      update(say)
    }
  }, [count, ui])
}

/** Writes once for all changes of a turn, and only what is new: browsers take a millisecond for each. */
function update(say: Say): void {
  if (pending === undefined) queueMicrotask(write)
  pending = say
}

function write(): void {
  const say = pending
  pending = undefined
  if (say === undefined) return
  // The app may have changed the title meanwhile: then that is the one to restore.
  if (document.title !== shownTitle) plainTitle = document.title
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  shownTitle = count === 0 ? plainTitle : say({ count, title: plainTitle ?? '' }).replace(/[\u2068\u2069]/g, '')
  if (shownTitle !== undefined && document.title !== shownTitle) document.title = shownTitle
}
