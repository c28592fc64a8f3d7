import { useMutation, useQuery, type QueryClient } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, defineCatalog, Field, type ApiErrorClient, type ApiErrorMeta } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { words } from '../setup/words.js'
import { createClients, createSource, during, Page, renderApp, toastTitles } from './app.js'

const TITLE = words('HTTP_500').title
const failing = () => createSource(makeFailure('HTTP_500'))

interface Loading {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<unknown>
}
const loaders = {
  fetchQuery: (client: QueryClient, options: Loading): Promise<unknown> => client.fetchQuery(options),
  ensureQueryData: (client: QueryClient, options: Loading): Promise<unknown> => client.ensureQueryData(options),
  fetchInfiniteQuery: (client: QueryClient, options: Loading): Promise<unknown> =>
    client.fetchInfiniteQuery({ ...options, initialPageParam: 0 }),
}

// The kind: the app catches what a cache has told of, and reports it.
describe('what the app reports is shown, once', () => {
  it.each(['fetchQuery', 'ensureQueryData', 'fetchInfiniteQuery'] as const)(
    'after %s, at once and later',
    async (how) => {
      const { client, queryClient, reports } = renderApp(null)
      const load = (key: string) => loaders[how](queryClient, { queryKey: [key], queryFn: failing().run })
      await during(async () => {
        try {
          await load('a')
        } catch (error) {
          client.report(error)
          client.report(error)
        }
      })
      expect(toastTitles()).toEqual([TITLE])
      expect(reports.map(({ homes }) => homes)).toEqual([['toast']])

      let later: unknown
      await during(() => load('b').catch((error: unknown) => (later = error)))
      await during(() => client.report(later))
      expect(toastTitles()).toHaveLength(1)
      expect(reports).toHaveLength(2)
    },
  )

  it('also of a query that is not kept', async () => {
    const { client, queryClient, reports } = renderApp(null)
    let caught: unknown
    const load = queryClient.fetchQuery({ queryKey: ['a'], queryFn: failing().run, gcTime: 0 })
    await during(() => load.catch((error: unknown) => (caught = error)))
    expect(queryClient.getQueryCache().getAll()).toEqual([])
    for (let count = 0; count < 2; count++) await during(() => client.report(caught))
    expect(toastTitles()).toEqual([TITLE])
    expect(reports).toHaveLength(1)
  })

  it('goes when the query recovers', async () => {
    const { client, queryClient } = renderApp(null)
    const source = failing()
    const load = () => queryClient.fetchQuery({ queryKey: ['a'], queryFn: source.run })
    await during(() => load().catch((error: unknown) => client.report(error)))
    source.works()
    await during(load)
    expect(toastTitles()).toEqual([])
  })

  it.each([false, { home: 'none' }] satisfies ApiErrorMeta[])('of a mutation that says %j', async (apiError) => {
    const { client } = renderApp(<Send report={(error) => client.report(error)} apiError={apiError} where="catch" />)
    await during(() => fireEvent.click(screen.getByText('Send')))
    expect(toastTitles()).toEqual([TITLE])
  })

  it.each(['onError', 'mutationFn', 'catch'] as const)(
    'of a mutation that has a place of its own, from %s',
    async (where) => {
      const { client, reports } = renderApp(<Send report={(error) => client.report(error)} where={where} />)
      await during(() => fireEvent.click(screen.getByText('Send')))
      expect(toastTitles()).toEqual([TITLE])
      expect(reports).toHaveLength(1)
    },
  )

  it('of a query that a component shows, there', async () => {
    const source = failing()
    function Reporting(): ReactNode {
      const query = useQuery({
        queryKey: ['a'],
        queryFn: () =>
          source.run().catch((error: unknown) => {
            client.report(error)
            throw error
          }),
      })
      return query.isError && 'failed'
    }
    const { client, reports } = renderApp(<Reporting />)
    await during(() => undefined)
    expect(toastTitles()).toEqual([TITLE])
    expect(reports).toHaveLength(1)
  })
})

interface SendProps {
  readonly report: (error: unknown) => void
  readonly where: 'onError' | 'mutationFn' | 'catch'
  readonly apiError?: ApiErrorMeta
}
function Send({ report, where, apiError }: SendProps): ReactNode {
  const reportAt = (place: SendProps['where'], error: unknown) => place === where && report(error)
  const { mutateAsync } = useMutation({
    mutationFn: () =>
      failing()
        .run()
        .catch((error: unknown) => {
          reportAt('mutationFn', error)
          throw error
        }),
    onError: (error) => reportAt('onError', error),
    ...(apiError === undefined ? {} : { meta: { apiError } }),
  })
  return <button onClick={() => void mutateAsync().catch((error: unknown) => reportAt('catch', error))}>Send</button>
}

// The kind: the app says "I deal with this one", and a rule of the app or of the catalog asks for a home.
describe('markHandled wins', () => {
  const rules = {
    'meta.apiError.home': { meta: { apiError: { home: 'toast' } } },
    'the policy of the situation': { options: { policy: { mutation: ['toast'], refetch: ['toast'] } } },
    'the policy of the code': { options: { policy: { codes: { HTTP_500: 'toast' } } } },
    'the catalog': { options: { catalog: defineCatalog({ HTTP_500: { category: 'server', home: 'toast' } }) } },
    'a field': { field: true },
  } satisfies Record<string, Rule>
  interface Rule {
    readonly meta?: { readonly apiError: ApiErrorMeta }
    readonly options?: ConstructorParameters<typeof ApiErrorClient>[0] extends infer O ? Partial<O> : never
    readonly field?: boolean
  }

  it.each(Object.entries<Rule>(rules))('over %s: a mutation', async (_, { meta, options, field }) => {
    const failure = field === true ? makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }) : makeFailure('HTTP_500')
    function Handling(): ReactNode {
      const save = useMutation({
        mutationFn: () => Promise.reject(failure),
        onError: (error) => client.markHandled(error),
        ...(meta === undefined ? {} : { meta }),
      })
      return <button onClick={() => save.mutate()}>Save</button>
    }
    const { client, reports } = renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Handling />
      </ApiErrorBoundary>,
      { clients: createClients(options) },
    )
    await during(() => fireEvent.click(screen.getByText('Save')))
    expect(toastTitles()).toEqual([])
    expect(screen.getByLabelText('To')).toBeValid()
    expect(reports.map(({ homes }) => homes)).toEqual([['inline']])
  })

  it.each(Object.entries<Rule>(rules))(
    'over %s: a refetch, and one whose toast is up',
    async (_, { meta, options }) => {
      const source = failing()
      source.works()
      const { client, queryClient } = renderApp(
        <Page queryKey={['a']} queryFn={source.run} {...(meta === undefined ? {} : { meta })} />,
        { clients: createClients(options) },
      )
      await during(() => undefined)
      source.fails(makeFailure('HTTP_500'))
      await during(() => queryClient.refetchQueries())
      expect(toastTitles()).toEqual([TITLE])
      await during(() => client.markHandled(queryClient.getQueryState(['a'])?.error))
      expect(toastTitles()).toEqual([])
    },
  )
})
