import { useMutation, useQueries, useQuery, type QueryClient } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { ui, words } from '../setup/words.js'
import { createClients, createSource, during, Page, renderApp, toastTitles } from './app.js'

const TITLE = words('HTTP_500').title
const failing = () => createSource(makeFailure('HTTP_500'))
const close = () => fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${ui('close')}`) }))

/** A query that has worked, and whose refetch fails: then a toast is all that is shown. */
async function renderFailed(page: (run: () => Promise<unknown>) => ReactNode) {
  const source = failing()
  source.works()
  const app = renderApp(page(source.run))
  await during(() => undefined)
  source.fails(makeFailure('HTTP_500'))
  await during(() => app.queryClient.refetchQueries())
  expect(toastTitles()).toEqual([TITLE])
  return { ...app, source }
}

function Save({ run, gcTime }: { readonly run: () => Promise<unknown>; readonly gcTime?: number }): ReactNode {
  const save = useMutation({ mutationFn: run, ...(gcTime === undefined ? {} : { gcTime }) })
  return <button onClick={() => save.mutate()}>Save</button>
}

/** Runs something between the failure of a query or mutation and the decision about its toast. */
function onNextFailure(queryClient: QueryClient, run: () => void): void {
  for (const cache of [queryClient.getQueryCache(), queryClient.getMutationCache()]) {
    const unsubscribe = cache.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return
      unsubscribe()
      queueMicrotask(run)
    })
  }
}

// The kind: the user closes a toast while the same request has failed again, and nothing is decided yet.
describe('a toast that is closed does not come back', () => {
  it.each(['the same code', 'another code'])('when a poll has just failed with %s', async (what) => {
    const { queryClient, source } = await renderFailed((run) => <Page queryKey={['a']} queryFn={run} />)
    if (what === 'another code') source.fails(makeFailure('NETWORK'))
    onNextFailure(queryClient, close)
    await during(() => queryClient.refetchQueries())
    expect(toastTitles()).toEqual([])
    await during(() => queryClient.refetchQueries())
    expect(toastTitles()).toEqual([])
  })

  it('when Try again of a mutation has just failed', async () => {
    const source = failing()
    const { queryClient, client } = renderApp(<Save run={source.run} />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    onNextFailure(queryClient, close)
    await during(() => client.retryToast(client.toasts.list()[0]?.id ?? ''))
    expect(source.run).toHaveBeenCalledTimes(2)
    expect(toastTitles()).toEqual([])
    expect(client.history.list()[0]?.closed).toBe('dismissed')
  })
})

// The kind: nobody watches any more what failed.
describe('a toast goes with the last component that watched its query', () => {
  const queries: Record<string, (run: () => Promise<unknown>) => ReactNode> = {
    'outside of a boundary': (run) => <Page queryKey={['a']} queryFn={run} />,
    'in a boundary': (run) => (
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={run} />
      </ApiErrorBoundary>
    ),
    'of useQueries': (run) => <Several run={run} />,
  }
  function Several({ run }: { readonly run: () => Promise<unknown> }): ReactNode {
    return useQueries({ queries: [{ queryKey: ['a'], queryFn: run }] }).length
  }

  it.each(Object.entries(queries))('%s', async (_, page) => {
    const { show, client } = await renderFailed(page)
    await during(() => show('elsewhere'))
    expect(toastTitles()).toEqual([])
    expect(client.history.list()[0]?.closed).toBe('left')
  })

  it('not while another watches it, or takes its place', async () => {
    const { show } = await renderFailed((run) => [
      <Page key="1" queryKey={['a']} queryFn={run} />,
      <ApiErrorBoundary key="2">
        <Page queryKey={['a']} queryFn={run} />
      </ApiErrorBoundary>,
    ])
    const next = <Page key="1" queryKey={['a']} queryFn={failing().run} staleTime={Infinity} retryOnMount={false} />
    await during(() => show([next]))
    expect(toastTitles()).toEqual([TITLE])
    await during(() => show([<div key="3">{next}</div>]))
    expect(toastTitles()).toEqual([TITLE])
  })

  it('when it goes between the failure and its decision', async () => {
    const { queryClient, show, reports } = renderApp(<Page queryKey={['a']} queryFn={failing().run} />)
    onNextFailure(queryClient, () => show('elsewhere'))
    await during(() => undefined)
    expect(toastTitles()).toEqual([])
    expect(reports).toHaveLength(1)
  })

  it('when its key changes', async () => {
    const works = () => Promise.resolve('ok')
    function Row({ id, run }: { readonly id: string; readonly run: () => Promise<unknown> }): ReactNode {
      return useQuery({ queryKey: [id], queryFn: run }).status
    }
    const { show } = await renderFailed((run) => <Row id="a" run={run} />)
    await during(() => show(<Row id="b" run={works} />))
    expect(toastTitles()).toEqual([])
  })

  it('but a change that failed stays, although its form has gone', async () => {
    const { show } = renderApp(<Save run={failing().run} />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    await during(() => show('elsewhere'))
    expect(toastTitles()).toEqual([TITLE])
  })
})

// The kind: the app has emptied its cache, most often since the user has signed out.
describe('queryClient.clear() leaves nothing for the next user', () => {
  it('of queries and of mutations, on the page and gone from it', async () => {
    const clients = createClients()
    const { queryClient, show } = renderApp(
      [<Page key="1" queryKey={['a']} queryFn={failing().run} />, <Save key="2" run={failing().run} />],
      { clients },
    )
    await during(() => fireEvent.click(screen.getByText('Save')))
    expect(toastTitles()).toHaveLength(1)
    await during(() => show('signed out'))
    await during(() => queryClient.clear())
    expect(toastTitles()).toEqual([])
    await during(() => show('the next user'))
    expect(toastTitles()).toEqual([])
  })

  it('of what the app has reported of a query', async () => {
    const { client, queryClient } = renderApp(null)
    const load = queryClient.fetchQuery({ queryKey: ['a'], queryFn: failing().run })
    await during(() => load.catch((error: unknown) => client.report(error)))
    await during(() => queryClient.clear())
    expect(toastTitles()).toEqual([])
  })

  it('of a failure that is not decided yet', async () => {
    const { queryClient } = renderApp(null)
    onNextFailure(queryClient, () => queryClient.clear())
    const meta = { apiError: { home: 'toast' } }
    await during(() => queryClient.prefetchQuery({ queryKey: ['a'], queryFn: failing().run, meta }))
    expect(toastTitles()).toEqual([])
  })

  it('of a change whose answer comes later, and which has gone', async () => {
    let answer: (() => void) | undefined
    const run = () => new Promise((_, reject) => (answer = () => reject(makeFailure('HTTP_500'))))
    const { queryClient, show, reports } = renderApp(<Save run={run} />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    await during(() => show('signed out'))
    await during(() => queryClient.clear())
    await during(() => answer?.())
    expect(toastTitles()).toEqual([])
    expect(reports).toMatchObject([{ closed: 'left' }])
  })

  it('nor is a change of the user before sent again by the next sign-in', async () => {
    const onUnauthorized = vi.fn<(request: { readonly retry: () => Promise<void> }) => void>()
    const source = createSource(makeFailure('HTTP_401'))
    const { queryClient } = renderApp(<Save run={source.run} />, { clients: createClients({ onUnauthorized }) })
    await during(() => fireEvent.click(screen.getByText('Save')))
    await during(() => queryClient.clear())
    await during(() => onUnauthorized.mock.calls[0]?.[0].retry())
    expect(source.run).toHaveBeenCalledTimes(1)
  })

  it('but what the cache collects as garbage keeps its toast', async () => {
    const { queryClient, show } = renderApp(<Save run={failing().run} gcTime={0} />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    await during(() => show('elsewhere'))
    await vi.waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]))
    expect(toastTitles()).toEqual([TITLE])
  })
})
