import type { FailureRecord, FailureSource } from './record.js'
import type { Gesture } from './Surfaces.js'

/** One call of a mutation, or one fetch of a query. */
type Call = Pick<FailureSource, 'gesture' | 'startedAt'>

/** A call that has succeeded. */
export interface Success extends Call {
  /** Whether it was the very request that failed. */
  readonly resolves: (record: FailureRecord) => boolean
}

/**
 * Whether a call is a new try of what an earlier call of the same observer failed with. Calls of one gesture are not,
 * nor those that overlap: each stands for itself. What began by itself takes the place of nothing that the user sent.
 */
export function isNewTry({ gesture, startedAt = 0 }: Call, { source, failedAt, status }: FailureRecord): boolean {
  if (startedAt < failedAt) return false
  if (gesture !== undefined) return gesture !== source.gesture
  return source.gesture === undefined && status !== 'pending'
}

/** Whether two gestures sent the same form, or pressed the same button outside of one. */
export function isSamePlace(a: Gesture | undefined, b: Gesture | undefined): boolean {
  return a !== undefined && a.from === b?.from
}

/** Whether the user has tried again since a failure of the same request was dismissed. */
export function isTriedAgain({ gesture }: Call, dismissed: FailureRecord['dismissed']): boolean {
  return dismissed === undefined || (gesture !== undefined && gesture !== dismissed.gesture)
}
