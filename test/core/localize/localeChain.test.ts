import { describe, expect, it } from 'vitest'
import { canonicalTag, dirOf, localeChain } from '../../../src/core/localize/localeChain.js'

describe('localeChain', () => {
  it.each([
    ['nl-BE', 'nl'],
    ['nl-BE-u-nu-latn', 'nl'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant-HK'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['pt', 'pt-BR'],
    ['pt-AO', 'pt-PT'],
    ['es-MX', 'es-419'],
    ['es-MX', 'es'],
    ['en-GB', 'en-001'],
    ['en-GB', 'en'],
    ['nb', 'no'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['sr-RS', 'sr'],
  ])('of %s leads to %s', (wanted, found) => {
    expect(localeChain(wanted)).toContain(found)
  })

  it.each([
    ['zh-TW', 'zh'],
    ['zh-TW', 'zh-Hans'],
    ['zh-Hant', 'zh'],
    ['sr-Latn', 'sr'],
    ['sr-Latn-RS', 'sr-RS'],
    ['pt-BR', 'pt-PT'],
    ['es-ES', 'es-419'],
    ['en-US', 'en-001'],
  ])('of %s never leads to %s', (wanted, other) => {
    expect(localeChain(wanted)).not.toContain(other)
  })

  it('starts with the tag itself, and prefers the parent of its part of the world', () => {
    expect(localeChain('pt-AO')).toEqual(['pt-AO', 'pt-Latn-AO', 'pt-PT', 'pt-Latn', 'pt', 'pt-BR'])
    expect(localeChain('xx')).toEqual(['xx'])
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
