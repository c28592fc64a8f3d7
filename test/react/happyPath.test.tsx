import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ErrorSummary,
  Field,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { settled } from '../setup/settled.js'

it('renders nothing below the provider and the boundary when requests succeed', async () => {
  const renders = { outside: 0, inside: 0 }
  function Bystander({ place }: { readonly place: keyof typeof renders }): ReactNode {
    renders[place]++
    return null
  }
  function Worker(): ReactNode {
    const query = useQuery({ queryKey: ['data'], queryFn: () => Promise.resolve('data') })
    const save = useMutation({ mutationFn: () => Promise.resolve('saved') })
    return (
      <button type="button" onClick={() => save.mutate()}>
        {query.data} {save.data}
      </button>
    )
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>
        <Bystander place="outside" />
        <ApiErrorBoundary>
          <Bystander place="inside" />
          <ErrorSummary />
          <Field name="to" label="To" />
          <Worker />
        </ApiErrorBoundary>
        <ApiErrorToaster />
      </ApiErrorProvider>
    </QueryClientProvider>,
  )
  await screen.findByText('data')
  await userEvent.click(screen.getByRole('button', { name: 'data' }))
  await screen.findByText('data saved')
  await settled()
  expect(renders).toEqual({ outside: 1, inside: 1 })
})
