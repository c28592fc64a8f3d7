import type { ErrorStore } from './ErrorStore.js'
import { clearForm, isDealtWith, type FailureRecord, type FailureSource, type Gesture } from './record.js'

// An attempt is one call of a mutation, or one fetch of a query. Calls of one gesture, and calls that overlap, each
// stand for themselves; a call of a later gesture is a new try, which takes the place of what the last one left.

type Call = Pick<FailureSource, 'gesture' | 'startedAt'>

/** A call that has succeeded. */
export interface Success extends Call {
  /** Whether it was the very request that failed. */
  readonly resolves: (record: FailureRecord) => boolean
}

/** A failure takes the place of earlier ones: a query fails again, a call is sent again, or the user has tried again. */
export function supersedeBy(store: ErrorStore, record: FailureRecord): void {
  const { identity, call, gesture } = record.source
  for (const previous of identity === undefined ? [] : store.records.with(identity)) {
    if (previous.source.call === call) {
      if (!isTriedAgain(record.source, previous.dismissed)) record.dismissed = previous.dismissed
      store.end(previous, 'superseded', { keepsToast: true })
    } else if (isNewTry(record.source, previous)) {
      // Its toast stays until the new one has its home: an equal one takes its place without a gap.
      if (isSamePlace(gesture, previous.source.gesture)) record.replaced.push(previous)
      dropFromForm(store, previous)
    }
  }
}

/** A call has succeeded: what it was a new try of goes, from the form and from a toast of the same form. */
export function recoverBy(store: ErrorStore, success: Success, record: FailureRecord): void {
  if (!isNewTry(success, record)) return
  if (isSamePlace(success.gesture, record.source.gesture)) store.end(record, 'recovered')
  else dropFromForm(store, record)
}

/** Takes away what a form shows of an earlier try; issues with another home stay there. */
function dropFromForm(store: ErrorStore, record: FailureRecord): void {
  clearForm(record)
  store.changed(record)
  if (isDealtWith(record)) store.end(record, 'superseded')
}

/** What began by itself (an autosave, a check on blur) takes the place of nothing that the user sent. */
function isNewTry({ gesture, startedAt = 0 }: Call, { source, failedAt, status }: FailureRecord): boolean {
  const overlaps = startedAt < failedAt
  if (overlaps) return false
  return gesture === undefined ? source.gesture === undefined && status !== 'pending' : gesture !== source.gesture
}

/** Whether two gestures sent the same form, or pressed the same button outside of one. */
function isSamePlace(a: Gesture | undefined, b: Gesture | undefined): boolean {
  return a !== undefined && b !== undefined && (a.form ?? a.control) === (b.form ?? b.control)
}

function isTriedAgain({ gesture }: Call, dismissed: FailureRecord['dismissed']): boolean {
  return dismissed === undefined || (gesture !== undefined && gesture !== dismissed.gesture)
}
