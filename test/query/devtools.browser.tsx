import { useMutation, useQuery } from '@tanstack/react-query'
import { ReactQueryDevtools } from '@tanstack/react-query-devtools/production'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ErrorSummary,
  Field,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { settled } from '../setup/settled.js'
import { makeFailure } from '../../src/testing/makeFailure.js'

// The real panel of TanStack's devtools, inside and outside of a scope; the main entry is empty outside of development.

function Form(): ReactNode {
  const send = useMutation({ mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })) })
  return (
    <>
      <ErrorSummary />
      <Field name="to" label="To" />
      <button type="button" onClick={() => send.mutate()}>
        Send
      </button>
    </>
  )
}

function Numbers(): ReactNode {
  const numbers = useQuery({ queryKey: ['numbers'], queryFn: () => Promise.resolve('All numbers') })
  return <p>{numbers.data}</p>
}

function start(content: ReactNode, beside?: ReactNode) {
  const reports: string[] = []
  const apiErrors = new ApiErrorClient({ locales: [en], onReport: ({ code }) => reports.push(code) })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider client={apiErrors}>
          <ApiErrorBoundary>{content}</ApiErrorBoundary>
          {beside}
          <ApiErrorToaster />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  return { apiErrors, reports, queryClient }
}

describe('with the devtools', () => {
  it('a failing form shows its problem once, and reports it once, whether they are in its scope or beside it', async () => {
    const { apiErrors, reports } = start(
      <>
        <Form />
        <ReactQueryDevtools initialIsOpen />
      </>,
      <ReactQueryDevtools />,
    )
    await waitFor(() => expect(document.querySelector('.tsqd-main-panel')).not.toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(screen.getByLabelText('To')).toHaveAttribute('aria-invalid', 'true'))
    await settled()
    expect(reports).toEqual(['PARAMETER_REQUIRED'])
    expect(apiErrors.toasts.list()).toEqual([])
  })

  it('S46 their "Trigger Error" shows the state of the boundary, with no toast and no report', async () => {
    const { apiErrors, reports } = start(<Numbers />, <ReactQueryDevtools initialIsOpen />)
    await screen.findByText('All numbers')
    await waitFor(() => expect(document.querySelector('.tsqd-query-row')).not.toBeNull())
    const panel = document.querySelector<HTMLElement>('.tsqd-main-panel')
    if (panel === null) throw new Error('The devtools have another markup now: find the panel anew.')
    await userEvent.click(within(panel).getByRole('button', { name: /numbers/ }))
    const trigger = await within(panel).findByRole('button', { name: /Trigger error/i })
    // The panel is no React: its clicks need an act of their own.
    await act(async () => userEvent.click(trigger))
    await settled()
    expect(await screen.findByRole('heading', { name: en.codes.UNKNOWN[0] })).toBeVisible()
    expect(reports).toEqual([])
    expect(apiErrors.toasts.list()).toEqual([])
  })
})
