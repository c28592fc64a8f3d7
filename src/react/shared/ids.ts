import type { FieldState } from '../../core/form/fieldStates.js'
import type { PlacedIssue } from '../../core/store/record.js'

const SAFE = /^[\w-]*$/

/** The id of the element that shows a field's messages; any name gives one id without spaces. */
export function fieldErrorId(domId: string, name: string): string {
  const safe = SAFE.test(name) ? name : name.replace(/[^\w-]/g, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`)
  return `${domId}-${safe}-error`
}

export function summaryLineId(domId: string, { record, issue }: PlacedIssue): string {
  return `${domId}-line-${record.id}-${record.error.issues.indexOf(issue)}`
}

/** The ids of the texts that describe a field: its own messages, those of its groups, and the summary's lines about it. */
export function describedBy(domId: string, { issues, describedBy: shared }: FieldState): string | undefined {
  const ids = new Set<string>()
  for (const placed of [...issues, ...shared]) {
    const [carrier] = placed.fields
    if (placed.home === 'summary') ids.add(summaryLineId(domId, placed))
    if (placed.home === 'field' && carrier !== undefined) ids.add(fieldErrorId(domId, carrier))
  }
  return [...ids].join(' ') || undefined
}
