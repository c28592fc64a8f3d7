// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../src/core/localize/formatNumber.js'

const REGIONS = [
  'AE',
  'AR',
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'DE',
  'ES',
  'FR',
  'GB',
  'IN',
  'IT',
  'MX',
  'NL',
  'PK',
  'PT',
  'SA',
  'US',
  'ZA',
]

describe('a number', () => {
  it.each([
    'cs',
    'da',
    'de',
    'en',
    'es',
    'fi',
    'fr',
    'it',
    'nb',
    'nl',
    'pl',
    'pt',
    'sv',
    'ar',
    'ar-EG',
    'fa',
    'hi',
    'bn',
    'de-u-nu-thai',
  ])('is written as Intl writes it in %s', (language) => {
    const tags = language.includes('-') ? [language] : [language, ...REGIONS.map((region) => `${language}-${region}`)]
    for (const tag of tags) {
      const numbers = new Intl.NumberFormat(tag)
      for (const value of [0, 1, 9, 10, 99, 100, 999, 1000, 12_345, -1, 0.5])
        expect([tag, value, formatNumber(value, tag)]).toEqual([tag, value, numbers.format(value)])
    }
  })
})
