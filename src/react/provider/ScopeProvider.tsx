'use client'

import { QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import type { ScopeOptions } from '../../core/client/Scope.js'
import { ScopedQueryClient } from '../../query/ScopedQueryClient.js'
import { useApiErrorClient } from './ClientContext.js'
import { ScopeContext, useScope, type ScopeContextValue } from './ScopeContext.js'

/** Makes a scope and keeps it registered while the component is on the page; give it to {@link ScopeProvider}. */
export function useOwnScope({ queries, aliases }: ScopeOptions): ScopeContextValue {
  const client = useApiErrorClient()
  const parentClient = useContext(QueryClientContext)
  const parent = useScope()
  const domId = useId()
  const [scope] = useState(() => client.createScope())
  const queryClient = useMemo(
    () => (parentClient === undefined ? undefined : new ScopedQueryClient(parentClient, client, scope.id)),
    [parentClient, client, scope],
  )
  useEffect(
    () =>
      scope.configure({
        ...(queries === undefined ? {} : { queries }),
        aliases: { ...client.options.aliases, ...aliases },
      }),
    [client, scope, queries, aliases],
  )
  useEffect(() => client.registerScope(scope), [client, scope])
  return useMemo(
    () => ({ scope, domId, layers: [scope.id, ...(parent?.layers ?? [])], queryClient }),
    [scope, domId, parent, queryClient],
  )
}

/** Gives what is below it a scope, and the QueryClient that knows of it. */
export function ScopeProvider({
  value,
  children,
}: {
  readonly value: ScopeContextValue
  readonly children: ReactNode
}): ReactNode {
  return (
    <ScopeContext.Provider value={value}>
      {value.queryClient === undefined ? (
        children
      ) : (
        <QueryClientProvider client={value.queryClient}>{children}</QueryClientProvider>
      )}
    </ScopeContext.Provider>
  )
}
