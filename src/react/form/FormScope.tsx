'use client'

import { QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { ScopedQueryClient } from '../../query/ScopedQueryClient.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { ScopeContext, useScope } from '../provider/ScopeContext.js'
import { FirstFieldFocus } from '../shared/FirstFieldFocus.js'

/** The scope of a form that stands in none of its own; what fails in rendering goes up to the boundary around it. */
export function FormScope({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useApiErrorClient()
  const queryClient = useContext(QueryClientContext)
  const parent = useScope()
  const domId = useId()
  const [scope] = useState(() => client.createScope())
  const scopedClient = useMemo(
    () => (queryClient === undefined ? undefined : new ScopedQueryClient(queryClient, client, scope.id)),
    [queryClient, client, scope],
  )
  const context = useMemo(
    () => ({ scope, domId, layers: [scope.id, ...(parent?.layers ?? [])], queryClient: scopedClient }),
    [scope, domId, parent, scopedClient],
  )
  useEffect(() => scope.configure({ queries: 'inline', aliases: { ...client.options.aliases } }), [client, scope])
  useEffect(() => client.registerScope(scope), [client, scope])

  const content = (
    <>
      <FirstFieldFocus />
      {children}
    </>
  )
  return (
    <ScopeContext.Provider value={context}>
      {scopedClient === undefined ? content : <QueryClientProvider client={scopedClient}>{content}</QueryClientProvider>}
    </ScopeContext.Provider>
  )
}
