import type { FieldState, PlacedIssue } from '../../core/client/FieldState.js'
import { fieldErrorId } from './fieldErrorId.js'

/** The id of an issue's line in the summary. */
export function summaryLineId(domId: string, { record, issue }: PlacedIssue): string {
  return `${domId}-line-${record.id}-${record.error.issues.indexOf(issue)}`
}

/** The ids of the texts that describe a field: its own messages, those of its groups, and the summary's lines about it. */
export function describedBy(domId: string, { issues, describedBy: shared }: FieldState): string | undefined {
  let ids = ''
  for (const placed of issues) ids = withId(ids, textId(domId, placed))
  for (const placed of shared) ids = withId(ids, textId(domId, placed))
  return ids === '' ? undefined : ids
}

/** The id of the element that shows the text of an issue. */
function textId(domId: string, placed: PlacedIssue): string | undefined {
  const carrier = placed.fields[0]
  if (placed.home === 'summary') return summaryLineId(domId, placed)
  return placed.home === 'field' && carrier !== undefined ? fieldErrorId(domId, carrier) : undefined
}

function withId(ids: string, id: string | undefined): string {
  if (id === undefined || ids === '') return id ?? ids
  return ids.split(' ').includes(id) ? ids : `${ids} ${id}`
}
