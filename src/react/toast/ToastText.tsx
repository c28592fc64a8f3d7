'use client'

import type { ReactNode } from 'react'
import type { ApiToast } from '../../core/client/ToastQueue.js'
import { useMessages } from '../hooks/useMessages.js'
import { useWait } from '../hooks/useWait.js'
import { Text } from '../shared/Text.js'
import { isPlain } from './isPlain.js'

/** What a toast says: the title with its count, then the next step, or a line for each issue, and how long to wait. No live region: the announcer says it once. */
export function ToastText({ toast, domId }: { readonly toast: ApiToast; readonly domId: string }): ReactNode {
  const { describe, ui, locale } = useMessages()
  const { issues, record, count } = toast
  const wait = useWait(record.error, record.time)
  const words = issues.map((issue) => describe({ issue, record }))
  const [first] = words
  if (first === undefined) return null
  return (
    <div className="rae-toast-text">
      <p className="rae-toast-title" id={`${domId}-title`}>
        <Text of={first.title} />
        {count > 1 && (
          <>
            {' '}
            <span className="rae-toast-count">
              <span aria-hidden="true">×{count.toLocaleString(locale)}</span>
              <Text of={ui('repeated', { count })} className="rae-hidden" />
            </span>
          </>
        )}
      </p>
      <div id={`${domId}-text`}>
        {words.map(({ line, text, nextStep, detail }, index) => (
          // Issues have no identity of their own, and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index}>
            {!isPlain(issues, { line, text }) ? (
              <Text of={line} />
            ) : (
              nextStep.text !== wait.atFirst?.text && <Text of={nextStep} />
            )}
            {detail !== undefined && (
              <bdi className="rae-detail" lang="en">
                {detail}
              </bdi>
            )}
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
