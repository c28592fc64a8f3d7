import { describe, expect, it } from 'vitest'
import { canonicalTag, closest, dirOf } from '../../../src/core/localize/locales.js'

describe('the languages that a reader reads', () => {
  it.each<[wanted: string, available: string[], found: string[]]>([
    ['nl-BE', ['en', 'nl'], ['nl']],
    ['nl-BE-u-nu-latn', ['nl'], ['nl']],
    ['zh-TW', ['zh', 'zh-Hans', 'zh-Hant'], ['zh-Hant']],
    ['zh-HK', ['zh-Hans', 'zh-Hant'], ['zh-Hant']],
    ['zh-MO', ['zh-TW', 'zh-Hant', 'zh-HK', 'zh-Hant-HK'], ['zh-Hant-HK', 'zh-HK', 'zh-Hant', 'zh-TW']],
    ['zh-CN', ['zh-Hant', 'zh-Hans'], ['zh-Hans']],
    ['zh', ['zh-Hant', 'zh-Hans'], ['zh-Hans']],
    ['pt', ['pt-PT', 'pt-BR'], ['pt-BR', 'pt-PT']],
    ['pt-AO', ['pt-BR', 'pt', 'pt-PT'], ['pt-PT', 'pt', 'pt-BR']],
    ['es-MX', ['es-ES', 'es', 'es-419'], ['es-419', 'es', 'es-ES']],
    ['es-ES', ['es-419', 'es'], ['es', 'es-419']],
    ['en-GB', ['en-US', 'en', 'en-001'], ['en-001', 'en', 'en-US']],
    ['nb', ['no'], ['no']],
    ['no', ['nb'], ['nb']],
    ['nn-NO', ['sv', 'nb'], ['nb']],
    ['sr-RS', ['sr'], ['sr']],
    ['sr-Latn', ['sr', 'sr-RS'], []],
    ['xx', ['xx', 'en', ''], ['xx']],
  ])('%s, of %j: %j', (wanted, available, found) => {
    expect(closest(wanted, available)).toEqual(found)
  })
})

describe('canonicalTag', () => {
  it.each([
    ['pt_BR', 'pt-BR'],
    ['iw', 'he'],
    ['NL', 'nl'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['%%', undefined],
    ['', undefined],
  ])('of %s is %s', (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical)
  })
})

describe('dirOf', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'dv', 'az-IR', 'ks', 'ar-EG', 'uz-Arab', 'ckb'])(
    '%s is written from right to left',
    (tag) => {
      expect(dirOf(tag)).toBe('rtl')
    },
  )

  it('knows the two-letter languages as Intl does', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
    const tags = letters.flatMap((first) => letters.map((second) => first + second))
    // Avestan is written by nobody today.
    const differing = tags.filter(
      (tag) => tag !== 'ae' && dirOf(tag) !== dirOf(new Intl.Locale(tag).maximize().toString()),
    )
    expect(differing).toEqual([])
  })
})
