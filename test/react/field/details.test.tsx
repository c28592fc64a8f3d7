import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { useFieldError } from '../../../src/index.js'
import { renderForm } from '../form/renderForm.js'

function Details({ name, maxLength }: { readonly name: string; readonly maxLength?: number }): ReactNode {
  const { controlProps, details } = useFieldError(name)
  const facts = details.map(({ code, params, index }) => ({ code, params, index: index ?? null }))
  return (
    <>
      <input {...controlProps} aria-label={name} maxLength={maxLength} />
      <output>{JSON.stringify(facts)}</output>
    </>
  )
}

const body = (code: string, ...items: readonly object[]) => ({
  ResponseStatus: { ErrorCode: code, Message: 'No.', Errors: items },
})

// The kind: a renderer of your own needs the facts of a message, not only its words.
describe('R1 the details of a field', () => {
  it.each([
    {
      what: 'the code',
      failure: body('PARAMETER_REQUIRED', { FieldName: 'To' }),
      facts: [{ code: 'PARAMETER_REQUIRED' }],
    },
    {
      what: 'the limits of the server',
      failure: body('PARAMETER_TOO_LONG', { FieldName: 'To', Meta: { MaxLength: '160' } }),
      facts: [{ code: 'PARAMETER_TOO_LONG', params: { max: 160 } }],
    },
    {
      what: 'each of several',
      failure: body(
        'X',
        { FieldName: 'To', ErrorCode: 'PARAMETER_INVALID' },
        { FieldName: 'To', ErrorCode: 'OWN_CODE' },
      ),
      facts: [{ code: 'PARAMETER_INVALID' }, { code: 'OWN_CODE' }],
    },
  ])('have $what', async ({ failure, facts }) => {
    await renderForm(<Details name="to" />).submit(failure)
    expect(JSON.parse(screen.getByText(/code/, { selector: 'output' }).textContent ?? '')).toMatchObject(facts)
  })

  it('have the limits of the control where the server sends none', async () => {
    await renderForm(<Details name="to" maxLength={12} />).submit(body('PARAMETER_TOO_LONG', { FieldName: 'To' }))
    expect(JSON.parse(screen.getByText(/code/, { selector: 'output' }).textContent ?? '')).toEqual([
      { code: 'PARAMETER_TOO_LONG', params: { max: 12 }, index: null },
    ])
  })

  it('have the row of a batch', async () => {
    const item = { FieldName: 'To', Meta: { CollectionIndex: '2' } }
    await renderForm(<Details name="rows.2.to" />).submit(body('PARAMETER_INVALID', item))
    expect(JSON.parse(screen.getByText(/code/, { selector: 'output' }).textContent ?? '')).toMatchObject([{ index: 2 }])
  })
})
