import type { PlacedIssue } from '../../core/client/FieldState.js'

/** How many of the lines of a summary are errors; warnings keep nothing from being sent. */
export function countErrors(lines: readonly PlacedIssue[]): number {
  let count = 0
  for (const { issue } of lines) if (issue.severity === 'error') count++
  return count
}
