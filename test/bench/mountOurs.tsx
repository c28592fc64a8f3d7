import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider, ErrorSummary, useApiErrorClient } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { useScope } from '../../src/react/provider/ScopeContext.js'
import type { Bridge, Contender } from './contender.js'
import { FIELD_NAMES } from './payload.js'

/** Makes a contender of this library's components; a rejection is what a mutation of the form would fail with. */
export function makeOurs(name: string, renderField: (name: string) => ReactNode): Contender {
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
  const client = useApiErrorClient()
  const id = useScope()?.scope.id ?? ''
  const identity = {}
  ready({
    reject: (body) => void client.fail(body, { type: 'mutation', identity, scopeIds: [id] }),
    clear: () => client.recover(identity),
  })
  return null
}
