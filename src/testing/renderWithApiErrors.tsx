import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderOptions, type RenderResult } from '@testing-library/react'
import { Fragment, type ReactNode } from 'react'
import { en } from '../locales/en.js'
import { ApiErrorClient } from '../query/ApiErrorClient.js'
import { ApiErrorProvider } from '../react/provider/ApiErrorProvider.js'
import { ApiErrorToaster } from '../react/toast/ApiErrorToaster.js'

/** Options of {@link renderWithApiErrors}: Testing Library's, and the clients to use. */
export interface RenderWithApiErrorsOptions extends Omit<RenderOptions, 'queries'> {
  /** @default a new one, in English */
  readonly apiErrors?: ApiErrorClient
  /** @default a new one, whose queries do not try again */
  readonly queryClient?: QueryClient
  /** BCP 47 tag of the language to show. */
  readonly locale?: string
}

/** What {@link renderWithApiErrors} returns: Testing Library's result, and the clients. */
export interface RenderWithApiErrorsResult extends RenderResult {
  readonly apiErrors: ApiErrorClient
  /** The one in which the rendered components find their queries. */
  readonly queryClient: QueryClient
}

/**
 * Renders with Testing Library inside `QueryClientProvider` and `ApiErrorProvider`, with a toaster beside it.
 * Each call has clients of its own, so that no test sees the failures of another. A `wrapper` goes around all of it.
 *
 * @param ui what to render
 * @param options Testing Library's, and `apiErrors`, `queryClient`, `locale`
 * @returns Testing Library's result, with the two clients
 * @example
 * const { apiErrors } = renderWithApiErrors(<SendSmsForm />)
 * expect(apiErrors.history.list()).toEqual([])
 */
export function renderWithApiErrors(
  ui: ReactNode,
  options: RenderWithApiErrorsOptions = {},
): RenderWithApiErrorsResult {
  const {
    apiErrors = new ApiErrorClient({ locales: [en] }),
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    locale,
    wrapper: Wrapper = Fragment,
    ...rest
  } = options

  function Providers({ children }: { readonly children: ReactNode }): ReactNode {
    return (
      <Wrapper>
        <QueryClientProvider client={queryClient}>
          <ApiErrorProvider client={apiErrors} {...(locale === undefined ? {} : { locale })}>
            {children}
            <ApiErrorToaster />
          </ApiErrorProvider>
        </QueryClientProvider>
      </Wrapper>
    )
  }
  const result: RenderResult = render(ui, { ...rest, wrapper: Providers })
  return { ...result, apiErrors, queryClient }
}
