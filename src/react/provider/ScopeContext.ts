'use client'

import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { createContext, useContext, type RefObject } from 'react'
import type { Scope } from '../../core/store/Surfaces.js'
import { developerWarning } from '../../internal/developerMessage.js'

export interface ScopeContextValue {
  readonly scope: Scope
  /** Prefix of the ids of its elements, the same on server and client. */
  readonly domId: string
  /** The `<ApiForm>` around, if there is one in this scope. */
  readonly owner?: RefObject<HTMLFormElement | null>
  /** The client that knows the scope; without a `QueryClientProvider` there is none. */
  readonly queryClient: QueryClient | undefined
}

export const ScopeContext = createContext<ScopeContextValue | undefined>(undefined)

export function useScope(): ScopeContextValue | undefined {
  return useContext(ScopeContext)
}

/** Returns the nearest scope, and warns in development where there is none. */
export function useScopeFor(component: string): ScopeContextValue | undefined {
  const scope = useScope()
  // No conditional hook at run time: bundlers replace the condition by a constant.
  // oxlint-disable-next-line react/rules-of-hooks
  if (process.env.NODE_ENV !== 'production') useMisplacementWarning(component, scope)
  return scope
}

function useMisplacementWarning(component: string, scope: ScopeContextValue | undefined): void {
  const queryClient = useContext(QueryClientContext)
  if (scope !== undefined && scope.queryClient !== queryClient) {
    developerWarning(
      'There is a <QueryClientProvider> between an <ApiErrorBoundary> and its form.',
      'What its queries and mutations fail with does not reach the form.',
      'Put the provider outside of the boundary, or give useApiErrorMeta() to the mutations as meta.',
    )
  }
  if (scope === undefined) {
    developerWarning(
      `${component} is rendered outside of <ApiErrorBoundary>.`,
      'It belongs to no form, so no failure reaches it.',
      'Wrap the form: <ApiErrorBoundary><MyForm /></ApiErrorBoundary>.',
    )
  }
}
