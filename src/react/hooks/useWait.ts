'use client'

import { useEffect, useState } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import { useMessages } from './useMessages.js'

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

/** When an error without a record was first shown: its wait starts then, and goes on after a remount. */
const firstSeen = new WeakMap<ApiError, number>()

/** Follows the wait of a failure (Retry-After, RFC 9110); the first render is the same on server and client. */
export function useWait(error: ApiError | undefined, time: number | undefined): Wait {
  const { ui } = useMessages()
  const wanted = Math.ceil(error?.retryAfter ?? 0)
  const [seconds, setSeconds] = useState(wanted)
  useEffect(() => {
    if (error === undefined || wanted === 0) return undefined
    const start = time ?? firstSeen.get(error) ?? Date.now()
    firstSeen.set(error, start)
    const tick = (): void => setSeconds(Math.max(0, Math.ceil(wanted - (Date.now() - start) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [error, time, wanted])
  const say = (left: number): LocalizedText | undefined =>
    wanted > 0 && left > 0 ? ui('waitThenTry', { seconds: left }) : undefined
  return { isOn: wanted > 0 && seconds > 0, text: say(seconds), atFirst: say(wanted), isFresh: seconds === wanted }
}
