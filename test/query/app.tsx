import {
  QueryClient,
  QueryClientProvider,
  useQuery,
  type QueryClientConfig,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { StrictMode, type ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { telephonyFetch, type TelephonyInit } from '../../stories/telephony-api/client.js'
import { createTelephonyApi } from '../../stories/telephony-api/createTelephonyApi.js'
import { telephonyHandlers } from '../../stories/telephony-api/handlers.js'
import {
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ensureOk,
  ErrorState,
  type ApiErrorClientOptions,
  type ReportContext,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { settled } from '../setup/settled.js'

export { stateTitles, toastTitles } from '../setup/onScreen.js'

/** The mock API on the network of one test file. */
export function startTelephony() {
  const api = createTelephonyApi()
  const network = setupServer(...telephonyHandlers(api))
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => {
    network.resetHandlers()
    api.reset()
  })
  afterAll(() => network.close())
  return { api, network }
}

/** What an app's own fetch function does: sends, judges, reads. */
export async function request(path: string, init?: TelephonyInit): Promise<unknown> {
  const response = await ensureOk(await telephonyFetch(path, init))
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

export interface Report extends ReportContext {
  readonly code: string
}

/** The two clients of an app, and what they have reported. */
export function createClients(options: Partial<ApiErrorClientOptions> = {}, config: QueryClientConfig = {}) {
  const reports: Report[] = []
  const problems: unknown[] = []
  const client = new ApiErrorClient({
    locales: [en],
    onReport: (error, context) => reports.push({ ...context, code: error.code }),
    onInternalError: (problem) => problems.push(problem),
    ...options,
  })
  const queryClient = new QueryClient({
    ...config,
    defaultOptions: { queries: { retry: false }, ...config.defaultOptions },
  })
  return { client, queryClient, reports, problems }
}

type Clients = ReturnType<typeof createClients>

/** An app as the README says, under StrictMode. */
export function App({
  clients: { client, queryClient },
  children,
}: {
  readonly clients: Pick<Clients, 'client' | 'queryClient'>
  readonly children: ReactNode
}): ReactNode {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider client={client}>
          {children}
          <ApiErrorToaster />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

export function renderApp(ui: ReactNode, { clients = createClients() }: { readonly clients?: Clients } = {}) {
  const view = render(<App clients={clients}>{ui}</App>)
  return {
    ...clients,
    show: (next: ReactNode) => view.rerender(<App clients={clients}>{next}</App>),
    unmount: view.unmount,
  }
}

/** A plain `useQuery` with something of its own on screen. */
export function Page(options: UseQueryOptions<unknown, unknown, unknown>): ReactNode {
  const query = useQuery(options)
  return <p>{query.data === undefined ? (query.isError ? 'failed' : 'loading') : 'data'}</p>
}

/** A plain `useQuery` that shows its own failure. */
export function InlinePage(options: UseQueryOptions<unknown, unknown, unknown>): ReactNode {
  const query = useQuery(options)
  return query.isError ? <ErrorState error={query} /> : <p>{query.data === undefined ? 'loading' : 'data'}</p>
}

/** Runs something that the cache tells of, and everything that follows from it. */
export async function during(run: () => unknown): Promise<void> {
  await act(async () => {
    await run()
  })
  await settled()
}

/** A function of a query or mutation that fails until it is told otherwise. */
export function createSource(failure: unknown) {
  let answer: { readonly failure: unknown } | undefined = { failure }
  const run = vi.fn<() => Promise<{ readonly ok: boolean }>>(async () => {
    await Promise.resolve()
    if (answer !== undefined) throw answer.failure
    return { ok: true }
  })
  return {
    run,
    fails: (next: unknown) => void (answer = { failure: next }),
    works: () => void (answer = undefined),
  }
}
