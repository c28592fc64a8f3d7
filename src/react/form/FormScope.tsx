'use client'

import type { ReactNode } from 'react'
import { ScopeProvider, useOwnScope } from '../provider/ScopeProvider.js'

/** The scope of a form that stands in none of its own; what fails in rendering goes up to the boundary around it. */
export function FormScope({ children }: { readonly children: ReactNode }): ReactNode {
  return <ScopeProvider value={useOwnScope({ queries: 'inline' })}>{children}</ScopeProvider>
}
