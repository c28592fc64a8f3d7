import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatMessage, type FormatProblem } from '../../../src/core/localize/formatMessage.js'
import type { Params } from '../../../src/core/types.js'
import { plain } from './plain.js'

afterEach(() => vi.restoreAllMocks())

const format = (template: string, params: Params = {}, locale = 'en'): string | undefined => {
  const text = formatMessage(template, params, locale)
  return typeof text === 'string' ? plain(text) : undefined
}

function problemOf(template: string, params: Params = {}): FormatProblem | undefined {
  const text = formatMessage(template, params, 'en')
  return typeof text === 'string' ? undefined : text
}

describe('the subset', () => {
  it.each<[template: string, params: Params, text: string]>([
    ['Plain text', {}, 'Plain text'],
    ['Hi {name}!', { name: 'Ann' }, 'Hi Ann!'],
    ['{n, number} calls', { n: 1234.5 }, '1,234.5 calls'],
    ['{n} calls', { n: 1234 }, '1234 calls'],
    ['{n, plural, one {# file} other {# files}}', { n: 1 }, '1 file'],
    ['{n, plural, one {# file} other {# files}}', { n: 1200 }, '1,200 files'],
    ['{n,plural,=0{none}one{one}other{#}}', { n: 0 }, 'none'],
    ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 }, '22nd'],
    ['{kind, select, sms {message} call {call} other {item}}', { kind: 'call' }, 'call'],
    ['{kind, select, sms {message} other {item}}', { kind: 'fax' }, 'item'],
    ['{n, plural, one {{who} has # file} other {{who} has # files}}', { n: 2, who: 'Ann' }, 'Ann has 2 files'],
    ['{n, plural, other {{m, plural, one {# of} other {# of}} #}}', { n: 3, m: 1 }, '1 of 3'],
    ['{0} and {1}', { 0: 'a', 1: 'b' }, 'a and b'],
  ])('formats %s', (template, params, text) => {
    expect(format(template, params)).toBe(text)
  })

  it.each([
    ["It''s {x}", "It's 1"],
    ["It's {x}", "It's 1"],
    ["'{x}' is {x}", '{x} is 1'],
    ["{x, plural, one {'#' is #} other {}}", '# is 1'],
    ["a '{b", 'a {b'],
    ["l'{x} n'est", 'l{x} nest'],
    ['# of {x}', '# of 1'],
    ['a } b {x}', 'a } b 1'],
    ['{x, plural, other {{y, select, other {#}}}}', '#'],
    ['1 < 2 <b>{x}</b>', '1 < 2 <b>1</b>'],
  ])('reads quoting and stray characters in %s as ICU does', (template, text) => {
    expect(format(template, { x: 1, y: 'z' })).toBe(text)
  })
})

describe('values', () => {
  it('stand between isolates, and are never read again', () => {
    const value = "{x} '' # <b> \u202e"
    expect(formatMessage('Say {x}', { x: value }, 'en')).toBe(`Say \u2068${value}\u2069`)
  })

  it('count as missing when they are absent, null, empty or no number where one is needed', () => {
    expect(problemOf('{max}')).toEqual({ kind: 'missing-param', detail: 'max' })
    expect(problemOf('{max}', { max: '' })?.kind).toBe('missing-param')
    expect(problemOf('{max, number}', JSON.parse('{"max":null}'))?.kind).toBe('missing-param')
    expect(problemOf('{max, plural, other {#}}', { max: 'many' })?.kind).toBe('missing-param')
    expect(problemOf('{max, plural, other {#}}', { max: '160' })).toBeUndefined()
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'are looked up as own properties: %s is not supplied',
    (name) => {
      expect(problemOf(`{${name}}`)?.kind).toBe('missing-param')
      expect(format('{x, select, a {A} other {other}}', { x: name })).toBe('other')
    },
  )
})

describe('malformed templates give nothing and are reported', () => {
  it.each([
    '{',
    '{x',
    '{}',
    '{a b}',
    '{a.b}',
    '{x, date}',
    '{x, number, percent}',
    '{n, plural}',
    '{n, plural, one {a}}',
    '{n, plural, autres {a} other {b}}',
    '{n, plural, offset:1 other {b}}',
    '{n, plural, other {a} other {b}}',
    '{n, plural, other {a}',
    '{x, select, other a}',
    '{x, constructor, other {a}}',
  ])('%s', (template) => {
    expect(problemOf(template, { x: 'x', n: 1 })?.kind).toBe('malformed')
  })

  it('also at a depth of 5000, as a SyntaxError', () => {
    const template = '{x, select, other {'.repeat(5000) + '}}'.repeat(5000)
    expect(problemOf(template, { x: 'x' })?.detail).toMatch(/nested too deep/)
  })

  it('also with a language that is none', () => {
    expect(format('{n, number}', { n: 1 }, '%%')).toBeUndefined()
  })
})

describe('languages', () => {
  it('reaches the six forms of Arabic', () => {
    const template = '{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}'
    expect([0, 1, 2, 3, 11, 100].map((n) => format(template, { n }, 'ar'))).toEqual([
      'zero',
      'one',
      'two',
      'few',
      'many',
      'other',
    ])
  })

  it('writes the digits of the region', () => {
    expect(format('{n, plural, other {#}}', { n: 12 }, 'ar-EG')).toBe('١٢')
  })

  it('knows the forms of Polish, French and Japanese', () => {
    const polish = '{n, plural, one {plik} few {pliki} many {plików} other {pliku}}'
    expect([1, 2, 5, 22].map((n) => format(polish, { n }, 'pl'))).toEqual(['plik', 'pliki', 'plików', 'pliki'])
    const french = '{n, plural, one {un} other {plusieurs}}'
    expect([0, 1, 2].map((n) => format(french, { n }, 'fr'))).toEqual(['un', 'un', 'plusieurs'])
    expect(format('{n, plural, other {#件}}', { n: 1 }, 'ja')).toBe('1件')
  })
})

describe('cost', () => {
  it('is no Intl object for texts without numbers and plurals', () => {
    const spies = (['NumberFormat', 'PluralRules', 'ListFormat', 'DateTimeFormat', 'Locale'] as const).map((name) =>
      vi.spyOn(Intl, name),
    )
    format('Fill in this field')
    format('Check {label}', { label: 'To' })
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })

  it('is one Intl object for each language and kind', () => {
    const spy = vi.spyOn(Intl, 'NumberFormat')
    for (let n = 1000; n < 1005; n++) format('{n, number}', { n }, 'hu')
    expect(spy).toHaveBeenCalledTimes(1)
  })

  it('is no Intl object for the small counts of a language with plain digits', () => {
    const spies = (['NumberFormat', 'PluralRules'] as const).map((name) => vi.spyOn(Intl, name))
    expect(format('{n, plural, one {# file} other {# files}}', { n: 100 }, 'en-GB')).toBe('100 files')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })

  it.each(['da', 'de', 'en', 'es', 'fi', 'it', 'nb', 'nl', 'sv', 'fr', 'pl', 'ar-EG', 'fa', 'bn', 'de-u-nu-thai'])(
    'changes no word: %s',
    (language) => {
      const regions = [
        '',
        ...'AE AR AT BE BR CA CH DE ES FI GB IN MX NL PK SA US ZA'.split(' ').map((each) => `-${each}`),
      ]
      for (const tag of language.includes('-') ? [language] : regions.map((region) => language + region)) {
        const numbers = new Intl.NumberFormat(tag)
        const rules = new Intl.PluralRules(tag)
        const cases = rules.resolvedOptions().pluralCategories.map((name) => `${name} {# ${name}}`)
        const template = `{n, plural, ${cases.join(' ')}}`
        for (const n of [0, 1, 2, 9, 10, 21, 100, 999, 1000, 12_345, -1, 0.5])
          expect([tag, format(template, { n }, tag)]).toEqual([tag, `${numbers.format(n)} ${rules.select(n)}`])
      }
    },
  )
})
