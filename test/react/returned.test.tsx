import { useMutation, useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ensureOk, ErrorSummary, Field, useReturnedError } from '../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { fieldMessages, summaryLines, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { ui, words } from '../setup/words.js'

// P31, P32 and R10: failures that a function returns in place of throwing them, and failures that come as a value.

const refused = (...fields: string[]) => makeFailure('PARAMETER_REQUIRED', { fields, as: 'body' })
const press = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await settled()
}

describe('a function that returns its failure (P31)', () => {
  const RETURNED = [
    ['a body with a ResponseStatus', () => refused('To')],
    ['{ error }', () => ({ data: undefined, error: refused('To') })],
    ['validationErrors of next-safe-action', () => ({ validationErrors: { to: { _errors: ['Missing'] } } })],
    ['an answer that is not ok', () => Response.json(refused('To'), { status: 400 })],
  ] as const

  it.each(RETURNED)('is a success for TanStack Query, and the developer is told: %s', async (_, answer) => {
    function Save() {
      const { mutate } = useMutation({ mutationKey: [_], mutationFn: async () => answer() })
      useQuery({ queryKey: [_], queryFn: async () => answer() })
      return <button onClick={() => mutate()}>Save</button>
    }
    renderWithApiErrors(<Save />)
    await press('Save')
    expect(takeConsole().map((text) => /A (query|mutation).*has succeeded with.*ensureOk/.exec(text)?.[1])).toEqual(
      expect.arrayContaining(['query', 'mutation']),
    )
    expect(toastTitles()).toEqual([])
  })

  it.each(RETURNED)('throws with ensureOk: %s', async (_, answer) => {
    function Save() {
      const { mutate } = useMutation({ mutationFn: () => Promise.resolve(answer()).then(ensureOk) })
      return (
        <>
          <Field name="to" label="To" />
          <button onClick={() => mutate()}>Save</button>
        </>
      )
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Save />
      </ApiErrorBoundary>,
    )
    await press('Save')
    await waitFor(() => expect(screen.getByLabelText('To')).toBeInvalid())
  })
})

describe('warnings of a good answer (R10)', () => {
  const warned = {
    Sid: 'SM1',
    ResponseStatus: { Errors: [{ FieldName: 'To', ErrorCode: 'PARAMETER_TOO_LONG', Meta: { Severity: 'Warning' } }] },
  }

  it('stand at their field, mark nothing as invalid, and go with the next try', async () => {
    let answer: unknown = warned
    function Save() {
      const { mutate, isSuccess } = useMutation({ mutationFn: async (_values: unknown) => answer })
      return (
        <>
          <Field name="to" label="To" />
          <button onClick={() => mutate({})}>Save</button>
          {isSuccess && <p>Saved</p>}
        </>
      )
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Save />
      </ApiErrorBoundary>,
    )
    await press('Save')
    expect(screen.getByText('Saved')).toBeVisible()
    expect(fieldMessages().map((message) => message.dataset.severity)).toEqual(['warning'])
    expect(screen.getByLabelText('To')).toBeValid()
    answer = {}
    await press('Save')
    expect(fieldMessages()).toEqual([])
  })

  it('are a toast where no field is', async () => {
    function Save() {
      const { mutate } = useMutation({ mutationFn: async () => warned })
      return <button onClick={() => mutate()}>Save</button>
    }
    renderWithApiErrors(<Save />)
    await press('Save')
    expect(toastTitles()).toEqual([words('PARAMETER_TOO_LONG').title])
  })
})

describe('a failure that comes as a value (P32)', () => {
  /** A form as a router has it: what the action returned comes as a prop. */
  function Page({ data, children }: { readonly data: unknown; readonly children?: ReactNode }) {
    useReturnedError(data)
    return (
      <>
        <ErrorSummary />
        <Field name="to" label="To" />
        <Field name="from" label="From" />
        {children}
      </>
    )
  }
  const page = (data: unknown, isStrict = false) => {
    const content = (
      <ApiErrorBoundary>
        <Page data={data} />
      </ApiErrorBoundary>
    )
    return isStrict ? <StrictMode>{content}</StrictMode> : content
  }

  it.each([true, false])('is shown for as long as the value is there; StrictMode: %s', async (isStrict) => {
    const { rerender, apiErrors } = renderWithApiErrors(page(null, isStrict))
    expect(summaryLines()).toEqual([])
    const data = refused('To')
    rerender(page(data, isStrict))
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    rerender(page(data, isStrict))
    await settled()
    expect(apiErrors.history.list()).toHaveLength(1)
    rerender(page(refused('From'), isStrict))
    await settled()
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('From')).toBeInvalid()
    rerender(page({ ok: true }, isStrict))
    await settled()
    expect([...summaryLines(), ...fieldMessages(), ...toastTitles()]).toEqual([])
  })

  it('is there on the first render, as after a form that was sent without JavaScript', async () => {
    renderWithApiErrors(page(refused('To')))
    await settled()
    expect(summaryLines()).toHaveLength(1)
    expect(document.body).toHaveFocus()
  })

  it('is cleared where the user edits, and does not come back with the same value', async () => {
    const data = refused('To', 'From')
    const { rerender } = renderWithApiErrors(page(data))
    await settled()
    await userEvent.type(screen.getByLabelText('To'), '1')
    rerender(page(data))
    await settled()
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('From')).toBeInvalid()
  })

  it('goes with the page, and leaves no toast', async () => {
    const { rerender, apiErrors } = renderWithApiErrors(page(refused('To')))
    await settled()
    rerender(<p>Elsewhere</p>)
    await settled()
    expect(toastTitles()).toEqual([])
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['left'])
  })

  it.each([[null], [undefined], [{ ok: true }], ['saved'], [{ ErrorCode: null, Message: 'Sent' }]])(
    'is not %j',
    async (data) => {
      const { apiErrors } = renderWithApiErrors(page(data))
      await settled()
      expect(apiErrors.history.list()).toEqual([])
    },
  )

  it('is a toast where nothing else shows it', async () => {
    function Loader({ data }: { readonly data: unknown }) {
      useReturnedError(data)
      return null
    }
    renderWithApiErrors(<Loader data={{ error: makeFailure('PROJECT_LIMIT_REACHED') }} />)
    await settled()
    expect(toastTitles()).toEqual([words('PROJECT_LIMIT_REACHED').title])
  })

  it('is the error of an ApiForm, which says "Saved" for no value', async () => {
    function Form() {
      const [data, setData] = useState<unknown>(null)
      return (
        <ApiForm onSubmit={() => setData(refused('To'))} error={data}>
          <ErrorSummary />
          <label>
            To <input name="to" />
          </label>
          <button>Send</button>
        </ApiForm>
      )
    }
    renderWithApiErrors(<Form />)
    await press('Send')
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    expect(screen.getByRole('status')).not.toHaveTextContent(ui('saved'))
    await press('Send')
    expect(summaryLines()).toHaveLength(1)
  })

  // React 19.
  it.runIf('useActionState' in React)('is the state of useActionState', async () => {
    let answer: unknown = refused('To')
    function Form() {
      const [state, action] = React.useActionState(async (): Promise<unknown> => answer, null)
      return (
        <form action={action}>
          <Page data={state}>
            <button>Send</button>
          </Page>
        </form>
      )
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
    )
    await press('Send')
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    answer = { ok: true }
    await press('Send')
    await act(async () => undefined)
    expect(screen.getByLabelText('To')).toBeValid()
  })
})
