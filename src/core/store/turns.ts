import type { Issue } from '../types.js'
import type { FailureRecord } from './record.js'

/** The failures of one task, each with the issues that something other than a toast or the sign-in showed before. */
export type Turn = ReadonlyMap<FailureRecord, ReadonlySet<Issue>>

export interface TurnSteps {
  /** Runs a callback after all that can claim a failure: `onError`, the caller's `catch`, effects of components. */
  readonly defer: (callback: () => void) => void
  /** Runs in a microtask after the turn began. */
  readonly onTaskEnd: (turn: Turn) => void
  /** Runs when `defer` calls back. */
  readonly onDecide: (turn: Turn) => void
}

export interface Turns {
  /** Adds a failure to the turn of this task; if it is there already, what was shown at first counts. */
  add(record: FailureRecord, elsewhere: ReadonlySet<Issue>): void
  /** Resolves when every turn is decided; with whether there was anything to wait for. */
  idle(): Promise<boolean>
}

/** Grows with each begin and end of a turn in any store: `flush()` waits until it stops. */
export let turnSteps = 0

/** Runs both steps once for all failures of a task. */
export function createTurns({ defer, onTaskEnd, onDecide }: TurnSteps): Turns {
  let current: Map<FailureRecord, ReadonlySet<Issue>> | undefined
  let undecided = 0
  const waiting: (() => void)[] = []

  function begin(): Map<FailureRecord, ReadonlySet<Issue>> {
    const turn = new Map<FailureRecord, ReadonlySet<Issue>>()
    undecided++
    turnSteps++
    queueMicrotask(() => {
      current = undefined
      onTaskEnd(turn)
    })
    defer(() => {
      undecided--
      turnSteps++
      onDecide(turn)
      if (undecided === 0) for (const resolve of waiting.splice(0)) resolve()
    })
    return turn
  }
  return {
    add(record, elsewhere) {
      current ??= begin()
      if (!current.has(record)) current.set(record, elsewhere)
    },
    async idle() {
      if (undecided === 0) return false
      await new Promise<void>((resolve) => waiting.push(resolve))
      return true
    },
  }
}
