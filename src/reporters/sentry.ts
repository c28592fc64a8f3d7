import type { ApiError } from '../core/ApiError.js'
import type { ReportContext } from '../core/store/options.js'
import { attempt } from '../internal/attempt.js'
import { describeReport } from './shared/describeReport.js'

/** The part of Sentry that is used; every SDK of it has this. */
export interface Sentry {
  captureException(
    error: Error,
    context: {
      readonly level: 'error' | 'warning' | 'info'
      fingerprint: string[]
      readonly tags: Record<string, string | number | boolean>
      readonly contexts: Record<string, Record<string, unknown>>
    },
  ): unknown
}

/** The property by which Sentry marks what it has sent. */
const CAPTURED = '__sentry_captured__'

/**
 * Makes an `onReport` that sends each failure to Sentry once, grouped by its code. Sends no input, no server text and
 * no request. Takes the SDK that you use, so that it is the one you have set up.
 *
 * @param sentry the SDK
 * @returns a function for the option `onReport`
 * @example
 * import * as Sentry from '@sentry/react'
 * new ApiErrorClient({ locales: [en], onReport: createReporter(Sentry) })
 */
export function createReporter(sentry: Sentry): (error: ApiError, context: ReportContext) => void {
  return (failure, context) => {
    // Sentry has sent it already: where it was thrown, or as an unhandled rejection.
    if ([failure, failure.cause].some(isCaptured)) return
    for (const each of [failure, failure.cause]) markCaptured(each)

    const {
      error,
      level,
      code,
      status,
      kind,
      home,
      type,
      isSuperseded,
      attempt: call,
      requestId,
      issueCodes,
    } = describeReport(failure, context)
    sentry.captureException(error, {
      level,
      // Failures without a code are grouped by their stack.
      fingerprint: kind === 'unknown' ? ['{{ default }}', code] : ['react-api-errors', code],
      tags: {
        code,
        kind,
        type,
        home,
        ...(status === undefined ? {} : { status }),
        ...(isSuperseded ? { superseded: true } : {}),
      },
      contexts: {
        api_error: { attempt: call, issues: issueCodes, ...(requestId === undefined ? {} : { request_id: requestId }) },
      },
    })
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function isCaptured(failure: unknown): boolean {
  return isObject(failure) && attempt(() => CAPTURED in failure) === true
}

function markCaptured(failure: unknown): void {
  if (isObject(failure))
    attempt(() => Object.defineProperty(failure, CAPTURED, { value: true, configurable: true, writable: true }))
}
