import type { FailureRecord } from '../../core/client/FailureRecord.js'
import type { DescribedIssue } from '../shared/describeIssue.js'

type Shown = Pick<FailureRecord, 'error'> & Partial<Pick<FailureRecord, 'placements' | 'source'>>

/** The issues of a failure that no field and no summary shows, and those of others that are shown with it; equal ones once. */
export function issuesToShow(record: Shown, also: readonly FailureRecord[]): readonly DescribedIssue[] {
  const shown = new Map<string, DescribedIssue>()
  for (const each of new Set<Shown>([record, ...also])) {
    const elsewhere = new Set(
      [...(each.placements?.values() ?? [])]
        .flat()
        .flatMap(({ home, issue, speaker }) =>
          home === 'field' || home === 'summary' || speaker !== undefined ? [issue] : [],
        ),
    )
    for (const issue of each.error.issues) {
      if (elsewhere.has(issue)) continue
      const key = JSON.stringify([issue.code, issue.fieldName, Object.entries(issue.params)])
      if (!shown.has(key)) shown.set(key, { issue, record: each })
    }
  }
  return [...shown.values()]
}
