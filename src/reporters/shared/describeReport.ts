import type { ApiError } from '../../core/ApiError.js'
import type { ReportContext } from '../../core/store/options.js'
import type { Severity } from '../../core/types.js'
import { framesOf } from './framesOf.js'

/** What may leave the page of a failure: nothing that the user typed, no text of the server, no header, no request. */
export interface SafeReport {
  /** An error of its own: the thrown one holds its request, and with it tokens. */
  readonly error: Error
  readonly code: string
  readonly status: number | undefined
  readonly kind: ApiError['kind']
  readonly type: ReportContext['type']
  /** The homes of its issues, each once. */
  readonly home: string
  readonly attempt: number
  readonly isSuperseded: boolean
  readonly requestId: string | undefined
  /** The codes of its issues, each once. */
  readonly issueCodes: readonly string[]
  /** That of the catalog's row; else `error` for faults of the service or the app, `warning` for what the API refuses. */
  readonly level: Severity
}

/** Takes from a failure what an error service may know. No query keys: they can hold what the user searched for. */
export function describeReport(
  failure: ApiError,
  { type, homes, attempt, isSuperseded, level }: ReportContext,
): SafeReport {
  const isFault = failure.kind === 'unknown' || failure.kind === 'parse' || (failure.status ?? 0) >= 500
  const { code, status, kind, requestId, issues } = failure
  const error = new Error(status === undefined ? code : `${code} (HTTP ${status})`)
  error.name = 'ApiError'
  error.stack = [
    `${error.name}: ${error.message}`,
    ...framesOf(failure.cause instanceof Error ? failure.cause : failure),
  ].join('\n')
  return {
    error,
    code,
    status,
    kind,
    type,
    home: [...new Set(homes)].join(','),
    attempt,
    isSuperseded,
    requestId,
    issueCodes: [...new Set(issues.map((issue) => issue.code))],
    level: level ?? (isFault ? 'error' : 'warning'),
  }
}
