import type { Issue } from '../types.js'
import type { ParsedIssue } from './BodyParser.js'
import { cleanText } from './cleanText.js'
import { toCode } from './toCode.js'
import { toNumber } from './toNumber.js'
import { toServerMessage } from './toServerMessage.js'

const POSITION = /^\d{1,9}$/

/** What some servers name when they mean the whole request. */
const NOT_A_FIELD = new Set(['""', 'base', 'non_field_errors'])

/** The error that items are part of. */
export interface WholeError {
  readonly code: string
  readonly serverMessage: string | undefined
  /** A server's own fault is not for people to read. */
  readonly isServerFault: boolean
}

/**
 * Makes clean issues of the items that a parser found: at least one, and equal ones once.
 *
 * @param whole what items inherit that have no code or text of their own
 */
export function toIssues(items: readonly ParsedIssue[], whole: WholeError): Issue[] {
  const issues = new Map<string, Issue>()
  for (const item of items.length ? items : [{}]) {
    const code = toCode(item.code) ?? whole.code
    const serverMessage = (whole.isServerFault ? undefined : toServerMessage(item.message)) ?? whole.serverMessage
    const named = cleanText(item.fieldName, 200)?.replace(/\s+/g, ' ')
    const fieldName = named === undefined || NOT_A_FIELD.has(named) ? undefined : named
    const severity = cleanText(item.severity)?.toLowerCase()
    const index = toNumber(item.index, POSITION)
    // Cleaned texts hold no such character, and are never empty.
    issues.set(`${code}\0${fieldName ?? ''}\0${index ?? ''}\0${serverMessage ?? ''}`, {
      code,
      fieldName,
      serverMessage,
      params: item.params ?? {},
      severity: severity === 'warning' || severity === 'info' ? severity : 'error',
      index,
    })
  }
  return [...issues.values()]
}
