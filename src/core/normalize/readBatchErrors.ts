import { ApiError } from '../ApiError.js'
import type { ParsedIssue } from './BodyParser.js'
import { toCode } from './clean.js'
import { describeFailure } from './describeFailure.js'
import { parseBody } from './parseBody.js'
import { pickNamed } from './properties.js'

/** What APIs write where a code stands and nothing is wrong. */
const NO_PROBLEM = /^(none|ok|success)$/i

/**
 * Finds the items of a good answer that failed on their own, as those of a batch do: each becomes an issue with its
 * position, which matches the fields of that row (`messages.0.to`). Throw or return it, so that the form shows it.
 *
 * @param answer the parsed body: a list, or an object that holds one
 * @returns `undefined` when no item carries a code
 * @example
 * const errors = readBatchErrors(await response.json())
 * if (errors) throw errors
 */
export function readBatchErrors(answer: unknown): ApiError | undefined {
  const lists = Array.isArray(answer) ? [answer] : Object.values(Object(answer)).filter(Array.isArray)
  const issues = lists.map((list: readonly unknown[]) => list.flatMap(issuesOf)).find(({ length }) => length > 0)
  return issues === undefined ? undefined : new ApiError(describeFailure({ parsed: { issues } }), answer)
}

function issuesOf(item: unknown, index: number): readonly ParsedIssue[] {
  const { code, message, issues = [] } = parseBody(item) ?? {}
  const ownCode = toCode(code)
  if ((ownCode === undefined || NO_PROBLEM.test(ownCode)) && issues.length === 0) return []
  const { Meta, Severity } = pickNamed(item)
  const severity = pickNamed(Meta).Severity ?? Severity
  const found: readonly ParsedIssue[] = issues.length > 0 ? issues : [{}]
  return found.map((issue) => ({
    ...issue,
    severity: issue.severity ?? severity,
    code: issue.code ?? ownCode,
    message: issue.message ?? message,
    index,
  }))
}
