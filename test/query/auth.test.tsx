import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { DEMO_TOKEN } from '../../stories/telephony-api/authenticate.js'
import { ApiErrorBoundary, ErrorSummary, Field, type ApiErrorClientOptions } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'
import {
  createClients,
  createSource,
  during,
  Page,
  renderApp,
  request,
  startTelephony,
  stateTitles,
  toastTitles,
} from './app.js'
import { containing, words } from '../setup/words.js'

type Handler = NonNullable<ApiErrorClientOptions['onUnauthorized']>

startTelephony()
const SIGN_IN = words('HTTP_401').title

/** A session that ends, with calls that use its token. */
function createSession() {
  const session = { token: 'expired', refreshes: 0 }
  return {
    session,
    load: vi.fn<() => Promise<unknown>>(() => request('/Numbers', { token: session.token })),
    refresh: async () => {
      await Promise.resolve()
      session.refreshes++
      session.token = DEMO_TOKEN
    },
  }
}

function Save({
  run,
  name = 'Save',
}: {
  readonly run: (variables: string) => Promise<unknown>
  readonly name?: string
}) {
  const save = useMutation({ mutationFn: run })
  return <button onClick={() => save.mutate(name)}>{save.isSuccess ? `${name}d` : name}</button>
}

describe('the auth flow', () => {
  it('S12 12 queries fail with 401: one auth flow, no toasts, no boundary; afterwards what failed is fetched again', async () => {
    const { load, refresh } = createSession()
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await refresh()
      await retry()
    })
    const pages = Array.from({ length: 12 }, (_, key) => (
      <ApiErrorBoundary key={key}>
        <Page queryKey={[key]} queryFn={load} />
      </ApiErrorBoundary>
    ))
    const { reports } = renderApp(pages, { clients: createClients({ onUnauthorized }) })
    await waitFor(() => expect(screen.getAllByText('data')).toHaveLength(12))
    await settled()
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    expect(load).toHaveBeenCalledTimes(24)
    expect([...toastTitles(), ...stateTitles()]).toEqual([])
    expect(reports.map(({ homes }) => homes)).toEqual(Array.from({ length: 12 }, () => ['auth']))
  })

  it('retry() executes failed mutations again with their variables; mutateAsync that has rejected stays rejected', async () => {
    const { session, refresh } = createSession()
    const run = vi.fn<(name: string) => Promise<unknown>>((name) =>
      request(`/Numbers?name=${name}`, { token: session.token }),
    )
    const outcomes: unknown[] = []
    function SaveAsync() {
      const save = useMutation({ mutationFn: run })
      return (
        <button onClick={() => void save.mutateAsync('b').catch((reason: unknown) => outcomes.push(reason))}>
          {save.isSuccess ? 'Done' : 'Async'}
        </button>
      )
    }
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await refresh()
      await retry()
    })
    renderApp(
      <>
        <Save run={run} name="Save" />
        <SaveAsync />
      </>,
      { clients: createClients({ onUnauthorized }) },
    )
    fireEvent.click(screen.getByText('Save'))
    fireEvent.click(screen.getByText('Async'))
    await screen.findByText('Saved')
    await screen.findByText('Done')
    await settled()
    expect(run.mock.calls.map(([name]) => name)).toEqual(['Save', 'b', 'Save', 'b'])
    expect(outcomes).toMatchObject([{ status: 401 }])
    expect(toastTitles()).toEqual([])
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('S13 401 on the login mutation: an error of the form, with and without a summary; no flow, no loop', async () => {
    const onUnauthorized = vi.fn<Handler>()
    function Login() {
      const login = useMutation({
        mutationFn: () => request('/Numbers', { token: 'wrong' }),
        meta: { apiError: { home: 'summary' } },
      })
      return <button onClick={() => login.mutate()}>Login</button>
    }
    const { show, reports } = renderApp(
      <ApiErrorBoundary>
        <ErrorSummary />
        <Login />
      </ApiErrorBoundary>,
      { clients: createClients({ onUnauthorized }) },
    )
    fireEvent.click(screen.getByText('Login'))
    await waitFor(() => expect(reports).toHaveLength(1))
    await settled()
    show(
      <ApiErrorBoundary key="2">
        <Login />
      </ApiErrorBoundary>,
    )
    fireEvent.click(screen.getByText('Login'))
    await waitFor(() => expect(reports).toHaveLength(2))
    await settled()
    expect(reports.map(({ homes }) => homes)).toEqual([['summary'], ['toast']])
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('S13 a 401 that is a field issue of a login form stays in that form, with all its issues', async () => {
    const onUnauthorized = vi.fn<Handler>()
    const failure = makeFailure('PARAMETER_INVALID', { status: 401, fields: ['Password', 'Elsewhere'] })
    const { reports } = renderApp(
      <ApiErrorBoundary>
        <Field name="password" label="Password" />
        <Save run={() => Promise.reject(failure)} />
      </ApiErrorBoundary>,
      { clients: createClients({ onUnauthorized }) },
    )
    await during(() => fireEvent.click(screen.getByText('Save')))
    expect(screen.getByLabelText('Password')).toBeInvalid()
    expect(reports).toMatchObject([{ homes: ['field', 'toast'] }])
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('S13 the refresh call fails with 401 itself: it never waits on its own lock, and does not start over', async () => {
    const clients = createClients({
      onUnauthorized: async ({ retry }) => {
        await clients.queryClient
          .getMutationCache()
          .build(clients.queryClient, { mutationKey: ['refresh'], mutationFn: refresh })
          .execute(undefined)
        await retry()
      },
    })
    const refresh = vi.fn<() => Promise<unknown>>(() => request('/Numbers', { token: 'refresh-token-expired' }))
    renderApp(<Page queryKey={['a']} queryFn={() => request('/Numbers', { token: 'expired' })} />, { clients })
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    await settled()
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(toastTitles()[0]).toContain(SIGN_IN)
  })

  it('S15 a refresh timer and a 401 at once: one shared refresh', async () => {
    const { session, load, refresh } = createSession()
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await refresh()
      await retry()
    })
    const clients = createClients({ onUnauthorized })
    renderApp(
      [1, 2].map((key) => <Page key={key} queryKey={[key]} queryFn={load} />),
      { clients },
    )
    const outcomes = Promise.all([clients.client.signIn(), clients.client.signIn()])
    await waitFor(() => expect(screen.getAllByText('data')).toHaveLength(2))
    expect(await outcomes).toEqual([true, true])
    expect(session.refreshes).toBe(1)
    await settled()
    expect(toastTitles()).toEqual([])
  })

  it('S15 while the timer refreshes, a 401 joins it', async () => {
    const { session, load } = createSession()
    let refreshed: (() => void) | undefined
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await new Promise<void>((resolve) => (refreshed = resolve))
      session.token = DEMO_TOKEN
      await retry()
    })
    const clients = createClients({ onUnauthorized })
    void clients.client.signIn()
    renderApp(<Page queryKey={['a']} queryFn={load} />, { clients })
    await screen.findByText('failed')
    await settled()
    refreshed?.()
    await screen.findByText('data')
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
  })

  it('S16 refresh fails: every waiter keeps its original error, and one toast says that the session has ended', async () => {
    const { load } = createSession()
    const onUnauthorized = vi.fn<Handler>(() => Promise.reject(makeFailure('HTTP_401')))
    const clients = createClients({ onUnauthorized })
    renderApp(
      [1, 2, 3].map((key) => <Page key={key} queryKey={[key]} queryFn={load} />),
      { clients },
    )
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    await settled()
    expect(toastTitles()).toEqual([expect.stringMatching(containing(SIGN_IN, '×3'))])
    expect(clients.client.history.list().map(({ error }) => error.code)).toEqual([
      'UNAUTHORIZED',
      'UNAUTHORIZED',
      'UNAUTHORIZED',
    ])
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    expect(clients.problems.filter((problem) => problem instanceof Error)).toEqual([])
  })

  it('what is refused again after a sign-in is shown: no loop', async () => {
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await Promise.resolve()
      await retry()
    })
    const source = createSource(makeFailure('HTTP_401'))
    renderApp(<Page queryKey={['a']} queryFn={source.run} />, { clients: createClients({ onUnauthorized }) })
    await waitFor(() => expect(toastTitles()).toEqual([SIGN_IN]))
    await settled()
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    expect(source.run).toHaveBeenCalledTimes(2)
  })

  it('polling while the user signs in does not ask again', async () => {
    const { session, load } = createSession()
    let signedIn: (() => void) | undefined
    const onUnauthorized = vi.fn<Handler>(async ({ retry }) => {
      await new Promise<void>((resolve) => (signedIn = resolve))
      await retry()
    })
    const { queryClient } = renderApp(<Page queryKey={['a']} queryFn={load} />, {
      clients: createClients({ onUnauthorized }),
    })
    await screen.findByText('failed')
    await settled()
    for (let poll = 0; poll < 3; poll++) await during(() => queryClient.refetchQueries())
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    session.token = DEMO_TOKEN
    signedIn?.()
    await screen.findByText('data')
    expect(load).toHaveBeenCalledTimes(5)
  })

  it('a handler that throws is a problem of the app; the failure is shown', async () => {
    const bug = new Error('bug')
    const clients = createClients({
      onUnauthorized: () => {
        throw bug
      },
    })
    renderApp(<Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_401')).run} />, { clients })
    await waitFor(() => expect(toastTitles()).toEqual([SIGN_IN]))
    expect(clients.problems).toEqual([bug])
  })

  it('without onUnauthorized a 401 follows the ordinary order', async () => {
    renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={createSource(makeFailure('HTTP_401')).run} />
      </ApiErrorBoundary>,
    )
    await waitFor(() => expect(stateTitles()).toEqual([SIGN_IN]))
    await settled()
    takeConsole()
    expect(toastTitles()).toEqual([])
  })
})
