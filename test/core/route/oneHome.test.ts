import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, LONGEST } from '../../setup/runs.js'
import { errorCatalog, pseudoCatalog } from '../../../src/catalog.js'
import { classifyError } from '../../../src/core/classify/classifyError.js'
import { normalizeError } from '../../../src/core/normalize/normalizeError.js'
import { createFieldMatcher } from '../../../src/core/route/matchFields.js'
import { routeError } from '../../../src/core/route/routeError.js'
import type { ApiErrorMeta, Home, Origin } from '../../../src/core/types.js'

const homes: readonly Home[] = ['field', 'summary', 'inline', 'boundary', 'auth', 'toast', 'none']
const names = [
  'to',
  'From',
  'items[0].sku',
  'items.1.sku',
  'email',
  'constructor',
  '__proto__',
  'Attribution_Source',
  'text',
]

const code = fc.constantFrom(
  ...Object.keys({ ...errorCatalog, ...pseudoCatalog }),
  'NOBODY_KNOWS_THIS',
  'constructor',
  '',
)
const fieldName = fc.oneof(
  fc.constantFrom(...names, 'To', 'Items[0].Sku', 'To,From', 'ToFrom', 'SomethingElse', '', ' '),
  fc.string(),
)
const status = fc.constantFrom(400, 401, 403, 404, 500)

const failure = fc.record({
  status,
  data: fc.record({
    ResponseStatus: fc.record({
      ErrorCode: code,
      Message: fc.string(),
      Errors: fc.option(
        fc.array(fc.record({ FieldName: fieldName, ErrorCode: fc.option(code, { nil: undefined }) }), { maxLength: 6 }),
      ),
    }),
  }),
})

const meta: fc.Arbitrary<ApiErrorMeta | undefined> = fc.constantFrom<ApiErrorMeta | undefined>(
  undefined,
  undefined,
  false,
  ...homes.map((home) => ({ home })),
)

const origin: fc.Arbitrary<Origin> = fc.record({
  type: fc.constantFrom('query', 'mutation', 'report'),
  scoped: fc.boolean(),
  hasData: fc.boolean(),
  watched: fc.boolean(),
  meta,
})

const surfaces = fc
  .record({
    fields: fc.uniqueArray(fc.constantFrom(...names)),
    silent: fc.uniqueArray(fc.constantFrom(...names)),
    summary: fc.boolean(),
    inline: fc.boolean(),
    boundary: fc.boolean(),
    auth: fc.boolean(),
  })
  .map(({ silent, fields: known, ...rest }) => ({
    ...rest,
    known,
    fields: createFieldMatcher(known, new Map([['SomethingElse', 'text']])),
    isShown: (name: string) => !silent.includes(name),
  }))

const policy = fc.option(
  fc.record({
    codes: fc.dictionary(code, fc.constantFrom(...homes)),
    mutation: fc.uniqueArray(fc.constantFrom(...homes)),
  }),
  { nil: undefined },
)

describe('routing', () => {
  it(
    'gives every issue exactly one home, and one that is open',
    async () => {
      const homes = fc.property(failure, origin, surfaces, policy, (thrown, from, onScreen, rules) => {
        const error = normalizeError(thrown)
        const placements = routeError(error, {
          origin: from,
          surfaces: onScreen,
          policy: rules,
          define: (each) => classifyError(error, each),
        })

        expect(placements.map(({ issue }) => issue)).toEqual(error.issues)
        for (const { home, fields } of placements) {
          expect(fields.every((name) => onScreen.known.includes(name))).toBe(true)
          const isOpen: Record<Home, boolean> = {
            field: fields.some((name) => onScreen.isShown(name)),
            summary: onScreen.summary,
            inline: onScreen.inline,
            boundary: onScreen.boundary,
            auth: onScreen.auth && error.status === 401,
            toast: true,
            none: true,
          }
          expect(isOpen[home]).toBe(true)
        }
      })
      await check('routing', homes, 1_000)
    },
    LONGEST,
  )

  it('gives an issue the home that its meta asks for, if that is open', () => {
    fc.assert(
      fc.property(failure, origin, surfaces, (thrown, from, onScreen) => {
        const error = normalizeError(thrown)
        const placements = routeError(error, {
          origin: { ...from, meta: { home: 'summary' } },
          surfaces: { ...onScreen, summary: true },
          define: (each) => classifyError(error, each),
        })
        expect(new Set(placements.map(({ home }) => home))).toEqual(new Set(['summary']))
      }),
    )
  })
})
