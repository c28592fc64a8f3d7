'use client'

import { QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { registerScope } from '../../core/store/scopes.js'
import type { Scope, ScopeOptions } from '../../core/store/Surfaces.js'
import { scopedQueryClient } from '../../query/scopedQueryClient.js'
import { useErrorStore } from './ClientContext.js'
import { useAttached } from './useAttached.js'
import { ScopeContext, type ScopeContextValue } from './ScopeContext.js'

/**
 * Makes a scope and keeps it registered while the component is on the page; give it to {@link ScopeProvider}.
 *
 * @param parent the scope around it, of one without a boundary
 */
export function useOwnScope(
  { queries, aliases, onReveal, disableAutoFocus }: ScopeOptions,
  parent?: Scope,
): ScopeContextValue {
  const store = useErrorStore()
  const parentClient = useContext(QueryClientContext)
  const domId = useId()
  useAttached()
  const [scope] = useState(() => store.surfaces.createScope({ queries }, parent))
  const queryClient = useMemo(
    () => (parentClient === undefined ? undefined : scopedQueryClient(parentClient, store, scope)),
    [parentClient, store, scope],
  )
  useEffect(
    () =>
      store.surfaces.configure(scope, {
        queries,
        aliases: { ...store.options.aliases, ...aliases },
        onReveal,
        disableAutoFocus,
      }),
    [store, scope, queries, aliases, onReveal, disableAutoFocus],
  )
  useEffect(() => registerScope(store, scope), [store, scope])
  return useMemo(() => ({ scope, domId, queryClient }), [scope, domId, queryClient])
}

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
