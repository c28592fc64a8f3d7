import { CancelledError, focusManager, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { API_URL } from '../../stories/telephony-api/client.js'
import { ApiErrorBoundary, ErrorState, useApiError } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'
import {
  createClients,
  createSource,
  during,
  InlinePage,
  Page,
  renderApp,
  request,
  startTelephony,
  stateTitles,
  toastTitles,
} from './app.js'
import { containing, ui, words } from '../setup/words.js'

const { network } = startTelephony()
const SERVICE = words('HTTP_500').title

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  focusManager.setFocused(undefined)
})

describe('a first load', () => {
  it('S1 query fails after 3 attempts: one toast at the end, none for each attempt', async () => {
    const queryFn = vi.fn<() => Promise<unknown>>(() => request('/Numbers', { simulate: '500' }))
    const counts: number[] = []
    const { client, reports } = renderApp(
      <Page
        queryKey={['numbers']}
        queryFn={queryFn}
        retry={2}
        retryDelay={() => (counts.push(client.toasts.list().length), 1)}
      />,
    )
    await screen.findByText('failed')
    await settled()
    expect(queryFn).toHaveBeenCalledTimes(3)
    expect(counts.some((count) => count > 0)).toBe(false)
    expect(toastTitles()).toEqual([SERVICE])
    expect(reports).toHaveLength(1)
  })

  it('S2 same key in 3 components under StrictMode: one report, one toast', async () => {
    const options = { queryKey: ['numbers'], queryFn: () => request('/Numbers', { simulate: '500' }) }
    const { reports } = renderApp([1, 2, 3].map((key) => <Page key={key} {...options} />))
    await waitFor(() => expect(screen.getAllByText('failed')).toHaveLength(3))
    await settled()
    expect(toastTitles()).toEqual([SERVICE])
    expect(reports).toMatchObject([{ type: 'query', key: ['numbers'], homes: ['toast'] }])
  })

  it('S36 queryFn rejects with undefined, a string and a plain body: each is normalized, and each is shown', async () => {
    const failures = [undefined, 'a secret', { ResponseStatus: { ErrorCode: 'PROJECT_LIMIT_REACHED', Message: 'm' } }]
    const { reports } = renderApp(
      failures.map((failure, index) => (
        <Page key={typeof failure} queryKey={[index]} queryFn={createSource(failure).run} />
      )),
    )
    await waitFor(() => expect(screen.getAllByText('failed')).toHaveLength(3))
    await settled()
    expect(reports.map(({ code }) => code)).toEqual(['UNKNOWN', 'UNKNOWN', 'PROJECT_LIMIT_REACHED'])
    expect(toastTitles()).toHaveLength(2)
    expect(toastTitles().join()).toMatch(containing(words('PROJECT_LIMIT_REACHED').title, '×2'))
    expect(document.body).not.toHaveTextContent('a secret')
  })

  it.each([undefined, 'a string', null])('S36 thrown %j: a boundary shows it once', async (failure) => {
    const { reports } = renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={createSource(failure).run} />
      </ApiErrorBoundary>,
    )
    await waitFor(() => expect(stateTitles()).toHaveLength(1))
    await settled()
    takeConsole()
    expect(toastTitles()).toEqual([])
    expect(reports).toMatchObject([{ homes: ['boundary'] }])
  })

  it('S38 HTML or an empty body on 502, or JSON of another shape: a pseudo code, and never the raw body', async () => {
    const bodies = ['<!doctype html><h1>Bad gateway of nginx</h1>', '', '{"oops":"nginx"}']
    const { reports } = renderApp(
      bodies.map((body, index) => {
        network.use(
          http.get(
            `${API_URL}/Bad/${index}`,
            () =>
              new HttpResponse(body, {
                status: 502,
                headers: { 'Content-Type': body.startsWith('{') ? 'application/json' : 'text/html' },
              }),
          ),
        )
        return <Page key={body} queryKey={[index]} queryFn={() => request(`/Bad/${index}`)} />
      }),
    )
    await waitFor(() => expect(screen.getAllByText('failed')).toHaveLength(3))
    await settled()
    expect(reports.map(({ code }) => code)).toEqual(['HTTP_502', 'HTTP_502', 'HTTP_502'])
    expect(document.body).not.toHaveTextContent('nginx')
    expect(toastTitles()).toHaveLength(1)
  })
})

describe('what is no failure', () => {
  it.each([true, false])('S3 cancelQueries with revert %s: nothing is shown or reported', async (revert) => {
    const queryFn = vi.fn<(context: { signal: AbortSignal }) => Promise<unknown>>(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    )
    const { queryClient, reports } = renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={queryFn} />
      </ApiErrorBoundary>,
    )
    await waitFor(() => expect(queryFn).toHaveBeenCalled())
    await during(() => queryClient.cancelQueries({ queryKey: ['a'] }, { revert }))
    expect(reports).toEqual([])
    expect([...toastTitles(), ...stateTitles()]).toEqual([])
    expect(screen.getByText(/loading|failed/)).toBeVisible()
  })

  it('S4 CancelledError of another copy of query-core, minified or of 5.0: still recognized', async () => {
    class X extends Error {
      revert = true
    }
    class Y {
      revert = undefined
      silent = undefined
    }
    for (const failure of [new X('CancelledError'), new Y(), new CancelledError()]) {
      const { client, reports, unmount } = renderApp(
        <Page queryKey={['a']} queryFn={() => Promise.reject(failure as Error)} />,
      )
      await settled()
      expect(reports).toEqual([])
      expect(client.history.list()).toEqual([])
      unmount()
    }
  })

  it('S5 component unmounts while fetch listens to the signal: nothing', async () => {
    const queryFn = vi.fn<(context: { signal: AbortSignal }) => Promise<unknown>>(({ signal }) =>
      request('/Numbers', { simulate: 'slow', signal }),
    )
    const { reports, show, client } = renderApp(<Page queryKey={['a']} queryFn={queryFn} />)
    await waitFor(() => expect(queryFn).toHaveBeenCalled())
    const [context] = queryFn.mock.lastCall ?? []
    show(null)
    await waitFor(() => expect(context?.signal.aborted).toBe(true))
    await settled()
    expect(reports).toEqual([])
    expect(client.history.list()).toEqual([])
  })

  it('S6 AbortSignal.timeout() fires: a timeout, with Try again', async () => {
    const queryFn = () => request('/Numbers', { simulate: 'slow', signal: AbortSignal.timeout(5) })
    renderApp(<InlinePage queryKey={['a']} queryFn={queryFn} />)
    await screen.findByRole('heading', { name: words('TIMEOUT').title })
    expect(screen.getByRole('button', { name: ui('tryAgain') })).toBeVisible()
    await settled()
    expect(toastTitles()).toEqual([])
  })

  it.each([
    ['a redirect of Next', Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' })],
    ['a 404 of Next', Object.assign(new Error('x'), { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })],
    [
      'a redirect of TanStack Router',
      Object.assign(new Response(null, { status: 307 }), { options: { to: '/login' } }),
    ],
    ['a not-found of TanStack Router', { isNotFound: true }],
    ['a redirect of React Router', new Response(null, { status: 302, headers: { Location: '/login' } })],
  ])('S39 thrown in a queryFn, %s: no toast, no report', async (_, signal) => {
    const { reports, client } = renderApp(<Page queryKey={['a']} queryFn={() => Promise.reject(signal as Error)} />)
    await screen.findByText('failed')
    await settled()
    expect(reports).toEqual([])
    expect(client.history.list()).toEqual([])
    expect(toastTitles()).toEqual([])
  })
})

describe('a background refetch', () => {
  function Stale() {
    const query = useQuery({ queryKey: ['a'], queryFn: () => ({}) })
    return <p>{String(useApiError(query).isStale)}</p>
  }

  it('S7 background refetch fails twice: the page stays and one toast is updated in place', async () => {
    const source = createSource(undefined)
    source.works()
    const { queryClient, client, reports } = renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
    )
    await screen.findByText('data')
    source.fails(makeFailure('HTTP_500'))
    await during(() => queryClient.refetchQueries())
    const [first] = client.toasts.list()
    await during(() => queryClient.refetchQueries())
    expect(screen.getByText('data')).toBeVisible()
    expect(toastTitles()).toEqual([SERVICE])
    expect(client.toasts.list()).toMatchObject([{ id: first?.id, count: 1, revision: first?.revision }])
    expect(reports).toHaveLength(2)
  })

  it('S7 a component that shows it inline: isStale is true, and no toast', async () => {
    const clients = createClients()
    clients.queryClient.setQueryData(['a'], {})
    renderApp(<Stale />, { clients })
    expect(screen.getByText('false')).toBeVisible()
    clients.queryClient.setQueryDefaults(['a'], {})
    await settled()
    await during(() =>
      clients.queryClient
        .fetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(makeFailure('HTTP_500')), staleTime: 0 })
        .catch(() => undefined),
    )
    expect(screen.getByText('true')).toBeVisible()
    expect(toastTitles()).toEqual([])
  })

  it('S8 polling during an outage: one toast; dismissed, it stays away until the outage ends', async () => {
    const source = createSource(undefined)
    source.works()
    const { queryClient, client } = renderApp(<Page queryKey={['a']} queryFn={source.run} />)
    await screen.findByText('data')
    const poll = () => during(() => queryClient.refetchQueries())
    source.fails(makeFailure('HTTP_500'))
    await poll()
    const toast = client.toasts.list()[0]
    for (let count = 0; count < 4; count++) await poll()
    expect(client.toasts.list()).toMatchObject([{ id: toast?.id, revision: toast?.revision, count: 1 }])
    await userEvent.click(screen.getByRole('button', { name: ui('close') }))
    await poll()
    source.fails(makeFailure('NETWORK'))
    await poll()
    expect(toastTitles()).toEqual([])
    source.works()
    await poll()
    source.fails(makeFailure('HTTP_500'))
    await poll()
    expect(toastTitles()).toEqual([SERVICE])
  })

  it('S8 polling by refetchInterval: one toast', async () => {
    vi.useFakeTimers()
    const queryFn = vi.fn<() => Promise<unknown>>().mockResolvedValueOnce({}).mockRejectedValue(makeFailure('HTTP_500'))
    const { client } = renderApp(<Page queryKey={['a']} queryFn={queryFn} refetchInterval={5000} />)
    for (let count = 0; count < 4; count++) await act(() => vi.advanceTimersByTimeAsync(5000))
    expect(queryFn.mock.calls.length).toBeGreaterThan(3)
    expect(client.toasts.list()).toMatchObject([{ count: 1, revision: 1 }])
    expect(screen.getByText('data')).toBeInTheDocument()
  })

  it('S9 query recovers: its toast closes, and nothing is said', async () => {
    const source = createSource(undefined)
    source.works()
    const { queryClient, client } = renderApp(<Page queryKey={['a']} queryFn={source.run} />)
    await screen.findByText('data')
    source.fails(makeFailure('HTTP_500'))
    await during(() => queryClient.refetchQueries())
    expect(toastTitles()).toHaveLength(1)
    const spoken = () => document.querySelector('[data-rae-announcer]')?.textContent
    const before = spoken()
    source.works()
    await during(() => queryClient.refetchQueries())
    expect(toastTitles()).toEqual([])
    expect(['', before]).toContain(spoken())
    expect(client.history.list()).toMatchObject([{ closed: 'recovered' }])
  })

  it.each([
    ['setQueryData', (c: ReturnType<typeof createClients>) => c.queryClient.setQueryData(['a'], { fresh: true })],
    ['resetQueries', (c: ReturnType<typeof createClients>) => c.queryClient.resetQueries({ queryKey: ['a'] })],
    ['removeQueries', (c: ReturnType<typeof createClients>) => c.queryClient.removeQueries({ queryKey: ['a'] })],
    ['clear', (c: ReturnType<typeof createClients>) => c.queryClient.clear()],
  ])('S10 %s: the toasts of those queries close', async (_, run) => {
    const source = createSource(makeFailure('HTTP_500'))
    const clients = createClients()
    renderApp(<Page queryKey={['a']} queryFn={source.run} />, { clients })
    await screen.findByText('failed')
    await settled()
    expect(toastTitles()).toHaveLength(1)
    source.works()
    await during(() => run(clients))
    expect(toastTitles()).toEqual([])
  })

  it('S11 12 queries fail with the same 500 on focus: one toast ×12', async () => {
    const source = createSource(undefined)
    source.works()
    const keys = Array.from({ length: 12 }, (_, index) => index)
    const { client, reports } = renderApp(keys.map((key) => <Page key={key} queryKey={[key]} queryFn={source.run} />))
    await waitFor(() => expect(screen.getAllByText('data')).toHaveLength(12))
    source.fails(makeFailure('HTTP_500'))
    await during(() => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    expect(client.toasts.list()).toMatchObject([{ count: 12 }])
    expect(toastTitles()).toEqual([expect.stringContaining('×12')])
    expect(reports).toHaveLength(12)
  })

  it('S47 hidden tab: retries wait, and the toast comes when the tab is seen', async () => {
    const queryFn = vi.fn<() => Promise<unknown>>(() => Promise.reject(makeFailure('HTTP_500')))
    const { client } = renderApp(<Page queryKey={['a']} queryFn={queryFn} retry={1} retryDelay={1} />)
    act(() => focusManager.setFocused(false))
    await waitFor(() => expect(client.toasts.list()).toEqual([]))
    await settled()
    expect(queryFn).toHaveBeenCalledTimes(1)
    expect(client.toasts.list()).toEqual([])
    act(() => focusManager.setFocused(true))
    await screen.findByText('failed')
    await settled()
    expect(toastTitles()).toEqual([SERVICE])
  })
})

describe('a result with more to it', () => {
  function Numbers() {
    const query = useInfiniteQuery({
      queryKey: ['pages'],
      initialPageParam: 0,
      queryFn: ({ pageParam }) => pages(pageParam),
      getNextPageParam: (_: unknown, all: unknown[]) => all.length,
    })
    return (
      <>
        <p>{query.data?.pages.length ?? 0} pages</p>
        <button onClick={() => void query.fetchNextPage()}>More</button>
        {query.isError && <ErrorState error={query} variant="inline" />}
      </>
    )
  }
  let pages = vi.fn<(page: number) => Promise<unknown>>()

  it('S21 fetchNextPage fails: the first pages stay, and Try again asks for the one that failed', async () => {
    pages = vi.fn<(page: number) => Promise<unknown>>((page) =>
      page === 1 && pages.mock.calls.length < 3 ? request('/Numbers', { simulate: '500' }) : request('/Numbers'),
    )
    renderApp(
      <ApiErrorBoundary>
        <Numbers />
      </ApiErrorBoundary>,
    )
    await screen.findByText('1 pages')
    await userEvent.click(screen.getByText('More'))
    await screen.findByRole('heading', { name: SERVICE })
    await settled()
    expect(screen.getByText('1 pages')).toBeVisible()
    expect(toastTitles()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
    await screen.findByText('2 pages')
    expect(pages.mock.calls.map(([page]) => page)).toEqual([0, 1, 1])
    expect(stateTitles()).toEqual([])
  })

  it('S37 select throws: the component shows it; no toast, no report', async () => {
    const { reports } = renderApp(<InlinePage queryKey={['a']} queryFn={() => request('/Numbers')} select={fail} />)
    await waitFor(() => expect(stateTitles()).toHaveLength(1))
    await settled()
    expect(toastTitles()).toEqual([])
    expect(reports).toEqual([])
    function fail(): never {
      throw new TypeError('Cannot read properties of undefined')
    }
  })

  it('S46 devtools set an error: inline and boundary show it; no toast, no report', async () => {
    const clients = createClients()
    renderApp(
      <>
        <InlinePage queryKey={['inline']} queryFn={() => request('/Numbers')} />
        <ApiErrorBoundary>
          <Page queryKey={['boundary']} queryFn={() => request('/Numbers')} />
        </ApiErrorBoundary>
      </>,
      { clients },
    )
    await waitFor(() => expect(screen.getAllByText('data')).toHaveLength(2))
    await during(() => {
      for (const query of clients.queryClient.getQueryCache().getAll())
        query.setState({ data: undefined, status: 'error', error: new Error(`of ${query.queryHash}`) })
    })
    takeConsole()
    expect(stateTitles()).toHaveLength(2)
    expect(toastTitles()).toEqual([])
    expect(clients.reports).toEqual([])
  })

  it('S48 two components, one with meta.apiError false: the last one decides, and a warning says so', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    const { queryClient } = renderApp(
      <>
        <Page queryKey={['S48']} queryFn={source.run} />
        <Page queryKey={['S48']} queryFn={source.run} meta={{ apiError: false }} />
      </>,
    )
    await waitFor(() => expect(screen.getAllByText('failed')).toHaveLength(2))
    await settled()
    const isQuiet = queryClient.getQueryCache().find({ queryKey: ['S48'] })?.meta?.apiError === false
    expect(toastTitles()).toHaveLength(isQuiet ? 0 : 1)
    expect(takeConsole().join()).toContain('["S48"] give it different meta.apiError')
  })
})
