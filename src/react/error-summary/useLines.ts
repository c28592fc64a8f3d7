'use client'

import { useMemo, type ReactElement } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { MessageFinder } from '../hooks/useMessages.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { createLineRenderer } from './createLineRenderer.js'
import { useLinks } from './useLinks.js'

/** Renders the lines of a summary, and follows their links. */
export function useLines(lines: readonly PlacedIssue[], context: ScopeContextValue | undefined, words: MessageFinder): readonly ReactElement[] {
  const { dead, onFollow } = useLinks(context?.scope)
  const render = useMemo(
    () => (context === undefined ? undefined : createLineRenderer({ context, words, dead, onFollow })),
    [context, words, dead, onFollow],
  )
  return render === undefined ? [] : lines.map(render)
}
