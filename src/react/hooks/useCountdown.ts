'use client'

import { useMemo, useSyncExternalStore } from 'react'

interface Countdown {
  readonly subscribe: (listener: () => void) => () => void
  /** Whole seconds; 0 when the time has come. */
  readonly get: () => number
  readonly getAtFirst: () => number
}

/**
 * Counts down the seconds from a time on, the same number on server and client at first.
 *
 * @returns whole seconds, 0 when the time has come
 */
export function useCountdown(seconds: number, from: number): number {
  const { subscribe, get, getAtFirst } = useMemo(() => createCountdown(seconds, from), [seconds, from])
  return useSyncExternalStore(subscribe, get, getAtFirst)
}

function createCountdown(seconds: number, from: number): Countdown {
  const end = from + seconds * 1000
  const left = (): number => Math.max(0, Math.ceil((end - Date.now()) / 1000))
  // Kept: within one render it must not change.
  let shown = left()
  return {
    get: () => shown,
    getAtFirst: () => Math.ceil(seconds),
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const schedule = (): void => {
        if (shown > 0) timer = setTimeout(tick, (end - Date.now()) % 1000 || 1000)
      }
      const tick = (): void => {
        shown = left()
        listener()
        schedule()
      }
      shown = left()
      schedule()
      return () => clearTimeout(timer)
    },
  }
}
