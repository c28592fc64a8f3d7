'use client'

import type { ReactNode } from 'react'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { inLanguage } from '../shared/inLanguage.js'
import type { FieldErrorResult } from './FieldBinding.js'

interface FieldMessagesProps {
  readonly of: FieldErrorResult
  readonly className?: string
}

/** The messages themselves, for whoever has already looked them up. */
export function FieldMessages({ of: { details, errorProps }, className = '' }: FieldMessagesProps): ReactNode {
  const { locale } = useApiErrorClient().messages
  if (details.length === 0) return null
  return (
    <span {...errorProps} className={`rae-field-error ${className}`.trim()}>
      {details.map(({ text, detail, severity, prefix }, index) => (
        // Messages of one field have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="rae-field-message" data-severity={severity}>
          <span className="rae-hidden">{prefix.text}</span> {inLanguage(text, locale)}
          {detail !== undefined && (
            <bdi className="rae-detail" lang="en">
              {detail}
            </bdi>
          )}
        </span>
      ))}
    </span>
  )
}
