import type { Params } from '../types.js'

/** How many issues of one failure are kept; the rest is counted. */
export const maxIssues = 1000

/** One issue as a body names it; every value is checked and cleaned later, so pass on what stands there. */
export interface ParsedIssue {
  /** Its own code; without one it has the body's. */
  readonly code?: unknown
  readonly fieldName?: unknown
  /** Its own text; without one it has the body's. */
  readonly message?: unknown
  /** Limits (`min`, `max`) and what else its message may name, kept as they are: never put in what someone typed. */
  readonly params?: Params | undefined
  /** `warning` or `info`, in any casing; all else is an error. */
  readonly severity?: unknown
  /** The position of the failed item in a batch. */
  readonly index?: unknown
}

/** What a {@link BodyParser} finds in a body; every value is checked and cleaned later. */
export interface ParsedBody {
  readonly code?: unknown
  readonly message?: unknown
  readonly issues?: readonly ParsedIssue[] | undefined
  /** How many issues the parser left out. */
  readonly omittedIssues?: number | undefined
  readonly requestId?: unknown
  /** The HTTP status, where the body repeats it; that of the answer wins. */
  readonly status?: unknown
}

/**
 * Reads one format of error body.
 *
 * @param body parsed JSON, or text that is none
 * @returns what it found, or `undefined` for a body of another format
 * @example
 * const parseFault: BodyParser = (body) =>
 *   isFault(body) ? { code: body.fault.id, message: body.fault.text } : undefined
 */
export type BodyParser = (body: unknown) => ParsedBody | undefined
