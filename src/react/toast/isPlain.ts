import type { Issue } from '../../core/types.js'

/** Whether a toast tells one thing about no field: then its next step says it all, else each issue gets a line. */
export function isPlain(issues: readonly Issue[]): boolean {
  return issues.length === 1 && issues[0]?.fieldName === undefined
}
