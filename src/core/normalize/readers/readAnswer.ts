import { get } from '../../../internal/get.js'
import { decodeBody } from '../decodeBody.js'
import { toStatus } from '../toStatus.js'

/** The common form of what clients throw. */
export interface Answer {
  readonly status: number | undefined
  readonly headers: unknown
  readonly body: unknown
}

/**
 * Reads the answer out of whatever a client throws: it lies on the error itself (ofetch, `Response`),
 * under `response` (axios) or in part on each (ky). Never touches the request or its settings.
 */
export function readAnswer(failure: unknown): Answer {
  const find = (...keys: string[]) =>
    keys
      .flatMap((key) => [get(failure, key), get(get(failure, 'response'), key)])
      .find((value) => value !== undefined && value !== null)
  return {
    status: toStatus(find('status', 'statusCode', 'httpStatus')),
    headers: find('headers'),
    body: decodeBody(find('data', 'error', 'body') ?? (failure instanceof Error ? undefined : failure)),
  }
}
