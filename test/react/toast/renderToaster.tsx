import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { ar } from '../../../src/locales/ar.js'
import { ApiErrorClient } from '../../../src/query/ApiErrorClient.js'
import { ApiErrorProvider } from '../../../src/react/provider/ApiErrorProvider.js'
import { ApiErrorToaster, type ApiErrorToasterProps } from '../../../src/react/toast/ApiErrorToaster.js'
import { settled } from '../../setup/settled.js'
import { watchAnnouncements } from './watchAnnouncements.js'
import { partOf } from '../../setup/onScreen.js'
import { plain } from '../../setup/words.js'

export { plain }

interface Options extends Omit<ApiErrorToasterProps, 'children'> {
  readonly children?: ReactNode
  readonly client?: ApiErrorClient
  readonly reactStrictMode?: boolean
}

/** An app with a toaster, and what its live regions say from the first render on. */
export function renderToaster({ children, client = createClient(), reactStrictMode = false, ...props }: Options = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const app = (toasterProps: ApiErrorToasterProps): ReactNode => (
    <QueryClientProvider client={queryClient}>
      <ApiErrorProvider client={client}>
        {children}
        <ApiErrorToaster {...toasterProps} />
      </ApiErrorProvider>
    </QueryClientProvider>
  )
  const view: RenderResult = render(app(props), { reactStrictMode })
  return {
    client,
    queryClient,
    view,
    rerender: () => view.rerender(app(props)),
    announced: watchAnnouncements(section()),
  }
}

export const createClient = (): ApiErrorClient => new ApiErrorClient({ locales: [en, nl, ar] })

/** A body as the API documents it. */
export function failure(ErrorCode: string, Errors: readonly object[] = [], Message = 'Sent by the server') {
  return { ResponseStatus: { ErrorCode, Message, Errors } }
}

/** Has failures taken in and lets everything that follows from them happen. */
export async function report(client: ApiErrorClient, ...failures: readonly unknown[]): Promise<void> {
  for (const each of failures) client.report(each)
  await settled()
}

/** How the name of the landmark begins; the key that leads to it follows. */
const REGIONS = [en, nl, ar].map(({ ui }) => ui.toastRegion[0].split('{')[0] ?? '')

/** The landmark of the toasts, in each of the three languages. */
export const section = (): HTMLElement =>
  screen.getByRole('region', { name: (name) => REGIONS.some((start) => name.startsWith(start)) })
export const toasts = (): readonly HTMLElement[] => within(section()).queryAllByRole('dialog')
export const titles = (): readonly string[] => toasts().map((toast) => plain(partOf(toast, 'labelledby')?.textContent))
export const button = (toast: HTMLElement | undefined, name: string): HTMLElement =>
  within(toast ?? document.body).getByRole('button', { name })
