'use client'

import { createContext, useContext } from 'react'
import type { Scope } from '../../core/client/Scope.js'
import { developerWarning } from '../../internal/developerMessage.js'

/** A scope as components see it. */
export interface ScopeContextValue {
  readonly scope: Scope
  /** Prefix of the ids of its elements, the same on server and client. */
  readonly domId: string
  /** Ids of this scope and those around it, innermost first. */
  readonly layers: readonly string[]
}

/** The scope of the nearest `<ApiErrorBoundary>`. */
export const ScopeContext = createContext<ScopeContextValue | undefined>(undefined)

/** Returns the nearest scope; `undefined` outside of every one. */
export function useScope(): ScopeContextValue | undefined {
  return useContext(ScopeContext)
}

/** Returns the nearest scope, and tells the developer where one is needed and missing. */
export function useScopeFor(component: string): ScopeContextValue | undefined {
  const scope = useScope()
  if (process.env.NODE_ENV !== 'production' && scope === undefined) {
    developerWarning(
      `${component} is rendered outside of <ApiErrorBoundary>.`,
      'It belongs to no form, so no failure reaches it.',
      'Wrap the form: <ApiErrorBoundary><MyForm /></ApiErrorBoundary>.',
    )
  }
  return scope
}
