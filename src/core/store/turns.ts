import type { FailureRecord } from './record.js'

/** The failures of one task, each with whether something other than a toast or the sign-in had it. */
export type Turn = ReadonlyMap<FailureRecord, boolean>

export interface TurnSteps {
  /** Runs a callback when everything that could still claim a failure of this turn has had its say. */
  readonly defer: (callback: () => void) => void
  /** Runs when the task is over in which the turn began. */
  readonly onTaskEnd: (turn: Turn) => void
  /** Runs when the deferred time has come. */
  readonly onDecide: (turn: Turn) => void
}

/** Collects the failures of one task. */
export interface Turns {
  /** Adds a failure to the turn of this task; of one that is added twice what was first known of it counts. */
  add(record: FailureRecord, wasElsewhere: boolean): void
  /** Resolves when every turn is decided; with whether there was anything to wait for. */
  idle(): Promise<boolean>
}

/** Counts each beginning and each end of a turn, of every store there is: tests wait until it stands still. */
export let turnSteps = 0

/** Makes what runs two steps for all failures of a task, however many they are. */
export function createTurns({ defer, onTaskEnd, onDecide }: TurnSteps): Turns {
  let current: Map<FailureRecord, boolean> | undefined
  let undecided = 0
  const waiting: (() => void)[] = []

  function begin(): Map<FailureRecord, boolean> {
    const turn = new Map<FailureRecord, boolean>()
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
    add(record, wasElsewhere) {
      current ??= begin()
      if (!current.has(record)) current.set(record, wasElsewhere)
    },
    async idle() {
      if (undecided === 0) return false
      await new Promise<void>((resolve) => waiting.push(resolve))
      return true
    },
  }
}
