import { ApiError, isApiError, type ApiErrorData } from '../ApiError.js'
import type { ApiErrorKind } from '../types.js'
import { toStatus } from './clean.js'
import { describeFailure } from './describeFailure.js'
import type { NormalizeOptions } from './normalizeError.js'
import { parseBody } from './parseBody.js'
import { get } from './properties.js'
import { readKind } from './readKind.js'

/** The kinds of failures without an answer that could be read. */
const NO_ANSWER: readonly ApiErrorKind[] = ['network', 'timeout', 'aborted', 'parse', 'unknown']

/** What {@link readApiError} has read: a parser that it did not have may know more of it. */
const answers = new WeakMap<ApiError, NormalizeOptions>()

export function keepAnswer(error: ApiError, answer: NormalizeOptions): void {
  answers.set(error, answer)
}

/** Reads one thrown value, without what it wraps; of one that cannot be read, what the caller knows remains. */
export function readFailure(failure: unknown, options: NormalizeOptions): ApiErrorData {
  try {
    if (failure instanceof ApiError) {
      const answer = options.parsers === undefined ? undefined : answers.get(failure)
      return answer === undefined ? failure : readThrown(failure.cause, { ...answer, ...options })
    }
    return isApiError(failure) ? readCopy(failure, options) : readThrown(failure, options)
  } catch {
    return describeFailure(options)
  }
}

/**
 * Reads whatever a client throws. The answer lies on the error itself (ofetch, `Response`), under `response` (axios)
 * or in part on each (ky). Never touches the request or its settings, but for the signal.
 */
function readThrown(failure: unknown, options: NormalizeOptions): ApiErrorData {
  const response = get(failure, 'response')
  const places = response ? [failure, response] : [failure]
  const body = options.body ?? find(places, 'data', 'error', 'body', 'serverError')
  const isBody = body === undefined && !(failure instanceof Error)
  const known = parseBody(isBody ? failure : body, options.parsers) ?? (isBody ? undefined : parseBody(failure))
  // tRPC puts the issues of a form into the text of its error.
  const parsed = known && { ...known, issues: known.issues ?? parseBody(get(failure, 'message'))?.issues }

  const named = readKind(failure)
  const signal = options.signal ?? get(get(failure, 'config'), 'signal')
  const isAborted = get(signal, 'aborted') && (named ?? 'aborted') === 'aborted'
  return describeFailure({
    status: options.status ?? toStatus(find(places, 'status', 'statusCode', 'httpStatus')),
    headers: options.headers ?? find(places, 'headers'),
    named: isAborted ? (readKind(get(signal, 'reason')) ?? 'aborted') : named,
    parsed,
  })
}

/** Reads the ApiError of another copy of this package or of JSON: it may be forged, so it is cleaned like a body. */
function readCopy(copy: ApiErrorData, { status, headers }: NormalizeOptions): ApiErrorData {
  const named = NO_ANSWER.find((kind) => kind === copy.kind)
  // Without an answer the code only repeats the kind; a status that the caller knows would refute both.
  const codeOf = (part: unknown): unknown => (named ? undefined : get(part, 'code'))
  return describeFailure({
    status,
    headers: headers ?? { 'retry-after': copy.retryAfter },
    named,
    parsed: {
      ...copy,
      code: codeOf(copy),
      message: copy.serverMessage,
      issues: [copy.issues].flat().map((issue) => ({
        ...issue,
        code: codeOf(issue),
        message: get(issue, 'serverMessage'),
      })),
    },
  })
}

/** The first of these properties that is there. */
function find(places: readonly unknown[], ...keys: readonly string[]): unknown {
  for (const key of keys)
    for (const place of places) {
      const value = get(place, key)
      if (value !== undefined && value !== null) return value
    }
  return undefined
}
