'use client'

import { useState, type ReactNode } from 'react'
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
  const [presses, setPresses] = useState(0)
  const isIdle = !isRetrying && waitId === undefined

  const press = (): void => {
    if (!isIdle) return
    setPresses((count) => count + 1)
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
        {isRetrying ? ui('tryingAgain').text : ui('tryAgain').text}
      </button>
      <Said presses={presses} isRetrying={isRetrying} text={ui('tryingAgain').text} />
    </>
  )
}

/** Announces a retry that the user asked for; not polling, and not each automatic try. */
function Said({
  presses,
  isRetrying,
  text,
}: {
  readonly presses: number
  readonly isRetrying: boolean
  readonly text: string
}): ReactNode {
  const [wasRetrying, setWasRetrying] = useState(isRetrying)
  const [done, setDone] = useState(0)
  // A component of its own: React 18 loses store updates in one that sets state while rendering.
  if (wasRetrying !== isRetrying) {
    setWasRetrying(isRetrying)
    if (wasRetrying) setDone(presses)
  }
  return (
    <span role="status" className="rae-hidden">
      {isRetrying && presses > done && text}
    </span>
  )
}
