import { useSuspenseInfiniteQuery, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiErrorBoundary, ErrorState } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { createSource, during, renderApp, stateTitles, toastTitles } from './app.js'

const UNKNOWN = words('UNKNOWN').title

const queryFn = async (): Promise<{ readonly names: readonly string[] }> => {
  await Promise.resolve()
  return { names: [] }
}
let isBroken = true
const select = (data: unknown): string => {
  if (isBroken) throw new TypeError('a bug in select')
  return `data ${typeof data}`
}

function One(): ReactNode {
  return <p>{useSuspenseQuery({ queryKey: ['one'], queryFn, select }).data}</p>
}
function Inline(): ReactNode {
  return <p>{useSuspenseQuery({ queryKey: ['inline'], queryFn, select: (data) => select(data) }).data}</p>
}
function Several(): ReactNode {
  const [first, second] = useSuspenseQueries({
    queries: [
      { queryKey: ['first'], queryFn },
      { queryKey: ['second'], queryFn, select },
    ],
  })
  return <p>{first.data.names.length === 0 && second.data}</p>
}
function Pages(): ReactNode {
  const { data } = useSuspenseInfiniteQuery({
    queryKey: ['pages'],
    queryFn,
    select,
    initialPageParam: 0,
    getNextPageParam: () => undefined,
  })
  return <p>{data}</p>
}

async function show(page: ReactNode) {
  const app = renderApp(
    <ApiErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <>
          <ErrorState error={error} />
          <button onClick={resetErrorBoundary}>Reset</button>
        </>
      )}
    >
      <Suspense fallback={<p>loading</p>}>{page}</Suspense>
    </ApiErrorBoundary>,
  )
  await during(() => undefined)
  await settled()
  return app
}

// The kind: what a suspense query fails with is not the failure of its request, and the data are there.
describe('P61 a suspense query whose select throws', () => {
  it.each([
    { what: 'useSuspenseQuery', page: <One /> },
    { what: 'with a new function in each render', page: <Inline /> },
    { what: 'useSuspenseQueries', page: <Several /> },
    { what: 'useSuspenseInfiniteQuery', page: <Pages /> },
  ])('goes to the boundary, and is rendered once select works: $what', async ({ page }) => {
    isBroken = true
    const { reports } = await show(page)
    expect(stateTitles()).toEqual([UNKNOWN])
    expect(reports).toMatchObject([{ homes: ['boundary'] }])
    expect(toastTitles()).toEqual([])
    takeConsole()
    isBroken = false
    await during(() => fireEvent.click(screen.getByRole('button', { name: 'Reset' })))
    expect(screen.getByText('data object')).toBeVisible()
    expect(stateTitles()).toEqual([])
  })

  it('goes to the boundary on a later visit, when the data are cached', async () => {
    isBroken = false
    const { show: rerender } = await show(<One />)
    expect(screen.getByText('data object')).toBeVisible()
    rerender(<p>elsewhere</p>)
    isBroken = true
    rerender(
      <ApiErrorBoundary key="again">
        <One />
      </ApiErrorBoundary>,
    )
    await settled()
    expect(stateTitles()).toEqual([UNKNOWN])
    takeConsole()
  })
})

// The kind: a boundary waits for a suspense failure that is on its way, and must not wait for one that has arrived.
describe('P62 a page that failed earlier is opened again while a suspense failure is shown', () => {
  const run = (name: string, source: ReturnType<typeof createSource>) => {
    function Page(): ReactNode {
      useSuspenseQuery({ queryKey: [name], queryFn: source.run })
      return <p>{name}</p>
    }
    return (
      <ApiErrorBoundary key={name}>
        <Suspense fallback={<p>loading</p>}>
          <Page />
        </Suspense>
      </ApiErrorBoundary>
    )
  }
  const failing = () => createSource(makeFailure('HTTP_500'))

  it.each<{ where: string; elsewhere: (failed: ReactNode) => ReactNode }>([
    { where: 'beside it', elsewhere: (failed) => failed },
    { where: 'in an inner boundary', elsewhere: (failed) => <ApiErrorBoundary>{failed}</ApiErrorBoundary> },
    { where: 'below a Suspense that holds both', elsewhere: (failed) => <Suspense>{failed}</Suspense> },
  ])('$where: it is fetched', async ({ elsewhere }) => {
    const [shown, opened] = [failing(), failing()]
    const page = (content: ReactNode): ReactNode => (
      <>
        {elsewhere(run('shown', shown))}
        {content}
      </>
    )
    const { show: rerender } = renderApp(page(run('opened', opened)))
    await during(() => undefined)
    await settled()
    expect(stateTitles()).toHaveLength(2)
    rerender(page(<p>elsewhere</p>))
    await settled()
    opened.works()
    rerender(page(run('opened', opened)))
    await screen.findByText('opened')
    expect(opened.run).toHaveBeenCalledTimes(2)
    expect(shown.run).toHaveBeenCalledTimes(1)
    expect(stateTitles()).toHaveLength(1)
    takeConsole()
  })

  it.each<{ what: string; around: (content: ReactNode) => ReactNode; titles: number }>([
    {
      what: 'with another failure beside it in one boundary',
      around: (content) => <ApiErrorBoundary>{content}</ApiErrorBoundary>,
      titles: 1,
    },
    {
      what: 'by a boundary of the app',
      around: (content) => <ErrorBoundary fallback={<p>broken</p>}>{content}</ErrorBoundary>,
      titles: 0,
    },
  ])('$what: it is fetched', async ({ around, titles }) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const opened = failing()
    function Failing({ name }: { readonly name: string }): ReactNode {
      useSuspenseQuery({ queryKey: [name], queryFn: failing().run })
      return null
    }
    const page = (content: ReactNode): ReactNode => (
      <>
        {around(
          <Suspense fallback={<p>loading</p>}>
            <Failing name="first" />
            <Failing name="second" />
          </Suspense>,
        )}
        {content}
      </>
    )
    const { show: rerender } = renderApp(page(run('opened', opened)))
    await during(() => undefined)
    await settled()
    expect(stateTitles()).toHaveLength(titles + 1)
    rerender(page(<p>elsewhere</p>))
    await settled()
    opened.works()
    // Of a boundary that is not ours nothing tells when it has caught.
    vi.setSystemTime(Date.now() + 4_000)
    rerender(page(run('opened', opened)))
    await screen.findByText('opened')
    expect(opened.run).toHaveBeenCalledTimes(2)
    takeConsole()
  })

  it('which has failed while the page was away: it is fetched', async () => {
    const [shown, opened] = [failing(), failing()]
    const { show: rerender } = renderApp(run('opened', opened))
    await during(() => undefined)
    await settled()
    rerender(run('shown', shown))
    await during(() => undefined)
    await settled()
    opened.works()
    rerender(
      <>
        {run('shown', shown)}
        {run('opened', opened)}
      </>,
    )
    await screen.findByText('opened')
    expect(opened.run).toHaveBeenCalledTimes(2)
    takeConsole()
  })
})
