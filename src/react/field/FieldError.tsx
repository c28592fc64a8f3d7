'use client'

import type { ReactNode } from 'react'
import { useFieldError } from './useFieldError.js'
import { FieldMessages } from './FieldMessages.js'

/** Props of {@link FieldError}. */
export interface FieldErrorProps {
  /** The control's name. */
  readonly name: string
  readonly className?: string
}

/**
 * Shows the server's problems with one field, and nothing while there is none.
 * Renders a `<span>`; the control points at it with `aria-describedby`, so it is no live region.
 *
 * @example
 * <input {...useFieldError('to').controlProps} />
 * <FieldError name="to" />
 */
export function FieldError({ name, className }: FieldErrorProps): ReactNode {
  return <FieldMessages of={useFieldError(name)} {...(className === undefined ? {} : { className })} />
}
