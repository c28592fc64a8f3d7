import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { ErrorState, useApiError } from '../../../src/index.js'
import { makeFailure, renderWithApiErrors, type FailureCode } from '../../../src/testing/index.js'
import { stateTitles, toastTitles } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'

let code: FailureCode | undefined
let loads = 0
const load = () => (code === undefined ? Promise.resolve(`version ${++loads}`) : Promise.reject(makeFailure(code)))

beforeEach(() => {
  code = undefined
  loads = 0
})

const useVersion = () => useQuery({ queryKey: ['version'], queryFn: load })

function Inline() {
  const query = useVersion()
  return (
    <>
      <p>{query.data}</p>
      <ErrorState error={query} variant="inline" />
    </>
  )
}

function OfError() {
  const { data, error } = useVersion()
  return (
    <>
      <p>{data}</p>
      {error !== null && <ErrorState error={error} variant="inline" />}
    </>
  )
}

function Own() {
  const query = useVersion()
  const { title, canRetry, retry, isRetrying, isStale } = useApiError(query)
  return (
    <div data-variant="">
      <p>{query.data}</p>
      {isStale && <p>{ui('stale')}</p>}
      {title !== null && <h2>{title}</h2>}
      {canRetry && <button onClick={retry}>{isRetrying ? ui('tryingAgain') : ui('tryAgain')}</button>}
    </div>
  )
}

async function failRefetch(Page: () => ReactNode, failWith: FailureCode = 'HTTP_500') {
  const { queryClient } = renderWithApiErrors(<Page />)
  await screen.findByText('version 1')
  code = failWith
  await queryClient.refetchQueries()
  await settled()
}

describe.each([
  ['<ErrorState error={query}>', Inline],
  ['<ErrorState error={query.error}>', OfError],
  ['useApiError(query)', Own],
])('a failed refetch, shown by %s', (_, Page) => {
  it('leaves what is there, and says beside it that it may be out of date, with Try again', async () => {
    await failRefetch(Page)
    expect(screen.getByText('version 1')).toBeVisible()
    expect(screen.getByText(ui('stale'))).toBeVisible()
    expect(toastTitles()).toEqual([])
    code = undefined
    fireEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
    await settled()
    expect(screen.getByText('version 2')).toBeVisible()
    expect(screen.queryByText(ui('stale'))).toBeNull()
    expect(stateTitles()).toEqual([])
  })

  it('that fails again stays', async () => {
    await failRefetch(Page)
    fireEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
    await settled()
    expect(stateTitles()).toEqual([words('HTTP_500').title])
    expect(screen.getByRole('button', { name: ui('tryAgain') })).toBeEnabled()
  })

  it('has no Try again where that cannot help', async () => {
    await failRefetch(Page, 'PROPERTY_NOT_FOUND')
    expect(screen.getByText(ui('stale'))).toBeVisible()
    expect(screen.queryByRole('button', { name: ui('tryAgain') })).toBeNull()
  })
})

describe('what is not out of date', () => {
  it('is a first load that failed', async () => {
    code = 'HTTP_500'
    renderWithApiErrors(<Inline />)
    await settled()
    expect(stateTitles()).toEqual([words('HTTP_500').title])
    expect(screen.queryByText(ui('stale'))).toBeNull()
  })

  it('are the pages before one that failed', async () => {
    function Pages() {
      const query = useInfiniteQuery({
        queryKey: ['pages'],
        queryFn: load,
        initialPageParam: 0,
        getNextPageParam: () => 1,
      })
      return (
        <>
          <p>{query.data?.pages.join()}</p>
          <button onClick={() => void query.fetchNextPage()}>More</button>
          <ErrorState error={query} variant="inline" />
        </>
      )
    }
    renderWithApiErrors(<Pages />)
    await screen.findByText('version 1')
    code = 'HTTP_500'
    fireEvent.click(screen.getByRole('button', { name: 'More' }))
    await settled()
    expect(stateTitles()).toEqual([words('HTTP_500').title])
    expect(screen.queryByText(ui('stale'))).toBeNull()
    code = undefined
    fireEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
    await settled()
    expect(screen.getByText('version 1,version 2')).toBeVisible()
  })
})
