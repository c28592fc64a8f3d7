import { MessageRegistry } from '../../src/core/index.js'
import type { LocalePack, Params } from '../../src/index.js'
import { en } from '../../src/locales/en.js'

// What a test expects in English is read here, from the pack itself: then a text can change without a test of
// something else. The texts as such are checked in test/guards.

const translator = new MessageRegistry({ locales: [en] }).translator()

/** The English texts of a code, filled in; without the marks that isolate inserted values. */
export function words(code: keyof LocalePack['codes'], params: Params = {}) {
  const say = (slot: 'title' | 'text' | 'nextStep'): string =>
    plain(translator.resolve({ code, category: 'unknown', params }, slot).text)
  return { title: say('title'), text: say('text'), nextStep: say('nextStep') }
}

/** An English text of the components themselves, filled in. */
export function ui(key: keyof LocalePack['ui'], params: Params = {}): string {
  return plain(translator.ui(key, params).text)
}

/** A text without the marks that isolate inserted values. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\u2066-\u2069]/g, '')
}

/** Matches what has these texts in it, in this order. */
export function containing(...texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('.*'), 's')
}
