import type { ApiErrorKind } from '../types.js'
import { get } from './properties.js'

/** Names, codes and beginnings of messages by which platforms and clients say that no answer came, or none that can be read. */
const MARKS: readonly (readonly [ApiErrorKind, RegExp])[] = [
  ['aborted', /^((Abort|Cancell?ed)Error|ERR_CANCELED|Request aborted)$/],
  ['timeout', /^(TimeoutError|ECONNABORTED|ETIMEDOUT)$/],
  ['parse', /^SyntaxError$/],
  [
    'network',
    /^(E(CONN|NOTF|AI_|PIPE|HOST|NET)|ERR_NETWORK|NetworkError|(Failed to fetch|fetch failed|Load failed)( \(|$)|The network conn| ?A? ?network (error|request|conn)|terminated$)/i,
  ],
]

/** Tells by an error's name, code and message how it came about; `undefined` where these say nothing. */
export function readKind(error: unknown): ApiErrorKind | undefined {
  const texts: string[] = []
  for (const key of ['name', 'code', 'message']) {
    const text = get(error, key)
    if (typeof text === 'string') texts.push(text)
  }
  for (const [kind, mark] of MARKS) for (const text of texts) if (mark.test(text)) return kind
  return undefined
}
