import { dehydrate, hydrate, QueryClient, useMutation, useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, Field, useApiErrorMeta } from '../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'

const failure = makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
const everything = {
  shouldDehydrateMutation: () => true,
  shouldDehydrateQuery: () => true,
  shouldRedactErrors: () => false,
}
const mutationFn = () => Promise.reject(failure)

function Plain({ meta }: { readonly meta?: Record<string, unknown> }): ReactNode {
  const { mutate } = useMutation({ mutationFn, ...(meta === undefined ? {} : { meta }) })
  const { data } = useQuery({ queryKey: ['a'], queryFn: () => Promise.resolve('here') })
  return (
    <>
      <Field name="to" label="To" />
      <p>{data}</p>
      <button onClick={() => mutate()}>Send</button>
    </>
  )
}

function Tied(): ReactNode {
  return <Plain meta={{ ...useApiErrorMeta({ home: 'summary' }), mine: 1 }} />
}

function Sent(): ReactNode {
  return (
    <ApiForm mutation={useMutation({ mutationFn })}>
      <Field name="to" label="To" />
      <button>Send</button>
    </ApiForm>
  )
}

const cases: readonly { readonly what: string; readonly page: ReactNode; readonly meta: unknown }[] = [
  { what: 'without a meta', page: <Plain />, meta: undefined },
  { what: 'with a meta', page: <Plain meta={{ mine: 1 }} />, meta: { mine: 1 } },
  { what: 'with apiError', page: <Plain meta={{ apiError: { id: 'x' } }} />, meta: { apiError: { id: 'x' } } },
  { what: 'tied by useApiErrorMeta(), spread', page: <Tied />, meta: { apiError: { home: 'summary' }, mine: 1 } },
  { what: 'sent by an ApiForm', page: <Sent />, meta: undefined },
]

// P70. The kind: what an app stores or sends of its caches is what it would be without this library.
describe('what is dehydrated of a mutation in a boundary', () => {
  it.each(cases)('has nothing of ours, and it failed at its field: $what', async ({ page, meta }) => {
    const { queryClient } = renderWithApiErrors(<ApiErrorBoundary>{page}</ApiErrorBoundary>)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    const { mutations, queries } = dehydrate(queryClient, everything)
    expect(mutations).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(mutations[0]))).toEqual({
      state: expect.anything(),
      ...(meta === undefined ? {} : { meta }),
    })
    expect(structuredClone(mutations.map((mutation) => mutation.meta))).toEqual([meta])
    for (const query of queries) expect(Object.keys(query)).not.toContain('meta')
  })

  it('is at home nowhere when it comes to another page', async () => {
    const before = renderWithApiErrors(<ApiErrorBoundary>{cases[3]?.page}</ApiErrorBoundary>)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const stored = JSON.parse(JSON.stringify(dehydrate(before.queryClient, everything)))
    before.unmount()
    const after = new QueryClient()
    hydrate(after, stored)
    renderWithApiErrors(<ApiErrorBoundary>{cases[0]?.page}</ApiErrorBoundary>, { queryClient: after })
    await settled()
    expect(screen.getByLabelText('To')).toBeValid()
  })
})

describe('the meta of a mutation in a boundary', () => {
  it.each([{ mine: 1 }, { apiError: { id: 'x' } }])('is the very object that the app gave: %j', async (meta) => {
    const { queryClient } = renderWithApiErrors(
      <ApiErrorBoundary>
        <Plain meta={meta} />
      </ApiErrorBoundary>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(queryClient.getMutationCache().getAll()[0]?.meta).toBe(meta)
  })
})
