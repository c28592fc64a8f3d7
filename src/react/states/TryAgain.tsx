'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.js'

interface TryAgainProps {
  readonly onRetry: () => void
  readonly isRetrying: boolean
  /** The element that says how long to wait, while it is too early. */
  readonly waitId: string | undefined
}

/** The button that tries again. Never `disabled`, which would take the focus away; aria-disabled while it waits. */
export function TryAgain({ onRetry, isRetrying, waitId }: TryAgainProps): ReactNode {
  const { ui } = useMessages()
  const isIdle = !isRetrying && waitId === undefined

  const press = (): void => {
    if (isIdle) onRetry()
  }
  return (
    <button
      type="button"
      className="rae-button"
      data-kind="primary"
      aria-disabled={isIdle ? undefined : true}
      aria-busy={isRetrying || undefined}
      aria-describedby={waitId}
      onClick={press}
    >
      {isRetrying ? ui('tryingAgain').text : ui('tryAgain').text}
    </button>
  )
}
