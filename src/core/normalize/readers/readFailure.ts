import { get } from '../../../internal/get.js'
import { ApiError, isApiError, type ApiErrorData } from '../../ApiError.js'
import { describeFailure } from '../describeFailure.js'
import type { NormalizeOptions } from '../NormalizeOptions.js'
import { parseBody } from '../parseBody.js'
import { readAnswer } from './readAnswer.js'
import { readKind } from './readKind.js'

/** Reads one thrown value, without what it wraps. */
export function readFailure(failure: unknown, options: NormalizeOptions): ApiErrorData {
  if (failure instanceof ApiError) return failure
  // One of another copy or of JSON may be forged: it is cleaned like a body.
  if (isApiError(failure)) {
    const { kind, status, serverMessage, issues, retryAfter } = failure
    const items = Array.isArray(issues)
      ? issues.map((issue) => ({ ...issue, message: get(issue, 'serverMessage') }))
      : []
    return describeFailure({
      kind,
      status,
      headers: { 'retry-after': retryAfter },
      parsed: { ...failure, message: serverMessage, issues: items },
    })
  }
  const answer = readAnswer(failure)
  const signal = options.signal ?? get(get(failure, 'config'), 'signal')
  const named = readKind(failure)
  const isAborted = get(signal, 'aborted') && (named ?? 'aborted') === 'aborted'
  return describeFailure({
    status: options.status ?? answer.status,
    headers: options.headers ?? answer.headers,
    named: isAborted ? (readKind(get(signal, 'reason')) ?? 'aborted') : named,
    parsed: parseBody(answer.body, options.parsers) ?? parseBody(Object(failure)),
  })
}
