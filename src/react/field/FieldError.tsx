'use client'

import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { FieldName } from '../../core/register.js'
import { Detail, Text } from '../shared/Text.js'
import { useFieldError, type FieldErrorResult, type FieldMessage } from './useFieldError.js'

/** Props of {@link FieldError}; other props go to its `<span>`. */
export interface FieldErrorProps extends Omit<ComponentPropsWithoutRef<'span'>, 'id' | 'children'> {
  /** The control's name. */
  readonly name: FieldName
  /** Renders the messages; called while there are any. @default each with its hidden "Error:" */
  readonly children?: (messages: readonly FieldMessage[]) => ReactNode
}

/**
 * Shows the server's problems with one field; empty while there is none.
 * Renders a `<span>`; the control points at it with `aria-describedby`, so it is no live region.
 *
 * @example
 * <input {...useFieldError('to').controlProps} />
 * <FieldError name="to" />
 */
export const FieldError = forwardRef<HTMLSpanElement, FieldErrorProps>(function FieldError({ name, ...props }, ref) {
  return <FieldMessages ref={ref} {...props} field={useFieldError(name)} />
})

interface FieldMessagesProps extends Omit<FieldErrorProps, 'name'> {
  readonly field: FieldErrorResult
}

export const FieldMessages = forwardRef<HTMLSpanElement, FieldMessagesProps>(function FieldMessages(
  { field: { details, errorProps }, children = renderMessages, className = '', ...props },
  ref,
) {
  return (
    <span {...props} {...errorProps} ref={ref} className={`rae-field-error ${className}`.trim()}>
      {details.length > 0 && children(details)}
    </span>
  )
})

function renderMessages(messages: readonly FieldMessage[]): ReactNode {
  return messages.map(({ text, detail, severity, prefix }) => (
    <span key={text.text} className="rae-field-message" data-severity={severity}>
      <span className="rae-hidden">{prefix.text}</span> <Text of={text} />
      <Detail of={detail} />
    </span>
  ))
}
