import { describe, expect, test } from 'vitest'
import { errorCatalog, pseudoCatalog, type ErrorCode } from '../../src/catalog.js'
import { isApiError } from '../../src/core/ApiError.js'
import { en } from '../../src/locales/en.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import table from './documented-codes.md?raw'
import { provocations } from '../../stories/telephony-api/requests.js'

/** The codes of the API's documentation, in its order: what a code needs hangs on this table. */
const documented = Array.from(table.matchAll(/^\| +([A-Z_]+) +\|/gm), ([, code = '']) => code)

const hasRow = (code: string): code is ErrorCode => Object.hasOwn(errorCatalog, code)
const pseudo = Object.keys(pseudoCatalog)
const storyFiles = import.meta.glob<string>('../../stories/codes/*.stories.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** `PARAMETER_REQUIRED` → `ParameterRequired` */
const exportNameOf = (code: string): string =>
  code.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Each story's export with its text, up to the next. */
const stories = new Map(
  Object.values(storyFiles)
    .flatMap((text) => text.split(/^export const (?=\w+:)/m).slice(1))
    .map((story) => [/^\w+/.exec(story)?.[0] ?? '', story]),
)

const without = (wanted: Iterable<string>, known: Iterable<string>): readonly string[] => {
  const set = new Set(known)
  return [...wanted].filter((item) => !set.has(item))
}

describe('each documented code', () => {
  test('has a row in the catalog', () => {
    expect(documented).toHaveLength(53)
    expect(
      without(documented, Object.keys(errorCatalog)),
      'add a row for each to errorCatalog in src/catalog.ts',
    ).toEqual([])
  })

  test('has English words', () => {
    const worded = Object.entries(en.codes).flatMap(([code, words]) =>
      words.flat().every((word) => word.trim() !== '') ? [code] : [],
    )
    expect(
      without([...documented, ...pseudo], worded),
      'add title, text and next step of each to codes in src/locales/en.ts',
    ).toEqual([])
  })

  test('has a story', () => {
    const missing = documented.filter((code) => !stories.has(exportNameOf(code)))
    expect(
      missing.map((code) => `export const ${exportNameOf(code)}: CodeStory = { args: { code: '${code}', … } }`),
      'add these to the file of their group in stories/codes/',
    ).toEqual([])
  })

  test.each(documented)('%s has a story that shows this very code', (code) => {
    expect(
      stories.get(exportNameOf(code)),
      `let ${exportNameOf(code)} in stories/codes/ have code: '${code}' in its args`,
    ).toMatch(new RegExp(`\\bcode: '${code}'`))
  })

  test('has a request that provokes it', () => {
    expect(
      without(documented, Object.keys(provocations)),
      'add an honest request for each to provocations in stories/telephony-api/requests.ts',
    ).toEqual([])
  })

  test.each(documented.filter(hasRow))('%s has a fixture', (code) => {
    expect(
      isApiError(makeFailure(code), code),
      `makeFailure('${code}') makes something else: mend src/testing/makeFailure.ts`,
    ).toBe(true)
  })
})

describe('no code that is not documented', () => {
  const advice = 'remove it, or add it to the list in test/guards/codes.test.ts if the documentation has it now:'

  test.each([
    ['src/catalog.ts', Object.keys(errorCatalog), documented],
    ['src/locales/en.ts', Object.keys(en.codes), [...documented, ...pseudo]],
    ['stories/telephony-api/requests.ts', Object.keys(provocations), documented],
    ['stories/codes/', [...stories.keys()], documented.map(exportNameOf)],
  ] as const)('is in %s', (place, codes, known) => {
    expect(without(codes, known), `${advice} ${place}`).toEqual([])
  })
})
