'use client'

import { useState, type ReactNode } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import { useMessages } from '../hooks/useMessages.js'
import { useTries } from '../hooks/useTries.js'

interface TryAgainProps {
  readonly error: ApiError
  readonly onRetry: () => void
  readonly isRetrying: boolean
  /** The element that says how long to wait, while it is too early. */
  readonly waitId: string | undefined
}

/** The button that tries again. It can be focused all the time, and says what it waits for or which try is under way. */
export function TryAgain({ error, onRetry, isRetrying, waitId }: TryAgainProps): ReactNode {
  const { ui } = useMessages()
  const tries = useTries(error)
  const [isAsked, setIsAsked] = useState(false)
  const [wasRetrying, setWasRetrying] = useState(isRetrying)
  if (wasRetrying !== isRetrying) {
    setWasRetrying(isRetrying)
    if (wasRetrying) setIsAsked(false)
  }

  const isIdle = !isRetrying && waitId === undefined
  const press = (): void => {
    if (!isIdle) return
    setIsAsked(true)
    onRetry()
  }
  return (
    <>
      <button
        type="button"
        className="rae-button"
        data-kind="primary"
        aria-disabled={isIdle ? undefined : true}
        aria-busy={isRetrying || undefined}
        aria-describedby={waitId}
        onClick={press}
      >
        {isRetrying ? ui('tryingAgain', tries).text : ui('tryAgain').text}
      </button>
      {/* What nobody asked for, such as polling, is not said aloud; nor is each try. */}
      <span role="status" className="rae-hidden">
        {isAsked && isRetrying && ui('tryingAgain').text}
      </span>
    </>
  )
}
