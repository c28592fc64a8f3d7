'use client'

import { useEffect } from 'react'
import type { Scope } from '../../core/client/Scope.js'
import type { MessageRegistry } from '../../core/localize/MessageRegistry.js'
import { countErrors } from './countErrors.js'

/** How many problems each summary on the page shows. */
const counts = new Map<Scope, number>()
let plainTitle: string | undefined
let shownTitle: string | undefined
let pending: MessageRegistry | undefined

/** Puts a prefix in front of the page's title while there are problems (WCAG 2.4.2), and restores it. */
export function usePageTitle(scope: Scope | undefined, messages: MessageRegistry): void {
  useEffect(() => {
    if (scope === undefined) return undefined
    const count = (): void => {
      setCount(scope, countErrors(scope.summary().lines), messages)
    }
    const retitle = (): void => {
      if (counts.has(scope)) update(messages)
    }
    count()
    const ends = [scope.subscribeSummary(count), messages.subscribe(retitle), () => setCount(scope, 0, messages)]
    return () => ends.forEach((end) => end())
  }, [scope, messages])
}

function setCount(scope: Scope, count: number, messages: MessageRegistry): void {
  if (count === (counts.get(scope) ?? 0)) return
  if (count === 0) counts.delete(scope)
  else counts.set(scope, count)
  update(messages)
}

/** Writes once for all changes of a turn, and only what is new: browsers take a millisecond for each. */
function update(messages: MessageRegistry): void {
  if (pending === undefined) queueMicrotask(write)
  pending = messages
}

function write(): void {
  const messages = pending
  pending = undefined
  if (messages === undefined) return
  // The app may have changed the title meanwhile: then that is the one to restore.
  if (document.title !== shownTitle) plainTitle = document.title
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  const title = plainTitle ?? ''
  shownTitle = count === 0 ? plainTitle : messages.ui('pageTitle', { count, title }).text.replace(/[\u2068\u2069]/g, '')
  if (shownTitle !== undefined && document.title !== shownTitle) document.title = shownTitle
}
