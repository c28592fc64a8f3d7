'use client'

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScopeFor } from '../provider/ScopeContext.js'
import { FieldBinding, type FieldErrorResult } from './FieldBinding.js'

/**
 * Binds a field to the server's problems with it: what to show, and how the control points at it.
 *
 * @param name the control's name; the server's FieldName is matched to it without regard to case and separators
 * @param label the visible label, where the control has no `<label>`
 * @example
 * const to = useFieldError('to')
 * <input {...to.controlProps} />{to.isInvalid && <p {...to.errorProps}>{to.messages}</p>}
 */
export function useFieldError(name: string, label?: string): FieldErrorResult {
  const client = useApiErrorClient()
  const context = useScopeFor(`useFieldError('${name}')`)
  const binding = useMemo(() => new FieldBinding(client, context, name), [client, context, name])
  const field = useSyncExternalStore(binding.subscribe, binding.view, binding.cleanView)
  const key = useRef({})
  useEffect(() => binding.register(key.current, label), [binding, label])
  useEffect(() => binding.checkScreen())
  return field
}
