import { attempt } from '../../internal/attempt.js'
import { parseMessage } from './parseMessage.js'
import type { MessageLayer, ReportProblem } from './Translator.js'

/** Reports each word of a layer that is no message. For development: in production it is found when it is used. */
export function checkWords({ messages }: MessageLayer, report: ReportProblem): void {
  const check = (words: unknown, locale: string, path: readonly string[]): void => {
    if (typeof words === 'string') {
      const about = path.slice(0, path[0] === 'fields' ? 3 : 2).join('.')
      attempt(
        () => (/[{']/.test(words) ? parseMessage(words) : undefined),
        (error) => report('malformed', about, locale, String(error), words),
      )
    } else if (typeof words === 'object' && words !== null) {
      for (const [key, each] of Object.entries(words)) check(each, locale, [...path, key])
    }
  }
  // What the app hands over may throw when it is read: that is told when it is needed.
  attempt(() => {
    for (const [locale, words] of Object.entries(messages ?? {})) check(words, locale, [])
  })
}
