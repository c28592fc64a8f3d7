import { act } from '@testing-library/react'
import { turnSteps } from '../core/store/turns.js'
import { developerError } from '../internal/developerMessage.js'

/** Options of {@link flush}. */
export interface FlushOptions {
  /** Advances fake timers: `vi.advanceTimersByTimeAsync` or `jest.advanceTimersByTimeAsync`. Not needed with real ones. */
  readonly advance?: (milliseconds: number) => unknown
}

/** A turn is decided two tasks after it began; React's effects, which can begin another, run in the one after. */
const QUIET = 3

/** After this many tasks it gives up. */
const MOST = 1_000

/**
 * Resolves when everything that this library defers has run and is on screen: after it a failure is in its home,
 * or will not come. Waits for no answer: await that first.
 *
 * @param options what advances fake timers
 * @throws when timers are fake and nothing advances them, as then nothing would ever happen; and when it never settles
 * @example
 * await flush()
 * await flush({ advance: vi.advanceTimersByTimeAsync }) // under vi.useFakeTimers()
 */
export async function flush({ advance }: FlushOptions = {}): Promise<void> {
  if (advance === undefined && areTimersFake()) {
    throw developerError(
      'flush() was called under fake timers.',
      'What it waits for waits for a timer that nobody advances.',
      'Pass what advances them: flush({ advance: vi.advanceTimersByTimeAsync }).',
    )
  }
  let quiet = 0
  let known = turnSteps
  for (let task = 0; quiet < QUIET; task++) {
    if (task === MOST) throw new Error('react-api-errors: flush() waits in vain: something fails again and again.')
    // One act() a task: React renders, and runs the effects that claim failures, when it ends.
    await act(async () => {
      await (advance ?? nextTask)(1)
    })
    quiet = turnSteps === known ? quiet + 1 : 0
    known = turnSteps
  }
}

const nextTask = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The mark that @sinonjs/fake-timers leaves, which Vitest and Jest use. */
const areTimersFake = (): boolean => Object.hasOwn(setTimeout, 'clock')
