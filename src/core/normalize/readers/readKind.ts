import { get } from '../../../internal/get.js'
import type { ApiErrorKind } from '../../types.js'

/** Names, codes and beginnings of messages by which platforms and clients say that no answer came, or none that can be read. */
const marks: readonly (readonly [ApiErrorKind, RegExp])[] = [
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
  const texts = ['name', 'code', 'message'].map((key) => get(error, key)).filter((text) => typeof text === 'string')
  return marks.find(([, mark]) => texts.some((text) => mark.test(text)))?.[0]
}
