import type { Issue } from '../types.js'
import type { ParsedIssue } from './BodyParser.js'
import { cleanText } from './cleanText.js'
import { toNumber } from './toNumber.js'

/**
 * Makes clean issues of the items that a parser found: at least one, and equal ones once.
 *
 * @param describe decides on code and text, which an item can inherit from the whole error
 */
export function toIssues(items: readonly ParsedIssue[], describe: (item: ParsedIssue) => Pick<Issue, 'code' | 'serverMessage'>): Issue[] {
  const issues = new Map<string, Issue>()
  for (const item of items.length ? items : [{}]) {
    const fieldName = cleanText(item.fieldName, 200)?.replace(/\s+/g, ' ')
    const severity = cleanText(item.severity)?.toLowerCase()
    const issue: Issue = {
      ...describe(item),
      fieldName: fieldName && /^(""|base|non_field_errors)$/.test(fieldName) ? undefined : fieldName,
      params: item.params ?? {},
      severity: severity === 'warning' || severity === 'info' ? severity : 'error',
      index: toNumber(item.index, /^\d{1,9}$/),
    }
    issues.set(JSON.stringify([issue.fieldName, issue.code, issue.serverMessage, issue.index]), issue)
  }
  return [...issues.values()]
}
