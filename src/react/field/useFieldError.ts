'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { FieldErrorResult } from './FieldBinding.js'
import { useFieldBinding } from './useFieldBinding.js'

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
  const binding = useFieldBinding(name, label)
  const field = useSyncExternalStore(binding.subscribe, binding.view, binding.cleanView)
  useEffect(() => binding.checkScreen())
  return field
}
