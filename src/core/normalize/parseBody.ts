import { attempt } from '../../internal/attempt.js'
import type { BodyParser, ParsedBody } from './BodyParser.js'
import { parseResponseStatus } from './parseResponseStatus.js'

/** The formats that are always read, one file each; a further one is one more entry. */
const formats: readonly BodyParser[] = [parseResponseStatus]

/** Reads a body by the first format that knows it, the app's own first; a parser that throws knows nothing. */
export function parseBody(body: unknown, own: readonly BodyParser[] = []): ParsedBody | undefined {
  for (const parse of body ? [...own, ...formats] : []) {
    const parsed = attempt(() => parse(body))
    if (parsed) return parsed
  }
  return undefined
}
