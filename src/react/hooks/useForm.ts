'use client'

import { useContext } from 'react'
import { formOf, type Form } from '../../core/form/Form.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { ScopeContext, useScopeFor, type ScopeContextValue } from '../provider/ScopeContext.js'

export interface FormContext {
  readonly context: ScopeContextValue | undefined
  /** `undefined` outside of every scope: then there is nothing to show. */
  readonly form: Form | undefined
}

/** Returns the form of the nearest scope, and warns in development where there is none. */
export function useFormFor(component: string): FormContext {
  const store = useErrorStore()
  const context = useScopeFor(component)
  return { context, form: context && formOf(store, context.scope) }
}

export function useForm(): FormContext {
  const store = useErrorStore()
  const context = useContext(ScopeContext)
  return { context, form: context && formOf(store, context.scope) }
}
