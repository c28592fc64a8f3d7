import { ApiErrorClient, type ErrorCode, type Params, type PseudoCode } from '../../src/index.js'
import { en } from '../../src/locales/en.js'

const english = new ApiErrorClient({ locales: [en] }).messages.translator()

/** The words of one code. */
export type Words = Readonly<Record<'title' | 'text' | 'nextStep', string>>

/** The English words of a code, as the library finds them, without the marks around values that nobody sees. */
export function englishWords(code: ErrorCode | PseudoCode, params: Params = {}): Words {
  const say = (slot: keyof Words) =>
    english.resolve({ code, category: 'unknown', params }, slot).text.replace(/[\u2066-\u2069]/g, '')
  return { title: say('title'), text: say('text'), nextStep: say('nextStep') }
}

/** "Route calls to or Endpoint number". */
export function englishList(labels: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return english.list(labels, type)
}
