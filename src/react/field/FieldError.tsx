'use client'

import type { ReactNode } from 'react'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import type { MessageFinder } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { useField, type FieldMessage } from './useFieldError.js'

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
  const { field, ui } = useField(name)
  return <FieldMessages id={field.errorProps.id} messages={field.details} ui={ui} {...(className === undefined ? {} : { className })} />
}

interface FieldMessagesProps {
  readonly id: string
  readonly messages: readonly FieldMessage[]
  readonly ui: MessageFinder['ui']
  readonly className?: string
}

/** The messages themselves, for whoever has already looked them up. */
export function FieldMessages({ id, messages, ui, className = '' }: FieldMessagesProps): ReactNode {
  if (messages.length === 0) return null
  return (
    <span id={id} className={`rae-field-error ${className}`.trim()}>
      {messages.map(({ text, detail, severity }, index) => (
        // Messages of one field have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="rae-field-message" data-severity={severity}>
          <ErrorIcon severity={severity} />
          <span>
            <span className="rae-hidden">{ui(severity === 'error' ? 'errorPrefix' : 'warningPrefix').text}</span>{' '}
            <Text of={text} />
            {detail !== undefined && (
              <bdi className="rae-detail" lang="en">
                {detail}
              </bdi>
            )}
          </span>
        </span>
      ))}
    </span>
  )
}
