'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.js'
import type { Wait } from '../hooks/useWait.js'
import { Detail, Text } from '../shared/Text.js'
import type { ErrorToast } from './useErrorToasts.js'

interface ToastTextProps {
  readonly toast: ErrorToast
  readonly wait: Wait
  readonly domId: string
}

/** The words of a toast. No live region: the announcer says them once. */
export function ToastText({ toast: { title, lines, count, repeated }, wait, domId }: ToastTextProps): ReactNode {
  const { locale } = useMessages()
  return (
    <div className="rae-toast-text">
      <p className="rae-toast-title" id={`${domId}-title`}>
        <Text of={title} />
        {repeated !== undefined && (
          <>
            {' '}
            <span className="rae-toast-count">
              <span aria-hidden="true">×{count.toLocaleString(locale)}</span>
              <Text of={repeated} className="rae-hidden" />
            </span>
          </>
        )}
      </p>
      <div id={`${domId}-text`}>
        {lines.map(({ text, detail, reference }, index) => (
          // Lines have no identity of their own, and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index}>
            {/* For some codes the next step is the wait itself, which the countdown shows already. */}
            {text.text !== wait.atFirst?.text && <Text of={text} />}
            <Detail of={detail} reference={reference} />
          </p>
        ))}
        {wait.text !== undefined && (
          <p id={`${domId}-wait`} role="timer">
            <Text of={wait.text} />
          </p>
        )}
      </div>
    </div>
  )
}
