'use client'

import { useMemo } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import { useCountdown } from './useCountdown.js'
import { useMessages } from './useMessages.js'

/** How long the server asks to wait before another try. */
export interface Wait {
  /** Whether it is too early to try again. */
  readonly isOn: boolean
  /** What remains, in words; `undefined` when the time has come. It changes each second, so it belongs in no live region. */
  readonly text: LocalizedText | undefined
  /** The same at the moment of the failure: for what is read aloud once. */
  readonly atFirst: LocalizedText | undefined
  /** Whether the time has not moved on yet. */
  readonly isFresh: boolean
}

const NO_WAIT: Wait = { isOn: false, text: undefined, atFirst: undefined, isFresh: false }

/** Follows the wait that a failure asks for (Retry-After). */
export function useWait(error: ApiError | null, time: number | undefined): Wait {
  const { ui } = useMessages()
  const wanted = error?.retryAfter ?? 0
  const seenAt = useMemo(() => (error === null ? 0 : firstSeen(error)), [error])
  const seconds = useCountdown(wanted, time ?? seenAt)
  return useMemo(() => {
    if (wanted === 0) return NO_WAIT
    const atFirst = ui('waitThenTry', { seconds: Math.ceil(wanted) })
    return {
      isOn: seconds > 0,
      text: seconds > 0 ? ui('waitThenTry', { seconds }) : undefined,
      atFirst,
      isFresh: seconds === Math.ceil(wanted),
    }
  }, [ui, wanted, seconds])
}

const seen = new WeakMap<ApiError, number>()

/** When a failure was first shown: the wait of one that no event told of begins then, and goes on when it is shown again. */
function firstSeen(error: ApiError): number {
  const time = seen.get(error) ?? Date.now()
  seen.set(error, time)
  return time
}
