import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ApiErrorClient, ApiErrorProvider, ApiErrorToaster, apiRetry, apiRetryDelay } from '../../src/index.js'
import type { ApiErrorToasterProps } from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'
import { failAtMount, type Press } from './failAtMount.js'

const RTL = new Set(['ar'])

/**
 * The app around every story: set up as the README says, plus what the toolbar asks for. Theme, language and direction
 * stand on an element of its own, as the page around it can be Storybook's. The toaster is inside: what a browser
 * shows in its top layer still inherits from where it stands in the document.
 */
export function StoryApp({
  locale,
  theme,
  direction,
  onDocsPage,
  toaster,
  children,
}: {
  readonly locale: string
  readonly theme: string
  readonly direction: string
  /** On a docs page no play function runs: what is pressed there, so that the story shows its failure. */
  readonly onDocsPage?: Press | undefined
  readonly toaster?: ApiErrorToasterProps | undefined
  readonly children: ReactNode
}): ReactNode {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: apiRetry, retryDelay: apiRetryDelay } } }),
  )
  const [apiErrors] = useState(() => {
    const client = new ApiErrorClient({ locales: [en, nl, ar] })
    void client.setLocale(locale)
    return client
  })
  const app = useRef<HTMLDivElement>(null)

  // A story may switch the language itself, so it is no prop of the provider.
  useEffect(() => void apiErrors.setLocale(locale), [apiErrors, locale])
  useEffect(() => {
    if (app.current !== null && onDocsPage !== undefined) failAtMount(app.current, onDocsPage)
    // Once: what the reader does later is theirs.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  // A docs page has a `<main>` already.
  const Main = onDocsPage === undefined ? 'main' : 'div'
  return (
    <div
      ref={app}
      className="story-app"
      lang={locale}
      dir={direction === 'auto' ? (RTL.has(locale) ? 'rtl' : 'ltr') : direction}
      data-theme={theme}
      data-on-docs-page={onDocsPage === undefined ? undefined : ''}
    >
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider client={apiErrors}>
          <Main className="story">{children}</Main>
          <ApiErrorToaster {...toaster} />
        </ApiErrorProvider>
      </QueryClientProvider>
    </div>
  )
}
