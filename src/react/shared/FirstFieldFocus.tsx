'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { Scope } from '../../core/client/Scope.js'
import { useScope } from '../provider/ScopeContext.js'
import { focusLine } from './focusLine.js'

const nothing = (): (() => void) => () => undefined
const zero = (): number => 0

/** Focuses the first field with a problem after a failed submit, where no summary takes the focus. */
export function FirstFieldFocus(): null {
  const scope = useScope()?.scope
  const attempt = useSyncExternalStore(scope?.subscribeSummary ?? nothing, () => scope?.summary().attempt ?? 0, zero)
  useEffect(() => {
    if (attempt === 0 || scope === undefined || scope.hasSummary) return
    void focusFirst(scope, scope.summary().lines.filter(({ issue }) => issue.severity === 'error'))
  }, [attempt, scope])
  return null
}

async function focusFirst(scope: Scope, lines: readonly PlacedIssue[]): Promise<void> {
  for (const line of lines) {
    const focused = focusLine(scope, line)
    if (focused === true || (await focused)) return
  }
}
