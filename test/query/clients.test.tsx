import {
  dehydrate,
  focusManager,
  hydrate,
  HydrationBoundary,
  onlineManager,
  QueryClient,
  useQueryClient,
  type DehydratedState,
} from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ApiErrorProvider, Field, useApiErrorMeta } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'
import {
  App,
  createClients,
  createSource,
  during,
  InlinePage,
  Page,
  renderApp,
  stateTitles,
  toastTitles,
} from './app.js'
import { words } from '../setup/words.js'

const SERVICE = words('HTTP_500').title
afterEach(() => {
  cleanup()
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})

describe('several clients', () => {
  it('S41 two providers on one client: one toast; removing one keeps the other', async () => {
    const clients = createClients()
    const source = createSource(makeFailure('HTTP_500'))
    const page = <Page queryKey={['a']} queryFn={source.run} />
    const { show, client, queryClient } = renderApp(
      <ApiErrorProvider client={clients.client}>{page}</ApiErrorProvider>,
      { clients },
    )
    await screen.findByText('failed')
    await settled()
    expect(client.toasts.list()).toMatchObject([{ count: 1 }])
    show(page)
    await settled()
    await during(() => queryClient.refetchQueries())
    expect(clients.reports).toHaveLength(3)
    expect(client.toasts.list()).toMatchObject([{ count: 1 }])
  })

  it('S41 a reloaded module makes a second client on the same QueryClient: one of them reports and shows', async () => {
    const clients = createClients()
    const { client: old, reports: oldReports } = createClients()
    old.attach(clients.queryClient)
    const detach = clients.client.attach(clients.queryClient)
    renderApp(<Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />, { clients })
    await screen.findByText('failed')
    await settled()
    expect(clients.reports).toHaveLength(1)
    expect(oldReports).toEqual([])
    cleanup()
    detach()
    await clients.queryClient
      .fetchQuery({ queryKey: ['b'], queryFn: createSource(makeFailure('HTTP_500')).run })
      .catch(() => undefined)
    await settled()
    expect(oldReports).toHaveLength(1)
  })

  it('S43 an integration has replaced cache.config: nothing changes', async () => {
    const clients = createClients()
    const onError = vi.fn<() => void>()
    clients.queryClient.getQueryCache().config = { onError }
    renderApp(<Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} />, { clients })
    await screen.findByText('failed')
    await settled()
    expect(toastTitles()).toEqual([SERVICE])
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('focus and reconnect refetch exactly once, with scopes in scopes', async () => {
    const source = createSource(undefined)
    source.works()
    renderApp(
      <ApiErrorBoundary>
        <ApiErrorBoundary>
          <Page queryKey={['a']} queryFn={source.run} />
        </ApiErrorBoundary>
      </ApiErrorBoundary>,
    )
    await screen.findByText('data')
    expect(source.run).toHaveBeenCalledTimes(1)
    await during(() => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    expect(source.run).toHaveBeenCalledTimes(2)
    await during(() => {
      onlineManager.setOnline(false)
      onlineManager.setOnline(true)
    })
    expect(source.run).toHaveBeenCalledTimes(3)
  })

  it('a wrapper that holds a client of its own ties its mutation to the form with useApiErrorMeta()', async () => {
    const clients = createClients()
    const own = new QueryClient()
    clients.client.attach(own)
    const send = (meta: Record<string, unknown>) =>
      own
        .getMutationCache()
        .build(own, { meta, mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })) })
        .execute(undefined)
    function Wrapper() {
      const meta = useApiErrorMeta()
      return <button onClick={() => void send(meta).catch(() => undefined)}>Send</button>
    }
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Wrapper />
      </ApiErrorBoundary>,
      { clients },
    )
    await during(() => fireEvent.click(screen.getByText('Send')))
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(toastTitles()).toEqual([])
  })

  it('a provider that comes after the queries of the page still hears of them', async () => {
    const clients = createClients()
    const source = createSource(makeFailure('HTTP_500'))
    render(
      <App clients={clients}>
        <ApiErrorBoundary>
          <Page queryKey={['a']} queryFn={source.run} />
        </ApiErrorBoundary>
      </App>,
    )
    await waitFor(() => expect(stateTitles()).toEqual([SERVICE]))
    takeConsole()
    await settled()
    expect(clients.reports).toHaveLength(1)
  })
})

describe('hydration', () => {
  const copy = (state: DehydratedState) => JSON.parse(JSON.stringify(state)) as DehydratedState

  it('S45 errored query hydrated from JSON: code and fields are recognized, and no toast', async () => {
    const server = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    await server.prefetchQuery({
      queryKey: ['a'],
      queryFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
    })
    const state = copy(dehydrate(server, { shouldDehydrateQuery: () => true }))
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    const source = createSource(undefined)
    renderApp(
      <HydrationBoundary state={state}>
        <InlinePage queryKey={['a']} queryFn={source.run} retryOnMount={false} />
      </HydrationBoundary>,
      { clients },
    )
    await waitFor(() => expect(stateTitles()).toEqual([words('PARAMETER_REQUIRED').title]))
    await settled()
    expect([...clients.reports, ...toastTitles()]).toEqual([])
  })

  it('S45 hydrated by a HydrationBoundary in a scope: fetched again when the page mounts', async () => {
    const server = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    await server.prefetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(makeFailure('HTTP_500')) })
    const source = createSource(undefined)
    source.works()
    const { reports } = renderApp(
      <ApiErrorBoundary>
        <HydrationBoundary state={copy(dehydrate(server, { shouldDehydrateQuery: () => true }))}>
          <Page queryKey={['a']} queryFn={source.run} />
        </HydrationBoundary>
      </ApiErrorBoundary>,
    )
    await screen.findByText('data')
    await settled()
    expect([...reports, ...toastTitles(), ...stateTitles()]).toEqual([])
  })

  it('S44 server pre-render failure that arrives redacted: a generic text; fetched again where a queryFn exists', async () => {
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    const promise = Promise.reject(new Error('redacted'))
    promise.catch(() => undefined)
    const state = {
      mutations: [],
      queries: [{ queryKey: ['a'], queryHash: '["a"]', promise, state: { ...pendingState } }],
    }
    hydrate(clients.queryClient, state as unknown as DehydratedState)
    await settled()
    const source = createSource(new Error('redacted'))
    renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
      { clients },
    )
    await waitFor(() => expect(stateTitles()).toEqual([words('UNKNOWN').title]))
    takeConsole()
    await settled()
    expect(document.body).not.toHaveTextContent('redacted')
    expect(toastTitles()).toEqual([])
    expect(source.run).toHaveBeenCalled()
  })
  const pendingState = {
    data: undefined,
    dataUpdateCount: 0,
    dataUpdatedAt: 0,
    error: null,
    errorUpdateCount: 0,
    errorUpdatedAt: 0,
    fetchFailureCount: 0,
    fetchFailureReason: null,
    fetchMeta: null,
    isInvalidated: false,
    status: 'pending',
    fetchStatus: 'fetching',
  }

  it('a mutation that is hydrated inside a scope is none of its form', async () => {
    const clients = createClients()
    clients.queryClient.setMutationDefaults(['m'], {
      mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
    })
    const paused = {
      context: undefined,
      data: undefined,
      error: null,
      failureCount: 0,
      failureReason: null,
      isPaused: true,
      status: 'pending' as const,
      variables: {},
      submittedAt: 1,
    }
    function Inner() {
      const inner = useQueryClient()
      const resume = () => {
        hydrate(inner, { queries: [], mutations: [{ mutationKey: ['m'], state: paused }] })
        void inner.resumePausedMutations()
      }
      return <button onClick={resume}>Resume</button>
    }
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Inner />
      </ApiErrorBoundary>,
      { clients },
    )
    await during(() => fireEvent.click(screen.getByText('Resume')))
    expect(screen.getByLabelText('To')).toBeValid()
    expect(toastTitles()).toEqual([words('PARAMETER_REQUIRED').title])
  })
})
