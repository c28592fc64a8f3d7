import type { BodyParser, ParsedIssue } from './BodyParser.js'
import { findStatus } from './findStatus.js'
import { listItems } from './listItems.js'
import { maxIssues } from './maxIssues.js'
import { pickKey } from './pickKey.js'
import { readLimits } from './readLimits.js'

const maxDepth = 6

/** Reads the documented body, `{ ResponseStatus: { ErrorCode, Message, Errors: [{ FieldName }] } }`, in any of its casings and wrappings. */
export const parseResponseStatus: BodyParser = (body) => {
  const status = findStatus(body, maxDepth)
  if (status === undefined) return undefined
  const pick = (name: string) => pickKey(status, name)
  const errors = [pick('Errors')].flat()
  const batch = pickKey(pick('Meta'), 'AutoBatchIndex')
  const items = listItems([pick('FieldName') && status, errors.slice(0, maxIssues)], maxDepth)
  const issues: ParsedIssue[] = []
  for (const { item, fieldName } of items.slice(0, maxIssues)) issues.push(readItem(item, fieldName, batch))
  return {
    code: pick('ErrorCode'),
    message: pick('Message'),
    issues,
    omittedIssues: errors.slice(maxIssues).length + items.slice(maxIssues).length,
    requestId: pick('RequestId') ?? pickKey(body, 'RequestId') ?? pickKey(body, 'TraceId'),
  }
}

function readItem(item: unknown, fieldName: string | undefined, batch: unknown): ParsedIssue {
  const meta = pickKey(item, 'Meta')
  const code = pickKey(item, 'ErrorCode')
  return {
    code,
    fieldName: pickKey(item, 'FieldName') ?? fieldName,
    message: typeof item === 'string' ? item : pickKey(item, 'Message'),
    params: readLimits(meta, code),
    severity: pickKey(meta, 'Severity') ?? pickKey(item, 'Severity'),
    index: pickKey(meta, 'CollectionIndex') ?? batch,
  }
}
