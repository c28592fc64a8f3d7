import type { ApiErrorData } from '../ApiError.js'
import type { Issue } from '../types.js'
import { LocalizedIssue, type IssueTexts, type LocalizeContext } from './LocalizedIssue.js'

/**
 * Finds the words of an issue in the language of the registry.
 *
 * @example
 * localizeError(error, error.issues[0], { messages, definition }).title.text // 'Account not found'
 */
export function localizeError(error: ApiErrorData, issue: Issue, context: LocalizeContext): IssueTexts {
  const { title, text, line, nextStep, detail } = new LocalizedIssue(error, issue, context)
  return { title, text, line, nextStep, detail }
}
