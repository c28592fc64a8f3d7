import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { ApiErrorClient, ApiErrorProvider, ApiErrorToaster, apiRetry, apiRetryDelay } from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'

const RTL = new Set(['ar'])

/** The app around every story: set up as the README says, plus what the toolbar asks for. */
export function StoryApp({
  locale,
  theme,
  direction,
  children,
}: {
  readonly locale: string
  readonly theme: string
  readonly direction: string
  readonly children: ReactNode
}): ReactNode {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: apiRetry, retryDelay: apiRetryDelay } } }),
  )
  const [apiErrors] = useState(() => new ApiErrorClient({ locales: [en, nl, ar] }))

  useEffect(() => {
    const root = document.documentElement
    root.lang = locale
    root.dir = direction === 'auto' ? (RTL.has(locale) ? 'rtl' : 'ltr') : direction
    root.dataset.theme = theme
  }, [locale, theme, direction])

  return (
    <QueryClientProvider client={queryClient}>
      <ApiErrorProvider client={apiErrors} locale={locale}>
        <main className="story">{children}</main>
        <ApiErrorToaster />
      </ApiErrorProvider>
    </QueryClientProvider>
  )
}
