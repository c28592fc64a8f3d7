import type { IssueTexts } from '../../core/localize/LocalizedIssue.js'
import type { Issue } from '../../core/types.js'

/** Whether a toast tells one thing that needs no label in front: then its next step says it all, else each issue gets a line. */
export function isPlain(issues: readonly Issue[], { line, text }: Pick<IssueTexts, 'line' | 'text'>): boolean {
  return issues.length === 1 && line === text
}
