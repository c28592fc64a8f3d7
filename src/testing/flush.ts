import { act } from '@testing-library/react'
import { developerError } from '../internal/developerMessage.js'

/** Options of {@link flush}. */
export interface FlushOptions {
  /** Advances fake timers: `vi.advanceTimersByTimeAsync` or `jest.advanceTimersByTimeAsync`. Not needed with real ones. */
  readonly advance?: (milliseconds: number) => unknown
}

/** Twice two tasks to decide and to decide again when a component claims the failure, and as many to spare. */
const ROUNDS = 8

/**
 * Resolves when everything that this library defers has run and is on screen: after it a failure is in its home,
 * or will not come. Waits for no answer: await that first.
 *
 * @throws when timers are fake and nothing advances them, as then nothing would ever happen
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
  for (let round = 0; round < ROUNDS; round++) {
    // One act() a task: React renders, and runs the effects that claim failures, when it ends.
    await act(async () => {
      await (advance ?? nextTask)(1)
    })
  }
}

const nextTask = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The mark that @sinonjs/fake-timers leaves, which Vitest and Jest use. */
const areTimersFake = (): boolean => Object.hasOwn(setTimeout, 'clock')
