import { keepPreviousData, QueryClient, useQueries, useQuery } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { ApiErrorBoundary, apiThrowOnError, useApiError } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { stateTitles } from '../setup/onScreen.js'
import { takeConsole } from '../setup/console.js'
import { words } from '../setup/words.js'
import { createClients, during, Page, renderApp, toastTitles } from './app.js'

// The kind: a query fails that has no data of its own, while data of another is on screen in its place.

const TITLE = words('HTTP_500').title

const load = async (page: number) => {
  await Promise.resolve()
  if (page > 1) throw makeFailure('HTTP_500')
  return `rows of ${page}`
}

/** Shows the last rows there were: with the failure TanStack Query takes placeholder data out of the result. */
function Table({ page, data, isError, onNext }: TableProps): ReactNode {
  const [last, setLast] = useState(data)
  if (data !== undefined && data !== last) setLast(data)
  return (
    <>
      <p>{last}</p>
      <button onClick={onNext}>Next</button>
      {isError && `page ${page} failed`}
    </>
  )
}
interface TableProps {
  readonly page: number
  readonly data: string | undefined
  readonly isError: boolean
  readonly onNext: () => void
}

const pages: Record<string, () => ReactNode> = {
  keepPreviousData: function Kept() {
    const [page, setPage] = useState(1)
    const query = useQuery({ queryKey: [page], queryFn: () => load(page), placeholderData: keepPreviousData })
    return <Table page={page} {...query} onNext={() => setPage(page + 1)} />
  },
  'placeholderData, a value': function Value() {
    const [page, setPage] = useState(1)
    const query = useQuery({ queryKey: [page], queryFn: () => load(page), placeholderData: 'rows of 1' })
    return <Table page={page} {...query} onNext={() => setPage(page + 1)} />
  },
  'placeholderData, in useQueries': function Several() {
    const [page, setPage] = useState(1)
    const options = { queryKey: [page], queryFn: () => load(page), placeholderData: 'rows of 1' }
    const [query] = useQueries({ queries: [options] })
    return <Table page={page} data={query.data} isError={query.isError} onNext={() => setPage(page + 1)} />
  },
  'keepPreviousData, shown inline': function Inline() {
    const [page, setPage] = useState(1)
    const query = useQuery({ queryKey: [page], queryFn: () => load(page), placeholderData: keepPreviousData })
    return (
      <>
        <Table page={page} {...query} onNext={() => setPage(page + 1)} />
        <em>{useApiError(query).title}</em>
      </>
    )
  },
}

it.each(Object.entries(pages))('%s: the next page fails, and table and pager stay', async (name, Table) => {
  const { reports } = renderApp(
    <ApiErrorBoundary>
      <Table />
    </ApiErrorBoundary>,
  )
  await during(() => undefined)
  for (const page of [2, 3]) {
    await during(() => fireEvent.click(screen.getByText('Next')))
    expect(screen.getByText('rows of 1')).toBeVisible()
    expect(screen.getByText(`page ${page} failed`)).toBeVisible()
    expect(stateTitles()).toEqual([])
  }
  const isInline = name.endsWith('inline')
  expect(toastTitles()).toEqual(isInline ? [] : [TITLE])
  expect(screen.queryAllByText(TITLE, { selector: 'em' })).toHaveLength(isInline ? 1 : 0)
  expect(reports).toHaveLength(2)
})

it('outside of a boundary with apiThrowOnError, too', async () => {
  const Kept = pages.keepPreviousData ?? (() => null)
  const clients = createClients()
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, throwOnError: apiThrowOnError } } })
  renderApp(<Kept />, { clients: { ...clients, queryClient } })
  await during(() => undefined)
  await during(() => fireEvent.click(screen.getByText('Next')))
  expect(screen.getByText('rows of 1')).toBeVisible()
  expect(toastTitles()).toEqual([TITLE])
})

it('the first page has nothing to keep: the boundary shows it; so does a scope beside one with a placeholder', async () => {
  const queryFn = () => load(2)
  renderApp([
    <ApiErrorBoundary key="1">
      <Page queryKey={['a']} queryFn={queryFn} placeholderData={keepPreviousData} />
    </ApiErrorBoundary>,
    <ApiErrorBoundary key="2">
      <Page queryKey={['b']} queryFn={queryFn} placeholderData="rows" />
    </ApiErrorBoundary>,
    <ApiErrorBoundary key="3">
      <Page queryKey={['b']} queryFn={queryFn} />
    </ApiErrorBoundary>,
  ])
  await during(() => undefined)
  takeConsole()
  expect(stateTitles()).toEqual([TITLE, TITLE])
  expect(screen.getAllByText('failed')).toHaveLength(1)
})
