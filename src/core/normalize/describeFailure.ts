import { attempt } from '../../internal/attempt.js'
import type { ApiErrorData } from '../ApiError.js'
import type { ApiErrorKind, Issue } from '../types.js'
import { maxIssues, type ParsedBody, type ParsedIssue } from './BodyParser.js'
import { cleanText, toCode, toNumber, toServerMessage, toStatus } from './clean.js'
import { get } from './properties.js'

const COUNT = /^\d{1,9}$/
const BLANKS = /\s+/g

const TRACE = /^\w\w-(\w{32})-.*/
// Without the zone `Date.parse` accepts almost anything, "soon 5" too.
const DATE = /GMT$/

/** What some servers name when they mean the whole request. */
const NOT_A_FIELD = new Set(['""', 'base', 'non_field_errors'])

/** What was found out about one failure; the values are as hostile as the failure. */
export interface Finding {
  /** What the error's own name, code or message says. */
  readonly named?: ApiErrorKind | undefined
  readonly status?: number | undefined
  readonly headers?: unknown
  readonly parsed?: ParsedBody | undefined
}

/** Makes the plain data of an error of what was found: the one place where kind, code and text are decided. */
export function describeFailure({ named, status: answered, headers, parsed }: Finding): ApiErrorData {
  const { code: topCode, message, issues: items = [], omittedIssues, requestId, status: inBody } = parsed ?? {}
  const ownCode = toCode(topCode) ?? toCode(items[0]?.code)
  // @servicestack/client keeps the status only in the code.
  const inCode = toStatus(topCode)
  const saidInBody = toStatus(inBody) ?? inCode
  // GraphQL answers 200 whatever has failed.
  const status = answered !== undefined && (answered < 200 || answered > 299) ? answered : (saidInBody ?? answered)

  const isFailed = status !== undefined && status >= 400
  const kind =
    isFailed || ownCode || (parsed && !named)
      ? 'http'
      : (named ?? (status ? 'parse' : status === 0 ? 'network' : 'unknown'))
  const code = ownCode ?? (isFailed ? `HTTP_${status}` : kind === 'http' ? 'UNKNOWN' : kind.toUpperCase())
  const isServerFault = (status ?? 0) >= 500
  // Beside a status, or what ServiceStack calls any exception, stands the reason phrase or the client's own text.
  const serverMessage = topCode === 'Exception' || inCode || isServerFault ? undefined : toServerMessage(message)
  return {
    kind,
    status: status || undefined,
    code,
    serverMessage,
    issues: toIssues(items, { code, serverMessage, isServerFault }),
    omittedIssues: items.slice(maxIssues).length + (toNumber(omittedIssues, COUNT) ?? 0),
    ...readHeaders(headers, requestId),
  }
}

/** Makes clean issues of the items that a parser found: at least one, and equal ones once. */
function toIssues(
  items: readonly ParsedIssue[],
  whole: Pick<Issue, 'code' | 'serverMessage'> & { readonly isServerFault: boolean },
): Issue[] {
  const issues = new Map<string, Issue>()
  for (const item of items.length > 0 ? items.slice(0, maxIssues) : [{}]) {
    const code = toCode(item.code) ?? whole.code
    // A server's own fault is not for people to read.
    const serverMessage = (whole.isServerFault ? undefined : toServerMessage(item.message)) ?? whole.serverMessage
    const named = cleanText(toName(item.fieldName), 200)?.replace(BLANKS, ' ')
    const fieldName = named === undefined || NOT_A_FIELD.has(named) ? undefined : named
    const severity = cleanText(item.severity)?.toLowerCase()
    const index = toNumber(item.index, COUNT)
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

/** A list of names is a group, written as one name would be that stands for several. */
function toName(name: unknown): unknown {
  return Array.isArray(name) ? name.filter((each) => typeof each === 'string').join(', ') : name
}

/**
 * Reads what headers say of a failure: the server's reference for support, and when another try makes sense.
 *
 * @param raw `Headers`, AxiosHeaders, or a plain object with names in any casing
 * @param inBody the reference that stands in the body
 */
export function readHeaders(raw: unknown, inBody: unknown): Pick<ApiErrorData, 'requestId' | 'retryAfter'> {
  const read = headerReader(raw)
  const id = read('x-request-id') || read('x-correlation-id') || read('traceparent')
  const after = read('retry-after')
  const seconds = toNumber(after) ?? (DATE.test(after) ? Math.ceil((Date.parse(after) - Date.now()) / 1000) : NaN)
  return {
    requestId: cleanText(id ? id.replace(TRACE, '$1') : inBody, 128),
    retryAfter: Number.isNaN(seconds) ? undefined : Math.max(0, seconds),
  }
}

function headerReader(raw: unknown): (name: string) => string {
  // Headers of another realm (a test environment, an iframe) are none of this one's: only their methods tell.
  const own = isReadable(raw) ? raw : raw ? attempt(() => new Headers(Object(raw))) : undefined
  return (name) => {
    const value = attempt(() => own?.get(name))
    return typeof value === 'string' ? value : ''
  }
}

const isReadable = (raw: unknown): raw is { readonly get: (name: string) => unknown } =>
  typeof get(raw, 'get') === 'function'
