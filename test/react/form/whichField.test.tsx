import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, useFieldError } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { takeConsole } from '../../setup/console.js'
import { fieldMessages, summaryLines, toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { words } from '../../setup/words.js'
import { failureOf, renderForm } from './renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const press = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await settled()
}

/** A field without a part of ours on the page. */
function Own({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  const { controlProps, errorProps, messages } = useFieldError(name)
  return (
    <p>
      <input aria-label={label} {...controlProps} />
      <em {...errorProps}>{messages.join()}</em>
    </p>
  )
}

// P6. The kind: React gives one component, or one element, to two fields, one after the other. A problem belongs to the
// name that the server refused, and not to the component that had this name.
describe('a field that gets another name is another field', () => {
  const PLACES = [
    { what: 'a Field', make: (name: string): ReactNode => <Field name={name} label={name} /> },
    { what: 'useFieldError', make: (name: string): ReactNode => <Own name={name} label={name} /> },
  ]
  const PAIRS = [
    ['vatNumber', 'birthDate'],
    ['rows.0.sku', 'rows.0.amount'],
    ['address1', 'address2'],
    ['to', 'Bcc'],
  ] as const

  it.each(PLACES.flatMap((place) => PAIRS.map(([from, to]) => ({ ...place, from, to }))))(
    'also $what that was $from and is $to',
    async ({ make, from, to }) => {
      const { submit, show } = renderForm(make(from))
      await submit(missing(from))
      expect(screen.getByLabelText(from)).toBeInvalid()
      await show(make(to))
      expect(screen.getByLabelText(to)).toBeValid()
      expect(fieldMessages()).toEqual([])
      expect(summaryLines()).toHaveLength(1)
      expect(screen.queryByRole('link')).toBeNull()
      await show(make(from))
      expect(screen.getByLabelText(from)).toBeInvalid()
      expect(screen.getByRole('link')).toBeVisible()
    },
  )

  it('also a plain control of an ApiForm, under StrictMode', async () => {
    const page = (name: string): ReactNode => (
      <StrictMode>
        <ApiForm onSubmit={() => Promise.reject(missing('vatNumber'))}>
          <ErrorSummary />
          <input name={name} aria-label={name} />
          <button>Send</button>
        </ApiForm>
      </StrictMode>
    )
    const { rerender } = renderWithApiErrors(page('vatNumber'))
    await press('Send')
    expect(screen.getByLabelText('vatNumber')).toBeInvalid()
    rerender(page('birthDate'))
    await settled()
    expect(screen.getByLabelText('birthDate')).toBeValid()
    expect(summaryLines()).toHaveLength(1)
  })
})

// P9. The kind: several failures say the same of the same place. Who reads it reads it once, for as long as any of them lasts.
describe('equal problems', () => {
  function TwoButtons({
    draft,
    publish,
  }: {
    readonly draft: () => unknown
    readonly publish: () => unknown
  }): ReactNode {
    const one = useMutation({ mutationFn: async () => draft() })
    const other = useMutation({ mutationFn: async () => publish() })
    return (
      <>
        <ErrorSummary />
        <Field name="title" label="Title" />
        <button onClick={() => one.mutate()}>Save draft</button>
        <button onClick={() => other.mutate()}>Publish</button>
      </>
    )
  }
  /** Both buttons are answered with what is in the lists, one after the other; at their end with success. */
  const renderButtons = (draft: unknown[], publish: unknown[]) => {
    const next = (answers: unknown[]) => () => {
      const answer = answers.shift()
      if (answer !== undefined) throw answer
    }
    return renderWithApiErrors(
      <ApiErrorBoundary>
        <TwoButtons draft={next(draft)} publish={next(publish)} />
      </ApiErrorBoundary>,
    )
  }

  it.each([
    { what: 'of one field', failure: () => missing('Title') },
    { what: 'spelled in two ways', failure: () => missing('title'), other: () => missing('TITLE') },
    { what: 'without a field', failure: () => failureOf('SMS_NOT_ENABLED') },
  ])('$what are one message and one line, until the last is dealt with', async ({ failure, other = failure }) => {
    renderButtons([failure()], [other()])
    await press('Save draft')
    const messages = fieldMessages().length
    await press('Publish')
    expect(fieldMessages()).toHaveLength(messages)
    expect(summaryLines()).toHaveLength(1)
    await press('Publish')
    expect(fieldMessages()).toHaveLength(messages)
    expect(summaryLines()).toHaveLength(1)
    await press('Save draft')
    expect(fieldMessages()).toEqual([])
    expect(summaryLines()).toEqual([])
  })

  it('both go when their field is edited', async () => {
    const { apiErrors } = renderButtons([missing('Title')], [missing('Title')])
    await press('Save draft')
    await press('Publish')
    await userEvent.type(screen.getByLabelText('Title'), 'x')
    expect(screen.getByLabelText('Title')).toBeValid()
    expect([...fieldMessages(), ...summaryLines(), ...toasts()]).toEqual([])
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['cleared', 'cleared'])
  })

  it.each([
    { what: 'another code', other: failureOf('PARAMETER_TOO_LONG', ['Title']) },
    {
      what: 'another limit',
      other: {
        ResponseStatus: { ErrorCode: 'PARAMETER_REQUIRED', Errors: [{ FieldName: 'Title', Meta: { Max: '5' } }] },
      },
    },
  ])('are not those with $what', async ({ other }) => {
    renderButtons([missing('Title')], [other])
    await press('Save draft')
    await press('Publish')
    expect(summaryLines()).toHaveLength(2)
  })

  it('are announced and focused again with each try', async () => {
    renderButtons([missing('Title')], [missing('Title')])
    await press('Save draft')
    const heading = screen.getByRole('heading')
    await press('Publish')
    expect(screen.getByRole('heading')).not.toBe(heading)
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
  })

  it('of one answer stand once too', async () => {
    const { submit } = renderForm(<Field name="to" label="To" />)
    await submit(missing('To', 'To'))
    expect(fieldMessages()).toHaveLength(1)
    expect(summaryLines()).toHaveLength(1)
    expect(document.body.textContent.split(words('PARAMETER_REQUIRED').text)).toHaveLength(3)
  })
})

// P15. The kind: a name whose row is not on the page. Another row's field is never what was meant.
describe('the warning of a name that nearly matches', () => {
  const rows = [0, 1].map((row) => <Field key={row} name={`rows.${row}.sku`} label={`Sku ${row}`} />)

  it.each(['Rows[80].Sku', 'rows.7.sku', 'Rows[2].Skuu', 'Row[0][1].Sku'])('says nothing of %s', async (name) => {
    const { submit } = renderForm(rows)
    await submit(missing(name))
    expect(takeConsole()).toEqual([])
  })

  it('still knows a slip in the same row', async () => {
    const { submit } = renderForm(rows)
    await submit(missing('Rows[1].Skuu'))
    expect(takeConsole()).toEqual([expect.stringMatching(/Did you mean "rows\.1\.sku"\?/)])
  })
})
