import { describe, expect, it } from 'vitest'
import { createFieldMatcher, normalizeError } from '../../../src/core/index.js'

const bodyOf = (FieldName: unknown) => ({
  ResponseStatus: {
    ErrorCode: 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED',
    Message: 'One is required.',
    Errors: [{ FieldName }],
  },
})

const matcher = createFieldMatcher(['to', 'from', 'sender.name', 'rows.0.sku'])
const fieldsOf = (failure: unknown): readonly (readonly string[])[] =>
  normalizeError(failure).issues.map(({ fieldName, serverMessage }) =>
    matcher.match({ fieldName, impliedFields: [], group: true, serverMessage }),
  )

// The kind: one item that names several fields, as a list and not as a text.
describe('P34 a FieldName that is a list of names', () => {
  it.each([
    { what: 'two names', names: ['To', 'From'], fields: ['to', 'from'] },
    { what: 'nested names', names: ['Rows[0].Sku', 'Sender.Name'], fields: ['sender.name', 'rows.0.sku'] },
    { what: 'one name', names: ['To'], fields: ['to'] },
    { what: 'a name twice', names: ['To', 'to'], fields: ['to'] },
  ])('is one issue of the group: $what', ({ names, fields }) => {
    expect(normalizeError(bodyOf(names)).issues).toHaveLength(1)
    expect(fieldsOf(bodyOf(names))).toEqual([fields])
  })

  it.each([
    { what: 'at the top', failure: { ErrorCode: 'CONFLICTING_PARAMETERS', Message: 'No.', FieldName: ['To', 'From'] } },
    { what: 'in camelCase', failure: { responseStatus: { errorCode: 'X', errors: [{ fieldName: ['to', 'from'] }] } } },
  ])('is read $what too', ({ failure }) => {
    expect(fieldsOf(failure)).toEqual([['to', 'from']])
  })

  it('comes from a parser of the app too', () => {
    const parsers = [() => ({ code: 'X', issues: [{ fieldName: ['To', 'From'] }] })]
    expect(normalizeError({ any: 1 }, { parsers }).issues[0]?.fieldName).toBe('To, From')
  })

  it.each([{ names: [] }, { names: [1, 2] }, { names: [null] }, { names: {} }])(
    'is no name where it holds none: $names',
    ({ names }) => {
      const { issues } = normalizeError(bodyOf(names))
      expect(issues).toHaveLength(1)
      expect(issues[0]?.fieldName).not.toBe('FieldName')
    },
  )
})
