import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider, ErrorSummary } from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import type { Bridge, FormContender } from './FormContender.js'
import { FIELD_NAMES } from './payload.js'

/** Makes a contender of this library's components; the form is sent by a plain `useMutation`. */
export function makeOurs(name: string, renderField: (name: string) => ReactNode): FormContender {
  return {
    name,
    hasSummary: true,
    mount(root, ready) {
      const client = new ApiErrorClient({ locales: [en] })
      createRoot(root).render(
        <QueryClientProvider client={new QueryClient()}>
          <ApiErrorProvider client={client}>
            <ApiErrorBoundary>
              <ErrorSummary disableAutoFocus />
              <form>{FIELD_NAMES.map(renderField)}</form>
              <Bound ready={ready} />
            </ApiErrorBoundary>
          </ApiErrorProvider>
        </QueryClientProvider>,
      )
    },
  }
}

function Bound({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const { mutate } = useMutation({ mutationFn: (answer: Promise<unknown>) => answer })
  const reject = useRef<Bridge['reject']>(() => undefined)
  useEffect(
    () =>
      ready({
        send: () => mutate(new Promise((_, onReject) => (reject.current = onReject))),
        reject: (body) => reject.current(body),
        clear: () => mutate(Promise.resolve('saved')),
      }),
    [ready, mutate],
  )
  return null
}
