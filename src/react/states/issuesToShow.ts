import type { FailureRecord } from '../../core/store/record.js'
import type { DescribedIssue } from '../shared/describeIssue.js'

type Shown = Pick<FailureRecord, 'error'> & Partial<Pick<FailureRecord, 'source'>>

/** Indexes of the issues that are shown elsewhere; a string, as useSyncExternalStore needs a stable snapshot. */
export function issuesElsewhere({ error, placements }: FailureRecord): string {
  const elsewhere = [...placements.values()]
    .flat()
    .filter(({ home, speaker }) => home === 'field' || home === 'summary' || speaker !== undefined)
  return elsewhere.map(({ issue }) => error.issues.indexOf(issue)).join()
}

/**
 * The issues that a state shows: those of a failure that nothing else shows, and those of others that are shown with
 * it; equal ones once.
 *
 * @param elsewhere what {@link issuesElsewhere} says of the first record
 */
export function issuesToShow(
  [first, ...others]: readonly [Shown, ...Shown[]],
  elsewhere: string,
): readonly DescribedIssue[] {
  const positions = new Set(elsewhere.split(','))
  const shown = new Map<string, DescribedIssue>()
  for (const record of new Set([first, ...others])) {
    record.error.issues.forEach((issue, position) => {
      if (record === first && positions.has(String(position))) return
      const key = JSON.stringify([issue.code, issue.fieldName, Object.entries(issue.params)])
      if (!shown.has(key)) shown.set(key, { issue, record })
    })
  }
  return [...shown.values()]
}
