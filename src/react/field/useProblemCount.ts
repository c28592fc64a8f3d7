'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { createFieldMatcher } from '../../core/route/matchFields.js'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import { useScopeFor } from '../provider/ScopeContext.js'

const nothing = (): (() => void) => () => undefined
const zero = (): number => 0

/**
 * Counts the problems with some fields of the nearest form, also while they are not on the page: for the header of
 * a collapsed part, a tab or a step.
 *
 * @param names names of fields; `address` stands for `address.street` and all else below it too
 * @example
 * const count = useProblemCount(['to', 'from'])
 */
export function useProblemCount(names: readonly string[]): number {
  const scope = useScopeFor('useProblemCount()')?.scope
  const key = JSON.stringify(names)
  const count = useCallback((): number => {
    const isInside = isAmong(JSON.parse(key))
    return scope?.summary().lines.filter(isInside).length ?? 0
  }, [scope, key])
  return useSyncExternalStore(scope?.subscribeSummary ?? nothing, count, zero)
}

function isAmong(names: readonly string[]): (line: PlacedIssue) => boolean {
  const matcher = createFieldMatcher(names)
  const isBelow = (name: string): boolean =>
    names.some((above) => name === above || name.startsWith(`${above}.`) || name.startsWith(`${above}[`))
  return ({ fields, issue: { fieldName, serverMessage } }) => {
    if (fields.length > 0) return fields.some(isBelow)
    return (
      fieldName !== undefined && matcher.match({ fieldName, serverMessage, impliedFields: [], group: false }).length > 0
    )
  }
}
