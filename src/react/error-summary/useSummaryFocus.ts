'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { Scope } from '../../core/client/Scope.js'
import { scrollIntoView } from '../shared/scrollIntoView.js'
import { countErrors } from './countErrors.js'

/** Focuses a summary when an attempt fails: each failed attempt asks for attention anew, the lines of one attempt do not. */
export function useSummaryFocus(summary: RefObject<HTMLElement | null>, scope: Scope | undefined, isDisabled: boolean): void {
  const heeded = useRef(0)
  useEffect(() => {
    if (scope === undefined) return undefined
    const heed = (): void => {
      const { attempt, lines } = scope.summary()
      if (attempt === heeded.current) return
      heeded.current = attempt
      // Later: what the fields of this answer show is not written yet, and scrolling would lay out the page twice.
      if (!isDisabled && countErrors(lines) > 0) queueMicrotask(() => focusOnce(summary.current))
    }
    heed()
    return scope.subscribeSummary(heed)
  }, [scope, summary, isDisabled])
}

/** Focusable only while it has the focus: a tab stop there would be noise later. */
function focusOnce(element: HTMLElement | null): void {
  if (element === null) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  scrollIntoView(element, 'nearest')
  element.focus({ preventScroll: true })
}
