import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiErrorProvider, ApiErrorToaster, ApiForm, Field, useErrorToasts } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { fieldMessages } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { createClients, createSource, Page, stateTitles, toastTitles } from './app.js'

const SERVICE = words('HTTP_500').title
const BOTH_MODES = [{ Mode: StrictMode }, { Mode: ({ children }: { children?: ReactNode }) => children }]

function Save(): ReactNode {
  const { mutate } = useMutation({ mutationFn: () => Promise.reject(makeFailure('HTTP_500')) })
  return <button onClick={() => mutate()}>Save</button>
}

function FormWithField(): ReactNode {
  const mutation = useMutation({
    mutationFn: (_data: FormData) => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
  })
  return (
    <ApiForm mutation={mutation}>
      <Field name="to" label="To" />
      <button>Save</button>
    </ApiForm>
  )
}

async function press(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await settled()
}

// The kind: the provider does not see the QueryClient whose failures it is to show, and nobody has attached it.
describe.each(BOTH_MODES)('P46 a provider outside of QueryClientProvider ($Mode.name)', ({ Mode }) => {
  function show(inside: ReactNode, beside?: ReactNode) {
    const clients = createClients()
    const view = render(
      <Mode>
        <ApiErrorProvider client={clients.client}>
          <QueryClientProvider client={clients.queryClient}>{inside}</QueryClientProvider>
          {beside}
        </ApiErrorProvider>
      </Mode>,
    )
    return { ...clients, view }
  }

  it('hears a mutation below a boundary', async () => {
    const { reports } = show(
      <ApiErrorBoundary>
        <Save />
      </ApiErrorBoundary>,
      <ApiErrorToaster />,
    )
    await press()
    expect(toastTitles()).toEqual([SERVICE])
    expect(reports).toHaveLength(1)
  })

  it('hears a form without a boundary', async () => {
    show(<FormWithField />, <ApiErrorToaster />)
    await press()
    expect(fieldMessages()).toHaveLength(1)
    expect(toastTitles()).toEqual([])
  })

  it('hears the first fetch of a query below a boundary', async () => {
    const { reports } = show(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />
      </ApiErrorBoundary>,
    )
    await settled()
    await settled()
    expect(stateTitles()).toEqual([SERVICE])
    expect(reports).toHaveLength(1)
    // React tells of what a boundary catches.
    takeConsole()
  })

  it('hears what is beside the toaster, outside of every boundary', async () => {
    show(
      <>
        <Save />
        <ApiErrorToaster />
      </>,
    )
    await press()
    expect(toastTitles()).toEqual([SERVICE])
  })

  it('goes on hearing when the boundary has left the page before the answer', async () => {
    const { client, queryClient, reports, view } = show(
      <ApiErrorBoundary>
        <p>Page</p>
      </ApiErrorBoundary>,
    )
    const next = (
      <ApiErrorProvider client={client}>
        <QueryClientProvider client={queryClient}>
          <Save />
        </QueryClientProvider>
        <ApiErrorToaster />
      </ApiErrorProvider>
    )
    view.rerender(<Mode>{next}</Mode>)
    await press()
    expect(toastTitles()).toEqual([SERVICE])
    expect(reports).toHaveLength(1)
  })

  it('hears a second QueryClient further in', async () => {
    const { reports } = show(
      <ApiErrorBoundary>
        <QueryClientProvider client={new QueryClient()}>
          <ApiErrorBoundary>
            <Save />
          </ApiErrorBoundary>
        </QueryClientProvider>
      </ApiErrorBoundary>,
      <ApiErrorToaster />,
    )
    await press()
    expect(toastTitles()).toEqual([SERVICE])
    expect(reports).toHaveLength(1)
  })

  it('is told to the developer where nothing of ours knows the QueryClient', () => {
    const { client } = show(<Save />, <ApiErrorToaster />)
    const told = takeConsole()
    // Said once for a page: the test before may have had it.
    expect(told.length).toBeLessThanOrEqual(1)
    for (const text of told)
      expect(text).toMatch(/outside of <QueryClientProvider>, and its client listens to no QueryClient\. .+attach\(/)
    expect(client.history.list()).toEqual([])
  })

  it('is right where the app attaches the client itself', async () => {
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    render(
      <Mode>
        <ApiErrorProvider client={clients.client}>
          <QueryClientProvider client={clients.queryClient}>
            <Save />
          </QueryClientProvider>
          <ApiErrorToaster />
        </ApiErrorProvider>
      </Mode>,
    )
    await press()
    expect(toastTitles()).toEqual([SERVICE])
    expect(clients.reports).toHaveLength(1)
  })
})

// The kind: two parts of an app show toasts, each of which would show all of them.
describe('P47 two toasters', () => {
  function Own(): ReactNode {
    return useErrorToasts().map(({ id, title }) => <p key={id}>Own: {title.text}</p>)
  }

  it.each([
    { what: 'twice ours', second: <ApiErrorToaster /> },
    { what: 'ours and one of the app', second: <Own /> },
  ])('show each failure once, and the developer is told: $what', async ({ second }) => {
    const clients = createClients()
    const app = (children: ReactNode): ReactNode => (
      <StrictMode>
        <QueryClientProvider client={clients.queryClient}>
          <ApiErrorProvider client={clients.client}>{children}</ApiErrorProvider>
        </QueryClientProvider>
      </StrictMode>
    )
    const { rerender } = render(
      app(
        <>
          <Save />
          <ApiErrorToaster key="first" />
          {second}
        </>,
      ),
    )
    await press()
    expect(toastTitles()).toEqual([SERVICE])
    expect(screen.queryByText(/^Own/)).toBeNull()
    for (const text of takeConsole()) expect(text).toMatch(/There are two toasters/)
    rerender(
      app(
        <>
          <Save />
          {second}
        </>,
      ),
    )
    await settled()
    expect(screen.getAllByText(new RegExp(SERVICE))).toHaveLength(1)
  })
})
