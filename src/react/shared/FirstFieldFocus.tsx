'use client'

import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { Scope } from '../../core/client/Scope.js'
import { useScope } from '../provider/ScopeContext.js'
import { focusLine } from './focusLine.js'
import { useAttempts } from './useAttempts.js'

/** Focuses the first field with a problem after a failed submit, where no summary takes the focus. */
export function FirstFieldFocus(): null {
  const scope = useScope()?.scope
  useAttempts(scope, ({ lines }) => {
    if (scope !== undefined && !scope.hasSummary)
      void focusFirst(
        scope,
        lines.filter(({ issue }) => issue.severity === 'error'),
      )
  })
  return null
}

async function focusFirst(scope: Scope, lines: readonly PlacedIssue[]): Promise<void> {
  for (const line of lines) {
    const focused = focusLine(scope, line)
    if (focused === true || (await focused)) return
  }
}
