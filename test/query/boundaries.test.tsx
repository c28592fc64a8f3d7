import {
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useSuspenseQuery,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import * as React from 'react'
import { Component, Suspense, useState, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  ApiErrorBoundary,
  apiThrowOnError,
  ErrorState,
  Field,
  useErrorBoundary,
  withErrorBoundary,
  type ApiErrorBoundaryProps,
  type ApiErrorFallbackProps,
} from '../../src/index.js'
import { storeOf } from '../../src/query/ApiErrorClient.js'
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
  request,
  startTelephony,
  stateTitles,
  toastTitles,
} from './app.js'
import { containing, ui, words } from '../setup/words.js'

startTelephony()
const SERVICE = words('HTTP_500').title
const tryAgain = () => during(() => fireEvent.click(screen.getByRole('button', { name: ui('tryAgain') })))

function SuspensePage({
  queryKey,
  queryFn,
}: {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<unknown>
}) {
  useSuspenseQuery({ queryKey, queryFn })
  return <p>data</p>
}
const inSuspense = (page: ReactNode, props: ApiErrorBoundaryProps = {}) => (
  <ApiErrorBoundary {...props}>
    <Suspense fallback={<p>loading</p>}>{page}</Suspense>
  </ApiErrorBoundary>
)
const pages = [
  ['a plain query', (props: { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }) => <Page {...props} />],
  [
    'a suspense query',
    (props: { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }) => <SuspensePage {...props} />,
  ],
] as const

async function failed(): Promise<void> {
  await waitFor(() => expect(stateTitles()).not.toEqual([]))
  await settled()
  takeConsole() // React prints what a boundary catches
}

describe('a query that is thrown', () => {
  it('S22 suspense first load fails: the boundary only, although the query has no observers', async () => {
    const { reports } = renderApp(
      inSuspense(<SuspensePage queryKey={['a']} queryFn={() => request('/Numbers', { simulate: '500' })} />),
    )
    await failed()
    expect(stateTitles()).toEqual([SERVICE])
    expect(toastTitles()).toEqual([])
    expect(reports).toMatchObject([{ homes: ['boundary'] }])
  })

  it('S23 suspense background failure: a toast, and the page stays', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    source.works()
    const { queryClient } = renderApp(inSuspense(<SuspensePage queryKey={['a']} queryFn={source.run} />))
    await screen.findByText('data')
    source.fails(makeFailure('HTTP_500'))
    await during(() => queryClient.refetchQueries())
    expect(screen.getByText('data')).toBeVisible()
    expect(toastTitles()).toEqual([SERVICE])
  })

  it('S24 throwOnError and a background failure: apiThrowOnError keeps the page', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    source.works()
    const clients = createClients({}, { defaultOptions: { queries: { retry: false, throwOnError: apiThrowOnError } } })
    renderApp(<Page queryKey={['a']} queryFn={source.run} />, { clients })
    await screen.findByText('data')
    source.fails(makeFailure('HTTP_500'))
    await during(() => clients.queryClient.refetchQueries())
    expect(screen.getByText('data')).toBeVisible()
    expect(toastTitles()).toEqual([SERVICE])
  })

  it.each(pages)('S25 boundary "Try again", %s: exactly one new fetch', async (_, page) => {
    const source = createSource(makeFailure('HTTP_500'))
    renderApp(inSuspense(page({ queryKey: ['a'], queryFn: source.run })))
    await failed()
    expect(source.run).toHaveBeenCalledTimes(1)
    source.works()
    await tryAgain()
    await screen.findByText('data')
    expect(source.run).toHaveBeenCalledTimes(2)
  })

  it.each(pages)(
    'S26 leave the page with the boundary shown and come back, %s: it is fetched again',
    async (_, page) => {
      const source = createSource(makeFailure('HTTP_500'))
      const ui = inSuspense(page({ queryKey: ['a'], queryFn: source.run }))
      const { show } = renderApp(ui)
      await failed()
      show(<p>elsewhere</p>)
      await settled()
      source.works()
      show(ui)
      await screen.findByText('data')
      expect(source.run).toHaveBeenCalledTimes(2)
      expect(stateTitles()).toEqual([])
    },
  )

  it.each(pages)('S27 error cached by a loader, then %s mounts: it is fetched again', async (_, page) => {
    const source = createSource(makeFailure('HTTP_500'))
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    await clients.queryClient.fetchQuery({ queryKey: ['a'], queryFn: source.run }).catch(() => undefined)
    await settled()
    expect(clients.reports).toMatchObject([{ homes: ['none'] }])
    source.works()
    renderApp(inSuspense(page({ queryKey: ['a'], queryFn: source.run })), { clients })
    await screen.findByText('data')
    expect(source.run).toHaveBeenCalledTimes(2)
    expect(stateTitles()).toEqual([])
  })

  it.each(pages)(
    'S27 in a boundary that stays while its resetKeys change, %s: it is fetched again',
    async (_, page) => {
      const source = createSource(makeFailure('HTTP_500'))
      const clients = createClients()
      const at = (path: string, content: ReactNode) => inSuspense(content, { resetKeys: [path] })
      const { show } = renderApp(at('/', <p>home</p>), { clients })
      await during(() =>
        clients.queryClient.fetchQuery({ queryKey: ['a'], queryFn: source.run }).catch(() => undefined),
      )
      source.works()
      show(at('/a', page({ queryKey: ['a'], queryFn: source.run })))
      await screen.findByText('data')
      expect(stateTitles()).toEqual([])
    },
  )

  it.each(pages)(
    'S28 the boundary starts over while the query is being fetched, %s: no flash of the old error',
    async (_, page) => {
      let answer: ((value: unknown) => void) | undefined
      const queryFn = vi.fn<() => Promise<unknown>>(() => Promise.reject(makeFailure('HTTP_500')))
      renderApp(inSuspense(page({ queryKey: ['a'], queryFn }), { FallbackComponent: Fallback }))
      const seen: string[] = []
      function Fallback({ resetErrorBoundary }: ApiErrorFallbackProps) {
        seen.push('fallback')
        return <button onClick={resetErrorBoundary}>Again</button>
      }
      await screen.findByText('Again')
      await settled()
      takeConsole()
      queryFn.mockImplementation(() => new Promise((resolve) => (answer = resolve)))
      seen.length = 0
      await during(() => fireEvent.click(screen.getByText('Again')))
      expect(screen.getByText('loading')).toBeVisible()
      expect(seen).toEqual([])
      await during(() => answer?.({}))
      expect(screen.getByText('data')).toBeVisible()
    },
  )

  it('S42 suspense error before the provider has committed: caught, as attach was called beside the QueryClient', async () => {
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    renderApp(
      <Foreign>
        <SuspensePage queryKey={['a']} queryFn={() => request('/Numbers', { simulate: '500' })} />
      </Foreign>,
      { clients },
    )
    await screen.findByText('of another library')
    await settled()
    takeConsole()
    expect(clients.reports).toMatchObject([{ code: 'HTTP_500' }])
  })

  it('S14 403 on the query of a page: the boundary, and nobody is signed out', async () => {
    const onUnauthorized = vi.fn<() => void>()
    renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={() => request('/Numbers', { simulate: '403' })} />
      </ApiErrorBoundary>,
      { clients: createClients({ onUnauthorized }) },
    )
    await failed()
    expect(stateTitles()).toHaveLength(1)
    expect(toastTitles()).toEqual([])
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('useQueries in a scope: one boundary shows every failure once, and no toast', async () => {
    function Both() {
      useQueries({
        queries: ['a', 'b'].map((key) => ({
          queryKey: [key],
          queryFn: () => Promise.reject(makeFailure(key === 'a' ? 'HTTP_500' : 'PROJECT_LIMIT_REACHED')),
        })),
      })
      return null
    }
    renderApp(
      <ApiErrorBoundary>
        <Both />
      </ApiErrorBoundary>,
    )
    await failed()
    expect(toastTitles()).toEqual([])
    expect(screen.getByRole('list')).toHaveTextContent(
      containing(words('HTTP_500').text, words('PROJECT_LIMIT_REACHED').text),
    )
  })

  it('a query in two scopes: one home in each, one report, no toast', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    const { reports } = renderApp(
      [1, 2].map((key) => (
        <ApiErrorBoundary key={key}>
          <Page queryKey={['a']} queryFn={source.run} />
        </ApiErrorBoundary>
      )),
    )
    await failed()
    expect(stateTitles()).toEqual([SERVICE, SERVICE])
    expect(reports).toHaveLength(1)
    expect(toastTitles()).toEqual([])
  })

  it.each([true, false])(
    'a suspense query below a <Suspense> that holds the whole app, attached before: %s: shown, not fetched for ever',
    async (isAttached) => {
      const source = createSource(makeFailure('HTTP_500'))
      const clients = createClients()
      if (isAttached) clients.client.attach(clients.queryClient)
      render(
        <Suspense fallback={<p>loading</p>}>
          <App clients={clients}>
            <ApiErrorBoundary>
              <SuspensePage queryKey={['a']} queryFn={source.run} />
            </ApiErrorBoundary>
          </App>
        </Suspense>,
      )
      await failed()
      expect(stateTitles()).toEqual([SERVICE])
      expect(source.run.mock.calls.length).toBeLessThanOrEqual(2)
      expect(clients.reports).toHaveLength(1)
      expect(toastTitles()).toEqual([])
    },
  )

  it('an infinite query in a scope goes to its boundary, and Try again loads it', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    function Pages() {
      const query = useInfiniteQuery({
        queryKey: ['pages'],
        initialPageParam: 0,
        queryFn: source.run,
        getNextPageParam: () => null,
      })
      return <p>{query.data?.pages.length ?? 'loading'}</p>
    }
    renderApp(
      <ApiErrorBoundary>
        <Pages />
      </ApiErrorBoundary>,
    )
    await failed()
    expect(stateTitles()).toEqual([SERVICE])
    source.works()
    await tryAgain()
    expect(await screen.findByText('1')).toBeVisible()
  })

  it('when the query recovers without the boundary, the boundary gives way', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    const { queryClient } = renderApp(inSuspense(<SuspensePage queryKey={['a']} queryFn={source.run} />))
    await failed()
    await during(() => queryClient.setQueryData(['a'], { from: 'elsewhere' }))
    expect(screen.getByText('data')).toBeVisible()
  })
})

describe('a query that is not thrown', () => {
  it('options list fails inside a half-filled form: the form stays, and the failure has one place', async () => {
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Page queryKey={['a']} queryFn={() => request('/Numbers', { simulate: '500' })} />
      </ApiErrorBoundary>,
    )
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '+44' } })
    await screen.findByText('failed')
    await settled()
    expect(screen.getByLabelText('To')).toHaveValue('+44')
    expect(toastTitles()).toEqual([SERVICE])
  })

  it.each([
    ['queries="inline"', { queries: 'inline' as const }, {}],
    ['throwOnError: false', {}, { throwOnError: false }],
  ])('%s: the component shows it, else a toast', async (_, props, options) => {
    const { show } = renderApp(
      <ApiErrorBoundary {...props}>
        <InlinePage queryKey={['a']} queryFn={createSource(makeFailure('HTTP_500')).run} {...options} />
      </ApiErrorBoundary>,
    )
    await waitFor(() => expect(stateTitles()).toEqual([SERVICE]))
    await settled()
    expect(toastTitles()).toEqual([])
    show(null)
    await settled()
    expect(toastTitles()).toEqual([])
  })

  it('nobody watches: reported, in the history, no toast; one where meta asks for it', async () => {
    const clients = createClients()
    renderApp(<p />, { clients })
    await during(() =>
      clients.queryClient.prefetchQuery({ queryKey: ['a'], queryFn: () => request('/Numbers', { simulate: '500' }) }),
    )
    expect(toastTitles()).toEqual([])
    expect(clients.client.history.list()).toHaveLength(1)
    await during(() =>
      clients.queryClient.prefetchQuery({
        queryKey: ['b'],
        queryFn: () => request('/Numbers', { simulate: '500' }),
        meta: { apiError: { home: 'toast' } },
      }),
    )
    expect(toastTitles()).toEqual([SERVICE])
    expect(clients.reports).toHaveLength(2)
  })

  it('a claim that comes late takes the toast away', async () => {
    function Late() {
      const query = useQuery({ queryKey: ['a'], queryFn: () => request('/Numbers', { simulate: '500' }) })
      const [isShown, show] = useState(false)
      return (
        <div>
          {query.isError && (isShown ? <ErrorState error={query} /> : <button onClick={() => show(true)}>Show</button>)}
        </div>
      )
    }
    renderApp(<Late />)
    await waitFor(() => expect(toastTitles()).toEqual([SERVICE]))
    await during(() => fireEvent.click(screen.getByText('Show')))
    expect(toastTitles()).toEqual([])
    expect(stateTitles()).toEqual([SERVICE])
  })
})

/** A boundary of a router, or of another library. */
class Foreign extends Component<{ readonly children: ReactNode; readonly onCatch?: (error: unknown) => void }> {
  override state = { error: undefined as unknown, didCatch: false }
  static getDerivedStateFromError(error: unknown) {
    return { error, didCatch: true }
  }
  override componentDidCatch(error: unknown): void {
    this.props.onCatch?.(error)
  }
  override render(): ReactNode {
    return this.state.didCatch ? <p>of another library</p> : this.props.children
  }
}

function Throw({ what }: { readonly what: unknown }): ReactNode {
  throw what
}

describe('the boundary', () => {
  it.each([
    Object.assign(new Error('x'), { digest: 'NEXT_REDIRECT;replace;/;307;' }),
    Object.assign(new Error('x'), { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' }),
    { isNotFound: true },
  ])("S40 a router's signal thrown in render: it goes on to the router's boundary (%#)", async (signal) => {
    const onCatch = vi.fn<(error: unknown) => void>()
    const { reports } = renderApp(
      <Foreign onCatch={onCatch}>
        <ApiErrorBoundary>
          <ApiErrorBoundary>
            <Throw what={signal} />
          </ApiErrorBoundary>
        </ApiErrorBoundary>
      </Foreign>,
    )
    await settled()
    takeConsole()
    expect(onCatch).toHaveBeenCalledWith(signal)
    expect(reports).toEqual([])
    expect(stateTitles()).toEqual([])
  })

  it('gives its fallback the thrown value, the normalized one and the words', async () => {
    const failure = makeFailure('HTTP_500', { requestId: 'r-1' })
    const given: ApiErrorFallbackProps[] = []
    renderApp(
      <ApiErrorBoundary fallbackRender={(props) => (given.push(props), (<p>{props.title}</p>))}>
        <Throw what={failure} />
      </ApiErrorBoundary>,
    )
    await settled()
    takeConsole()
    expect(given.at(-1)).toMatchObject({
      title: SERVICE,
      canRetry: true,
      isRetrying: false,
      retryCount: 0,
      details: { code: 'HTTP_500', requestId: 'r-1' },
    })
    expect(given.at(-1)?.error).toBe(failure)
    expect(given.at(-1)?.apiError.code).toBe('HTTP_500')
    expect(given.at(-1)?.nextStep).not.toBe('')
  })

  it('reports once to onError and onReport, whatever StrictMode does', async () => {
    const onError = vi.fn<() => void>()
    const { reports } = renderApp(
      <ApiErrorBoundary onError={onError}>
        <Throw what={new TypeError('bug')} />
      </ApiErrorBoundary>,
    )
    await settled()
    takeConsole()
    expect(onError).toHaveBeenCalledTimes(1)
    expect(reports).toHaveLength(1)
    expect(toastTitles()).toEqual([])
  })

  it('has fallbacks by code and by status', async () => {
    const fallbacks = { PROJECT_LIMIT_REACHED: () => <p>upgrade</p>, 403: () => <p>ask</p> }
    const { show } = renderApp(
      <ApiErrorBoundary fallbacks={fallbacks}>
        <Throw what={makeFailure('PROJECT_LIMIT_REACHED')} />
      </ApiErrorBoundary>,
    )
    expect(await screen.findByText('upgrade')).toBeVisible()
    show(
      <ApiErrorBoundary key="2" fallbacks={fallbacks}>
        <Throw what={makeFailure('FORBIDDEN')} />
      </ApiErrorBoundary>,
    )
    expect(await screen.findByText('ask')).toBeVisible()
    show(
      <ApiErrorBoundary key="3" fallbacks={fallbacks}>
        <Throw what={makeFailure('HTTP_500')} />
      </ApiErrorBoundary>,
    )
    await failed()
    expect(stateTitles()).toEqual([SERVICE])
  })

  it('with match shows what matches, and lets the rest go up', async () => {
    const source = createSource(makeFailure('HTTP_500'))
    const { client, reports } = renderApp(
      <ApiErrorBoundary fallbackRender={({ title }) => <p>outer: {title}</p>}>
        <ApiErrorBoundary match={({ status }) => status === 403}>
          <Page queryKey={['a']} queryFn={source.run} />
        </ApiErrorBoundary>
      </ApiErrorBoundary>,
    )
    await screen.findByText(`outer: ${SERVICE}`)
    await settled()
    takeConsole()
    expect(toastTitles()).toEqual([])
    expect(reports).toHaveLength(1)
    expect(client.history.list()).toMatchObject([{ closed: undefined }])
  })

  it('starts over when resetKeys change, and says why', async () => {
    const onReset = vi.fn<(details: object) => void>()
    const at = (id: number, content: ReactNode) => (
      <ApiErrorBoundary resetKeys={[id]} onReset={onReset}>
        {content}
      </ApiErrorBoundary>
    )
    const { show } = renderApp(at(1, <Throw what={makeFailure('HTTP_500')} />))
    await failed()
    show(at(2, <p>fine</p>))
    expect(await screen.findByText('fine')).toBeVisible()
    expect(onReset).toHaveBeenCalledTimes(1)
    expect(onReset).toHaveBeenCalledWith({ reason: 'keys', prev: [1], next: [2] })
  })

  it('while it tries again says so, counts, and gives the heading the focus when it fails again', async () => {
    let fail: (() => void) | undefined
    const queryFn = vi.fn<() => Promise<unknown>>(() => Promise.reject(makeFailure('HTTP_500')))
    renderApp(
      <Suspense fallback={<p>loading</p>}>
        <ApiErrorBoundary>
          <SuspensePage queryKey={['a']} queryFn={queryFn} />
        </ApiErrorBoundary>
      </Suspense>,
    )
    await failed()
    expect(screen.getByRole('alert')).toBeVisible()
    expect(document.body).toHaveFocus()
    queryFn.mockImplementation(() => new Promise((_, reject) => (fail = () => reject(makeFailure('HTTP_500')))))
    screen.getByRole('button', { name: ui('tryAgain') }).focus()
    await tryAgain()
    const busy = screen.getByRole('button', { name: ui('tryingAgain') })
    expect(busy).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(busy)
    await during(() => fail?.())
    takeConsole()
    expect(queryFn).toHaveBeenCalledTimes(2)
    expect(screen.getByRole('heading', { name: SERVICE })).toHaveFocus()
  })

  it('is no alert at the first paint of the page', async () => {
    renderApp(
      <ApiErrorBoundary>
        <Throw what={makeFailure('HTTP_500')} />
      </ApiErrorBoundary>,
    )
    await failed()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('useErrorBoundary shows the failure of a mutation there, and only there', async () => {
    function Save() {
      const { showBoundary } = useErrorBoundary()
      const save = useMutation({
        mutationFn: () => Promise.reject(makeFailure('PROJECT_LIMIT_REACHED')),
        onError: showBoundary,
      })
      return <button onClick={() => save.mutate()}>Save</button>
    }
    const Safe = withErrorBoundary(Save, {
      fallbackRender: ({ title, resetErrorBoundary }) => <button onClick={resetErrorBoundary}>{title}</button>,
    })
    const { reports } = renderApp(<Safe />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    takeConsole()
    expect(toastTitles()).toEqual([])
    expect(reports).toMatchObject([{ homes: ['boundary'] }])
    await during(() => fireEvent.click(screen.getByText(words('PROJECT_LIMIT_REACHED').title)))
    expect(screen.getByText('Save')).toBeVisible()
    expect(toastTitles()).toEqual([])
  })

  it('warns of a QueryClientProvider between it and its form', async () => {
    renderApp(
      <ApiErrorBoundary>
        <QueryClientProvider client={new QueryClient()}>
          <Field name="to" label="To" />
        </QueryClientProvider>
      </ApiErrorBoundary>,
    )
    await settled()
    expect(takeConsole().join()).toContain(
      'There is a <QueryClientProvider> between an <ApiErrorBoundary> and its form.',
    )
  })

  it('under a suspended parent leaves no scope behind', async () => {
    const clients = createClients()
    const register = vi.spyOn(storeOf(clients.client).surfaces, 'addScope')
    let open: (() => void) | undefined
    const gate = new Promise<unknown>((resolve) => (open = () => resolve({})))
    renderApp(
      <Suspense fallback={<p>loading</p>}>
        <ApiErrorBoundary>
          <SuspensePage queryKey={['slow']} queryFn={() => gate} />
        </ApiErrorBoundary>
      </Suspense>,
      { clients },
    )
    await settled()
    expect(register).not.toHaveBeenCalled()
    await during(() => open?.())
    await screen.findByText('data')
    const ids = new Set(register.mock.calls.map(([{ id }]) => id))
    expect(ids.size).toBe(1)
  })

  const { Activity } = React as { Activity?: React.ComponentType<{ mode: 'visible' | 'hidden'; children: ReactNode }> }
  it.runIf(Activity !== undefined)(
    'under <Activity>: hidden it is no surface, seen again it shows what failed',
    async () => {
      if (Activity === undefined) return
      function Form() {
        const save = useMutation({
          mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
        })
        return <button onClick={() => save.mutate()}>Save</button>
      }
      const clients = createClients()
      const tab = (mode: 'visible' | 'hidden') => (
        <Activity mode={mode}>
          <ApiErrorBoundary>
            <Field name="to" label="To" />
            <Form />
          </ApiErrorBoundary>
        </Activity>
      )
      const { show } = renderApp(tab('visible'), { clients })
      await during(() => fireEvent.click(screen.getByText('Save')))
      expect(screen.getByLabelText('To')).toBeInvalid()
      act(() => show(tab('hidden')))
      await settled()
      expect(toastTitles()).toEqual([])
      expect(clients.client.history.list()).toMatchObject([{ closed: 'left' }])
      act(() => show(tab('visible')))
      await settled()
      expect(screen.getByLabelText('To')).toBeInvalid()
      expect(clients.client.history.list()).toMatchObject([{ closed: undefined }])
    },
  )
})
