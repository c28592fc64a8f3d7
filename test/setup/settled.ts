import { vi } from 'vitest'
import { flush } from '../../src/testing/index.js'

/**
 * Resolves when all that the library defers has happened and is on screen; fake timers are advanced for that.
 * Every test waits through this, and nothing else here knows how many turns it takes. An answer of a server is to be
 * awaited first.
 */
export function settled(): Promise<void> {
  return flush(areTimersFake() ? { advance: vi.advanceTimersByTimeAsync } : {})
}

/** Not `vi.isFakeTimers()`, which is true as well where only the clock is fake. */
const areTimersFake = (): boolean => Object.hasOwn(setTimeout, 'clock')
