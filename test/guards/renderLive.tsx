import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiErrorClient, ApiErrorProvider, ApiErrorToaster } from '../../src/index.js'
import { en } from '../../src/locales/en.js'

/** The documented body, with one item a field. */
export const rejection = (fields: readonly string[]) => ({
  ResponseStatus: {
    ErrorCode: 'PARAMETER_REQUIRED',
    Message: 'Some fields are missing.',
    Errors: fields.map((FieldName) => ({
      ErrorCode: 'PARAMETER_REQUIRED',
      FieldName,
      Message: `${FieldName} is missing.`,
    })),
  },
})

/**
 * Renders an app as a browser does, without Testing Library: act() would put off renders and join those of different
 * turns, and these tests count them.
 */
export function renderLive(content: ReactNode, onFailure: () => void = () => undefined) {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  // Before the library listens: this is where its work begins.
  for (const cache of [queryClient.getQueryCache(), queryClient.getMutationCache()])
    cache.subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') onFailure()
    })
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={queryClient}>
      <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>
        {content}
        <ApiErrorToaster />
      </ApiErrorProvider>
    </QueryClientProvider>,
  )
  return {
    queryClient,
    close() {
      root.unmount()
      element.remove()
      Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
    },
  }
}

/** Resolves when the page has changed so that this holds. */
export function untilPage(isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!isSo()) return
      clearTimeout(timeout)
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const timeout = setTimeout(() => reject(new Error(`never: ${document.body.textContent}`)), 10_000)
  })
}

/** The text that describes an input. */
export function messageOf(input: Element | null): string {
  const ids = input?.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

/** Long enough for all that is put off to have come. */
export const untilQuiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))
