'use client'

import { useCallback, useState, type MouseEvent } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { Scope } from '../../core/client/Scope.js'
import type { Issue } from '../../core/types.js'
import { focusLine } from '../shared/focusLine.js'

/** Follows the links of a summary, and remembers those that have led nowhere. */
export function useLinks(scope: Scope | undefined) {
  const [dead, setDead] = useState<ReadonlySet<Issue>>(() => new Set())
  const follow = useCallback(
    async (event: MouseEvent<HTMLAnchorElement>, line: PlacedIssue): Promise<void> => {
      // No hash: it would stay in the address, and a router could take it for a page.
      event.preventDefault()
      const item = event.currentTarget.closest('li')
      if (scope === undefined) return
      const focused = focusLine(scope, line)
      if (focused === true || (await focused)) return
      // A link that leads nowhere becomes text, and the focus stays at it.
      item?.setAttribute('tabindex', '-1')
      item?.focus()
      setDead((known) => new Set([...known, line.issue]))
    },
    [scope],
  )
  const onFollow = useCallback((event: MouseEvent<HTMLAnchorElement>, line: PlacedIssue): void => void follow(event, line), [follow])
  return { dead, onFollow }
}
