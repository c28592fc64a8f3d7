'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { createFieldMatcher } from '../../core/route/matchFields.js'
import type { PlacedIssue } from '../../core/store/record.js'
import { useFormFor } from '../hooks/useForm.js'

const nothing = (): (() => void) => () => undefined
const zero = (): number => 0

/**
 * Counts the problems with some fields of the nearest form, also while they are not on the page: for the header of
 * a collapsed part, a tab or a step.
 *
 * @param names names of fields; `address` stands for `address.street` and all else below it too
 * @returns how many lines of the form's summary are about them
 * @example
 * const count = useProblemCount(['to', 'from'])
 */
export function useProblemCount(names: readonly string[]): number {
  const { form } = useFormFor('useProblemCount()')
  const key = JSON.stringify(names)
  const count = useCallback((): number => {
    const isInside = isAmong(JSON.parse(key))
    return form?.summary().lines.filter(isInside).length ?? 0
  }, [form, key])
  return useSyncExternalStore(form?.subscribeSummary ?? nothing, count, zero)
}

function isAmong(names: readonly string[]): (line: PlacedIssue) => boolean {
  const matcher = createFieldMatcher(names)
  const isBelow = (name: string): boolean =>
    names.some((above) => name === above || name.startsWith(`${above}.`) || name.startsWith(`${above}[`))
  return ({ fields, issue: { fieldName, serverMessage } }) => {
    if (fields.length > 0) return fields.some(isBelow)
    if (fieldName === undefined) return false
    return matcher.match({ fieldName, serverMessage, impliedFields: [], group: false }).length > 0
  }
}
