import type { BodyParser } from './BodyParser.js'

/**
 * What the caller knows beyond the failure itself.
 * @example
 * const { error, response } = await client.GET('/numbers')
 * if (error) throw normalizeError(error, { status: response.status, headers: response.headers })
 */
export interface NormalizeOptions {
  /** Body formats of the app's own; tried first. */
  readonly parsers?: readonly BodyParser[] | undefined
  /** The HTTP status, where the client drops it. */
  readonly status?: number | undefined
  /** The answer's headers, where the client drops them: `Headers` or a plain object. */
  readonly headers?: object | undefined
  /** The request's signal: tells a timeout from a cancel where the client does not. */
  readonly signal?: AbortSignal | undefined
}
