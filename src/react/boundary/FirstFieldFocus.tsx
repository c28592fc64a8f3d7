'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useScope } from '../provider/ScopeContext.js'

const nothing = (): (() => void) => () => undefined
const zero = (): number => 0

/** Focuses the first field with a problem after a failed submit, where no summary takes the focus. */
export function FirstFieldFocus(): null {
  const scope = useScope()?.scope
  const attempt = useSyncExternalStore(scope?.subscribeSummary ?? nothing, () => scope?.summary().attempt ?? 0, zero)
  useEffect(() => {
    if (attempt === 0 || scope === undefined || scope.hasSummary) return
    const name = scope.summary().lines[0]?.fields[0]
    if (name !== undefined) scope.field(name)?.focus()
  }, [attempt, scope])
  return null
}
