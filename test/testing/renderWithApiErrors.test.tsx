import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, useApiErrorClient } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'
import { flush, makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { ui, words } from '../setup/words.js'

const REGION = ui('toastRegion', { hotkey: 'F6' })

function Account() {
  useQuery({ queryKey: ['account'], queryFn: () => Promise.reject(makeFailure('HTTP_500')) })
  return null
}

const account = (
  <ApiErrorBoundary>
    <Account />
  </ApiErrorBoundary>
)

test('shows failures without further setup, and at the first try', async () => {
  const { apiErrors } = renderWithApiErrors(account)
  await flush()
  // React tells the console too what was thrown while rendering.
  takeConsole()
  expect(screen.getByRole('heading', { name: words('HTTP_500').title })).toBeVisible()
  expect(apiErrors.history.list()).toHaveLength(1)
})

test('has a toaster and makes new clients for each call', () => {
  const first = renderWithApiErrors(<p />)
  first.unmount()
  const second = renderWithApiErrors(<p />)
  expect(screen.getAllByRole('region', { name: REGION })).toHaveLength(1)
  expect(second.apiErrors).not.toBe(first.apiErrors)
  expect(second.queryClient).not.toBe(first.queryClient)
})

test('uses the clients and the language that it is given', async () => {
  const apiErrors = new ApiErrorClient({ locales: [en, nl] })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const seen: unknown[] = []
  function Look() {
    seen.push(useApiErrorClient(), useQueryClient())
    return null
  }
  const result = renderWithApiErrors(
    <>
      <Look />
      {account}
    </>,
    { apiErrors, queryClient, locale: 'nl' },
  )
  await flush()
  takeConsole()
  expect(seen.slice(0, 2)).toEqual([apiErrors, queryClient])
  expect(result).toMatchObject({ apiErrors, queryClient })
  expect(screen.getByRole('heading')).toHaveTextContent(nl.codes.HTTP_500[0])
})

test('puts a wrapper around everything', () => {
  const wrapper = ({ children }: { readonly children: ReactNode }) => <div data-testid="mine">{children}</div>
  renderWithApiErrors(<p>Content</p>, { wrapper })
  expect(screen.getByTestId('mine')).toContainElement(screen.getByText('Content'))
  expect(screen.getByTestId('mine')).toContainElement(screen.getByRole('region', { name: REGION }))
})
