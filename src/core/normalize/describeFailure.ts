import type { ApiErrorData } from '../ApiError.js'
import type { ApiErrorKind } from '../types.js'
import type { ParsedBody } from './BodyParser.js'
import { maxIssues } from './maxIssues.js'
import { readHeaders } from './readHeaders.js'
import { toCode } from './toCode.js'
import { toIssues } from './toIssues.js'
import { toServerMessage } from './toServerMessage.js'
import { toStatus } from './toStatus.js'

/** What readers and parsers found out about one failure; the values are as hostile as the failure. */
export interface Finding {
  /** Known for certain, of an error that was normalized before. */
  readonly kind?: ApiErrorKind | undefined
  /** What the error's own name, code or message says. */
  readonly named?: ApiErrorKind | undefined
  readonly status?: number | undefined
  readonly headers?: unknown
  readonly parsed?: ParsedBody | undefined
}

/** Makes the plain data of an error of what was found: the one place where kind, code and text are decided. */
export function describeFailure({ kind: known, named, status: answered, headers, parsed }: Finding): ApiErrorData {
  const { code: topCode, message, issues: items = [], omittedIssues = 0, requestId, status: inBody } = parsed ?? {}
  const ownCode = toCode(topCode) ?? toCode(items[0]?.code)
  // @servicestack/client keeps the status only in the code.
  const status = answered ?? toStatus(inBody) ?? toStatus(topCode)
  const failed = status && status >= 400

  const kind =
    known ??
    (failed || ownCode || (parsed && !named)
      ? 'http'
      : (named ?? (status ? 'parse' : status === 0 ? 'network' : 'unknown')))
  const code = ownCode ?? (failed ? `HTTP_${status}` : kind === 'http' ? 'UNKNOWN' : kind.toUpperCase())
  const isServerFault = status !== undefined && status >= 500
  // Beside a status, or what ServiceStack calls any exception, stands the reason phrase or the client's own text.
  const serverMessage =
    topCode === 'Exception' || toStatus(topCode) || isServerFault ? undefined : toServerMessage(message)
  return {
    kind,
    status: status || undefined,
    code,
    serverMessage,
    issues: toIssues(items.slice(0, maxIssues), { code, serverMessage, isServerFault }),
    omittedIssues: items.slice(maxIssues).length + omittedIssues,
    ...readHeaders(headers, requestId),
  }
}
