import { useSuspenseInfiniteQuery, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorState } from '../../src/index.js'
import { takeConsole } from '../setup/console.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'
import { during, renderApp, stateTitles, toastTitles } from './app.js'

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
