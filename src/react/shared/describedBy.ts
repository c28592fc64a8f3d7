import type { FieldState, PlacedIssue } from '../../core/client/FieldState.js'
import { fieldErrorId } from './fieldErrorId.js'

/** The id of an issue's line in the summary. */
export function summaryLineId(domId: string, { record, issue }: PlacedIssue): string {
  return `${domId}-line-${record.id}-${record.error.issues.indexOf(issue)}`
}

/** The ids of the texts that describe a field: its own messages, those of its groups, and the summary's lines about it. */
export function describedBy(domId: string, { issues, describedBy: shared }: FieldState): string | undefined {
  const ids = new Set<string>()
  for (const list of [issues, shared]) {
    for (const placed of list) {
      const carrier = placed.fields[0]
      if (placed.home === 'summary') ids.add(summaryLineId(domId, placed))
      else if (placed.home === 'field' && carrier !== undefined) ids.add(fieldErrorId(domId, carrier))
    }
  }
  return ids.size === 0 ? undefined : [...ids].join(' ')
}
