import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type FormEvent } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary } from '../../src/react/boundary/ApiErrorBoundary.js'
import { ApiErrorClient } from '../../src/query/ApiErrorClient.js'
import { ApiErrorProvider } from '../../src/react/provider/ApiErrorProvider.js'
import { ErrorSummary } from '../../src/react/error-summary/ErrorSummary.js'
import { Field } from '../../src/react/field/Field.js'
import { takeConsole } from '../setup/unit.js'
import { en } from '../../src/locales/en.js'

const body = (code: string, fields: string[], message = 'm') => ({ ResponseStatus: { ErrorCode: code, Message: message, Errors: fields.map((FieldName) => ({ FieldName })) } })

describe('smoke', () => {
  it('shows a field issue on its field', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    const queryClient = new QueryClient()
    let answer: unknown = body('PARAMETER_REQUIRED', ['To'])
    function Form() {
      const send = useMutation({ mutationFn: async () => { if (answer !== undefined) throw answer; return 'ok' } })
      return (
        <form noValidate onSubmit={(e: FormEvent) => { e.preventDefault(); send.mutate() }}>
          <ErrorSummary />
          <Field name="to" label="To" />
          <button>Send</button>
          {send.isSuccess && <p>Sent</p>}
        </form>
      )
    }
    render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <ApiErrorProvider client={client}><ApiErrorBoundary><Form /></ApiErrorBoundary></ApiErrorProvider>
        </QueryClientProvider>
      </StrictMode>,
    )
    await userEvent.click(screen.getByText('Send'))
    await waitFor(() => expect(screen.getByLabelText('To')).toHaveAttribute('aria-invalid', 'true'))
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(/Fill in this field/)
    expect(screen.getByRole('link')).toHaveTextContent('To')
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    await act(async () => { await new Promise((r) => setTimeout(r, 20)) })
    expect(client.toasts.list()).toEqual([])
    await userEvent.type(screen.getByLabelText('To'), 'a')
    expect(screen.getByLabelText('To')).not.toHaveAttribute('aria-invalid')
    answer = undefined
    await userEvent.click(screen.getByText('Send'))
    await screen.findByText('Sent')
  })

  it('query to boundary', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    let answer: unknown = Object.assign(new TypeError('Failed to fetch'))
    function Page() {
      const query = useQuery({ queryKey: ['a'], queryFn: async () => { if (answer !== undefined) throw answer; return 'data' } })
      return <p>{query.data ?? 'loading'}</p>
    }
    render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <ApiErrorProvider client={client}><ApiErrorBoundary><Page /></ApiErrorBoundary></ApiErrorProvider>
        </QueryClientProvider>
      </StrictMode>,
    )
    await screen.findByRole('heading', { name: 'We could not reach the service' })
    takeConsole()
    await act(async () => { await new Promise((r) => setTimeout(r, 20)) })
    expect(client.toasts.list()).toEqual([])
    answer = undefined
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText('data')
    await act(async () => { await new Promise((r) => setTimeout(r, 20)) })
    expect(client.toasts.list()).toEqual([])
  })
})
