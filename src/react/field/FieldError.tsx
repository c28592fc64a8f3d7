'use client'

import { useMemo, type ReactNode } from 'react'
import { FieldMessages } from './FieldMessages.js'
import { FieldWriter } from './FieldWriter.js'
import { useFieldBinding } from './useFieldBinding.js'

/** Props of {@link FieldError}. */
export interface FieldErrorProps {
  /** The control's name. */
  readonly name: string
  readonly className?: string
}

/**
 * Shows the server's problems with one field; empty while there is none.
 * Renders a `<span>`; the control points at it with `aria-describedby`, so it is no live region.
 *
 * @example
 * <input {...useFieldError('to').controlProps} />
 * <FieldError name="to" />
 */
export function FieldError({ name, className = '' }: FieldErrorProps): ReactNode {
  const binding = useFieldBinding(name)
  const writer = useMemo(() => new FieldWriter(binding), [binding])
  return <FieldMessages id={binding.errorId} className={className} into={writer.messages} />
}
