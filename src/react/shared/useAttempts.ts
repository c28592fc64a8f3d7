'use client'

import { useEffect, useRef } from 'react'
import type { Scope, SummaryState } from '../../core/client/Scope.js'

/** Calls back, without a render, when an attempt has failed: each asks for attention anew, the lines of one attempt do not. */
export function useAttempts(scope: Scope | undefined, onAttempt: (summary: SummaryState) => void): void {
  const heeded = useRef(0)
  const latest = useRef(onAttempt)
  useEffect(() => {
    latest.current = onAttempt
  })
  useEffect(() => {
    if (scope === undefined) return undefined
    const heed = (): void => {
      const summary = scope.summary()
      if (summary.attempt === heeded.current) return
      heeded.current = summary.attempt
      // Later: what the fields of this answer show is not written yet, and scrolling would lay out the page twice.
      queueMicrotask(() => latest.current(summary))
    }
    heed()
    return scope.subscribeSummary(heed)
  }, [scope])
}
