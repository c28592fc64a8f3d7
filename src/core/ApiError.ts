import type { Code } from './register.js'
import type { ApiErrorKind, Issue } from './types.js'

const BRAND = 'react-api-errors/ApiError'

/** The plain data of an {@link ApiError}; safe to log: it holds no request, no token and no stack. */
export interface ApiErrorData {
  readonly kind: ApiErrorKind
  /** The HTTP status, where an answer came. */
  readonly status: number | undefined
  /** The ErrorCode, or a pseudo code such as `HTTP_500`, `NETWORK`, `TIMEOUT`. */
  readonly code: string
  /** The server's own text; it can echo what the user typed. */
  readonly serverMessage: string | undefined
  /** At least one; bounded. */
  readonly issues: readonly Issue[]
  /** How many were left out beyond those. */
  readonly omittedIssues: number
  /** The server's reference for support. */
  readonly requestId: string | undefined
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined
}

/**
 * The one normalized error: what {@link normalizeError} makes of whatever was thrown.
 *
 * A real `Error`; the thrown value stays in `cause`. Survives JSON by `toJSON` and `ApiError.fromJSON`.
 * @example
 * const error = normalizeError(failure)
 * if (isApiError(error, 'PROJECT_LIMIT_REACHED')) showUpgrade()
 */
export class ApiError extends Error implements ApiErrorData {
  override readonly name = 'ApiError'
  /** Marks an ApiError of any copy of this package, also after JSON. */
  readonly brand = BRAND
  readonly kind: ApiErrorKind
  readonly status: number | undefined
  readonly code: string
  readonly serverMessage: string | undefined
  readonly issues: readonly Issue[]
  readonly omittedIssues: number
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  constructor(data: ApiErrorData, cause?: unknown) {
    // The server's text stays out of `message`, which loggers print: it can echo user input. `cause` can hold a request
    // with a token; set by Error's constructor it is not enumerable, so logs and dehydrated caches leave it out.
    super(data.status === undefined ? data.code : `${data.code} (HTTP ${data.status})`, { cause })
    this.kind = data.kind
    this.status = data.status
    this.code = data.code
    this.serverMessage = data.serverMessage
    this.issues = data.issues
    this.omittedIssues = data.omittedIssues
    this.requestId = data.requestId
    this.retryAfter = data.retryAfter
  }

  /** Returns the plain data, for JSON and `dehydrate`. */
  toJSON(): ApiErrorData & { readonly brand: string } {
    const { brand, kind, status, code, serverMessage, issues, omittedIssues, requestId, retryAfter } = this
    return { brand, kind, status, code, serverMessage, issues, omittedIssues, requestId, retryAfter }
  }

  /** Returns the error that `toJSON` described. */
  static fromJSON(data: ApiErrorData): ApiError {
    return new ApiError(data)
  }
}

/**
 * Tells whether a value is an {@link ApiError}, also one of another copy of this package, of JSON or of `structuredClone`.
 *
 * @param value whatever was caught
 * @param code  the ErrorCode it must have; any when left out
 * @returns whether it is one, and has that code; never throws
 * @example
 * if (isApiError(error, 'PROJECT_LIMIT_REACHED')) showUpgrade()
 */
export function isApiError(value: unknown, code?: Code): value is ApiErrorData {
  if (typeof value !== 'object' || value === null) return false
  try {
    return 'brand' in value && value.brand === BRAND && 'code' in value && (code === undefined || value.code === code)
  } catch {
    return false // a proxy or a throwing getter
  }
}
