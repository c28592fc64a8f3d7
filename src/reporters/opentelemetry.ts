import { SpanStatusCode, trace, type Tracer } from '@opentelemetry/api'
import type { ApiError } from '../core/ApiError.js'
import type { ReportContext } from '../core/store/options.js'
import { describeReport } from './shared/describeReport.js'

/** Options of {@link createReporter}. */
export interface OpenTelemetryOptions {
  /** @default the tracer `react-api-errors` of the global provider */
  readonly tracer?: Tracer
}

/**
 * Makes an `onReport` that records each failure as a span of its own, with an `exception` event and the attributes of
 * the semantic conventions (`error.type`, `http.response.status_code`). Records no input, no server text and no request.
 *
 * @param options the tracer to use
 * @returns a function for the option `onReport`
 * @example
 * import { createReporter } from 'react-api-errors/reporters/opentelemetry'
 * new ApiErrorClient({ locales: [en], onReport: createReporter() })
 */
export function createReporter({ tracer = trace.getTracer('react-api-errors') }: OpenTelemetryOptions = {}): (
  error: ApiError,
  context: ReportContext,
) => void {
  return (failure, context) => {
    const { error, code, status, kind, home, type, attempt, isSuperseded, requestId, issueCodes } = describeReport(
      failure,
      context,
    )
    const span = tracer.startSpan('api failure', {
      attributes: {
        'error.type': code,
        ...(status === undefined ? {} : { 'http.response.status_code': status }),
        'api_error.kind': kind,
        'api_error.type': type,
        'api_error.home': home,
        'api_error.attempt': attempt,
        'api_error.superseded': isSuperseded,
        'api_error.issues': [...issueCodes],
        ...(requestId === undefined ? {} : { 'api_error.request_id': requestId }),
      },
    })
    span.recordException(error)
    span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  }
}
