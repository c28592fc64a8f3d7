'use client'

import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
  type RefObject,
} from 'react'
import type { FieldName } from '../../core/register.js'
import { knowRootOf } from '../dom/elements.js'
import { Detail, Text } from '../shared/Text.js'
import { useBoundField, type FieldErrorResult, type FieldMessage } from './useFieldError.js'

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
  const place = useRef<HTMLSpanElement>(null)
  return <FieldMessages ref={ref} {...props} place={place} field={useBoundField(name, { beside: place })} />
})

interface FieldMessagesProps extends Omit<FieldErrorProps, 'name'> {
  readonly field: FieldErrorResult
  /** Where its element is noted. */
  readonly place?: RefObject<HTMLSpanElement | null>
}

export const FieldMessages = forwardRef<HTMLSpanElement, FieldMessagesProps>(function FieldMessages(
  { field: { details, errorProps }, children = renderMessages, className = '', place, ...props },
  ref,
) {
  const own = useRef<HTMLSpanElement>(null)
  const element = place ?? own
  useImperativeHandle<HTMLSpanElement | null, HTMLSpanElement | null>(ref, () => element.current)
  useEffect(() => knowRootOf(element.current), [element])
  return (
    <span {...props} {...errorProps} ref={element} className={`rae-field-error ${className}`.trim()}>
      {details.length > 0 && children(details)}
    </span>
  )
})

function renderMessages(messages: readonly FieldMessage[]): ReactNode {
  return messages.map(({ text, detail, severity, prefix }, index) => (
    // Two problems can be told in the same words.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={`${text.text} ${index}`} className="rae-field-message" data-severity={severity}>
      <span className="rae-hidden">{prefix.text}</span> <Text of={text} />
      <Detail of={detail} />
    </span>
  ))
}
