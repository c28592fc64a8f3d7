import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { formatMessage } from '../../../src/core/localize/formatMessage.js'
import { plain } from './plain.js'

const locales = ['en', 'nl', 'ar', 'ar-EG', 'pl', 'fr', 'cs', 'he', 'ja'] as const
const categories = ['zero', 'one', 'two', 'few', 'many'] as const

// Quoting of < and > is a liberty of the other engine; letters, digits, spaces and the rest of the syntax are common ground.
const literal = fc.string({
  unit: fc.constantFrom('a', 'é', 'ع', '1', ' ', '.', '’', "''", "'{'", "'}'", "'#' ", '|', '\u{1F600}'),
  maxLength: 6,
})
const space = fc.constantFrom('', ' ', '\n')
const number = fc.constantFrom('n', 'm')
const text = fc.constantFrom('s', 't')

const { message } = fc.letrec<{ message: string; part: string; plural: string; select: string }>((tie) => ({
  message: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    literal,
    fc.constant('#'),
    fc.oneof(number, text).map((name) => `{ ${name} }`),
    number.map((name) => `{${name}, number}`),
    tie('plural'),
    tie('select'),
  ),
  plural: fc
    .record({
      name: number,
      type: fc.constantFrom('plural', 'selectordinal'),
      keys: fc.uniqueArray(fc.constantFrom(...categories, '=0', '=1', '=7'), { maxLength: 3 }),
      bodies: fc.tuple(tie('message'), tie('message'), tie('message'), tie('message')),
      space,
    })
    .map(
      ({ name, type, keys, bodies, space: gap }) =>
        `{${gap}${name}${gap},${gap}${type},${gap}${[...keys, 'other'].map((key, at) => `${key}${gap}{${bodies[at]}}`).join(gap)}${gap}}`,
    ),
  select: fc
    .record({
      name: text,
      keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'toString', 'élan'), { maxLength: 2 }),
      bodies: fc.tuple(tie('message'), tie('message'), tie('message')),
    })
    .map(
      ({ name, keys, bodies }) =>
        `{${name}, select, ${[...keys, 'other'].map((key, at) => `${key} {${bodies[at]}}`).join(' ')}}`,
    ),
}))

const params = fc.record({
  n: fc.oneof(fc.integer({ min: 0, max: 1200 }), fc.constantFrom(0.5, 1.5, 1_000_000, -3)),
  m: fc.integer({ min: 0, max: 25 }),
  s: fc.constantFrom('a', 'b', 'constructor', "{n} '' # <b>"),
  t: fc.constantFrom('toString', 'élan', '+31 20'),
})

it('agrees with intl-messageformat on every well-formed message', () => {
  fc.assert(
    fc.property(message, params, fc.constantFrom(...locales), (template, values, locale) => {
      const expected = new IntlMessageFormat(template, locale, undefined, { ignoreTag: true }).format(values)
      expect(plain(String(formatMessage(template, values, locale)))).toBe(plain(String(expected)))
    }),
    { numRuns: 3000 },
  )
})

it('never throws, and answers any text with a text or a report', () => {
  const noise = fc.string({
    unit: fc.constantFrom('{', '}', "'", '#', ',', ' ', 'n', 'plural', 'select', 'other', '=1', '<'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(noise, params, (template, values) => {
      const result = formatMessage(template, values, 'en')
      expect(['text', 'missing-param', 'malformed']).toContain(typeof result === 'string' ? 'text' : result.kind)
    }),
    { numRuns: 3000 },
  )
})
