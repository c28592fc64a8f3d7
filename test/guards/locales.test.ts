import { describe, expect, it } from 'vitest'
import { errorCatalog, pseudoCatalog } from '../../src/catalog.js'
import type { LocalePack } from '../../src/core/localize/Pack.js'
import { ar } from '../../src/locales/ar.js'
import { en } from '../../src/locales/en.js'
import { findingsOf } from './localeRules.js'

const files = import.meta.glob<Readonly<Record<string, LocalePack>>>('../../src/locales/*.ts', { eager: true })

/** Words that a language really shares with English. */
const sameAsEnglish = {
  nl: ['Details', 'Code'],
}

describe.each(Object.entries(files))('%s', (path, exports) => {
  const tag = path.replace(/^.*\/|\.ts$/g, '')
  const name = tag.replaceAll('-', '')
  const pack = exports[name]

  it('exports its pack, and nothing else, under its tag without hyphens', () => {
    expect(Object.keys(exports), `export const ${name} = { locale: '${tag}', … } satisfies LocalePack`).toEqual([name])
    expect(pack?.locale, `"locale" is the name of the file: '${tag}'`).toBe(tag)
  })

  it('has every word, in the form of the English one', () => {
    expect(pack && findingsOf(pack, en, { sameAsEnglish })).toEqual([])
  })

  it('has words for exactly the codes of the catalog', () => {
    expect(Object.keys(pack?.codes ?? {}).toSorted()).toEqual(
      [...Object.keys(errorCatalog), ...Object.keys(pseudoCatalog)].toSorted(),
    )
  })
})

describe('English', () => {
  it('does not say of a problem that nobody expected whether something was saved', () => {
    expect(en.codes.UNKNOWN.join()).not.toMatch(/saved/)
  })
})

describe('the rules find', () => {
  const spoil = (pack: LocalePack, text: unknown) =>
    findingsOf({ ...pack, codes: { ...pack.codes, PARAMETER_TOO_LONG: ['Too long', text, 'Shorten it'] as never } }, en)
  const counted = (cases: string) => [`Use {max, plural, ${cases}}`, 'Use fewer characters']

  it.each<[defect: string, finding: RegExp, text: unknown]>([
    ['a missing variant', /text\[1\]: is missing/, [en.codes.PARAMETER_TOO_LONG[1][0]]],
    ['a variant too many', /text\[2\]: does not exist/, [...en.codes.PARAMETER_TOO_LONG[1], 'More']],
    ['an ASCII apostrophe', /U\+2019/, ["l'{max, plural, one {#} other {#}}", "Don't"]],
    ['an empty text', /is empty/, counted('one {#} other {#}').with(1, '')],
    ['outer spaces', /space/, counted('one {#} other {#}').with(1, 'Shorter ')],
    ['a text that is not NFC', /NFC/, counted('one {#} other {#}').with(1, 'Cafe\u0301')],
    ['markup', /markup/, counted('one {#} other {#}').with(1, '<b>Shorter</b>')],
    ['bidi overrides', /bidi/, counted('one {#} other {#}').with(1, '\u202eShorter')],
    ['open isolates', /pair up/, counted('one {#} other {#}').with(1, 'Like \u2068+44')],
    ['a malformed message', /documented subset/, counted('one {#} autres {#}')],
    ['a renamed placeholder', /use those of en\.ts/, ['Use {limit, plural, one {#} other {#}}', 'Shorter']],
    ['a placeholder of another type', /use those of en\.ts/, ['Use {max, number}', 'Shorter']],
    ['a lost placeholder', /use those of en\.ts/, ['Use fewer', 'Shorter']],
    ['a missing plural', /lacks the plural one/, counted('other {#}')],
    ['a plural that never comes', /never uses/, counted('one {#} few {#} other {#}')],
    ['a plural without its number', /does not say the number in other/, counted('one {#} other {many}')],
    ['a full stop', /full stop/, counted('one {#} other {#}').with(1, 'Shorter.')],
    ['a text that is too long', /92 or fewer/, counted('one {#} other {#}').with(1, 'long '.repeat(20).trim())],
    ['a banned word', /says "Invalid"/, counted('one {#} other {#}').with(1, 'Invalid length')],
  ])('%s', (_, finding, text) => {
    expect(spoil(en, text).join('\n')).toMatch(finding)
  })

  it('English left in another language', () => {
    expect(findingsOf({ ...en, locale: 'de' }, en)).toContainEqual(
      expect.stringMatching(/^de ui\.close: is the same as in English/),
    )
  })

  it('Latin text without isolates in a language written from right to left', () => {
    expect(spoil(ar, ['{max, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}', 'مثل +44']).join()).toMatch(
      /Latin letters or digits/,
    )
  })

  it.each(['kr', 'ua', 'kh', 'pt_BR', 'pt-br', 'iw', '%%'])('the wrong tag %s', (locale) => {
    expect(findingsOf({ ...en, locale }, en)).toEqual([expect.stringMatching(/no canonical BCP 47 tag/)])
  })
})
