import {
  hydrate,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useSuspenseQuery,
  type DehydratedState,
} from '@tanstack/react-query'
import { StrictMode, Suspense, type ReactNode } from 'react'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ErrorState,
  ErrorSummary,
  Field,
  OfflineBanner,
} from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { makeFailure } from '../../../src/testing/makeFailure.js'

/** The clients of one request, or of the browser. */
export interface Clients {
  readonly apiErrors: ApiErrorClient
  readonly queryClient: QueryClient
}

export function createClients(state?: DehydratedState): Clients {
  const apiErrors = new ApiErrorClient({ locales: [en, nl, ar] })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } })
  apiErrors.attach(queryClient)
  if (state !== undefined) hydrate(queryClient, state)
  return { apiErrors, queryClient }
}

/** The same tree on both sides. */
export function Root({
  clients,
  page,
  locale,
}: {
  readonly clients: Clients
  readonly page: PageName
  readonly locale?: string
}): ReactNode {
  const Page = PAGES[page]
  return (
    <StrictMode>
      <QueryClientProvider client={clients.queryClient}>
        <ApiErrorProvider client={clients.apiErrors} {...(locale === undefined ? {} : { locale })}>
          <OfflineBanner />
          <main>
            <Page />
          </main>
          <ApiErrorToaster />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

const later = <T,>(settle: () => Promise<T>): Promise<T> =>
  new Promise<void>((resolve) => setTimeout(resolve, 50)).then(settle)

export const failed = {
  queryKey: ['failed'],
  queryFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['Street', 'City'], requestId: 'req-7' })),
}
export const waiting = {
  queryKey: ['waiting'],
  queryFn: () => Promise.reject(makeFailure('HTTP_429', { retryAfter: 30 })),
}
const isServer = typeof window === 'undefined'

/** Errored before the page was rendered, and shown where it stands. */
function Failed(): ReactNode {
  const query = useQuery({ ...failed, retryOnMount: false })
  return <ErrorState error={query} />
}

function Waiting(): ReactNode {
  const query = useQuery({ ...waiting, retryOnMount: false })
  return <ErrorState error={query} />
}

function Pending(): ReactNode {
  const query = useQuery({ queryKey: ['pending'], queryFn: () => later(() => Promise.resolve('4 numbers')) })
  return <p>{query.data ?? 'Loading'}</p>
}

function Numbers({ name, queryFn }: { readonly name: string; readonly queryFn: () => Promise<string> }): ReactNode {
  return <p>{useSuspenseQuery({ queryKey: [name], queryFn }).data}</p>
}

function Form(): ReactNode {
  const { mutate } = useMutation({
    mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <ErrorSummary />
      <Field name="to" label="To" hint="With its country code" />
      <button>Send</button>
    </form>
  )
}

function Redirect(): never {
  throw Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' })
}

const within = (content: ReactNode): ReactNode => (
  <ApiErrorBoundary>
    <Suspense fallback={<p>Loading</p>}>{content}</Suspense>
  </ApiErrorBoundary>
)

const PAGES = {
  form: () => (
    <ApiErrorBoundary>
      <Form />
    </ApiErrorBoundary>
  ),
  failed: () => <Failed />,
  waiting: () => <Waiting />,
  failedInScope: () => within(<Failed />),
  pending: () => within(<Pending />),
  streamed: () => within(<Numbers name="streamed" queryFn={() => later(() => Promise.resolve('4 numbers'))} />),
  /** Fails on the server only: the browser asks again. */
  streamedFailsOnServer: () =>
    within(
      <Numbers
        name="fails"
        queryFn={() => later(() => (isServer ? Promise.reject(makeFailure('HTTP_500')) : Promise.resolve('4 numbers')))}
      />,
    ),
  streamedFails: () =>
    within(<Numbers name="fails" queryFn={() => later(() => Promise.reject(makeFailure('FORBIDDEN')))} />),
  redirect: () => (
    <ApiErrorBoundary>
      <Redirect />
    </ApiErrorBoundary>
  ),
  streamedRedirect: () => within(<Redirect />),
} satisfies Record<string, () => ReactNode>

export type PageName = keyof typeof PAGES
