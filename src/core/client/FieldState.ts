import type { Placement } from '../types.js'
import type { FailureRecord } from './FailureRecord.js'

/** One issue with where it stands; of several fields, the first carries the message. */
export interface PlacedIssue extends Placement {
  readonly record: FailureRecord
}

/** What one field shows. */
export interface FieldState {
  /** The issues whose message this field carries. */
  readonly issues: readonly PlacedIssue[]
  /** Issues of groups whose message another field carries; it describes this one too. */
  readonly describedBy: readonly PlacedIssue[]
  /** Whether any of them is an error; warnings mark nothing as invalid. */
  readonly isInvalid: boolean
}

/** The state of a field without problems. */
export const NO_FIELD_STATE: FieldState = Object.freeze({ issues: Object.freeze([]), describedBy: Object.freeze([]), isInvalid: false })

interface GrowingState {
  readonly issues: PlacedIssue[]
  readonly describedBy: PlacedIssue[]
  isInvalid: boolean
}

/** What each field shows of these issues; a field whose state stays the same keeps the same object. */
export function fieldStatesOf(placed: readonly PlacedIssue[], previous: ReadonlyMap<string, FieldState>): ReadonlyMap<string, FieldState> {
  const states = new Map<string, GrowingState>()
  for (const item of placed) {
    const isError = item.issue.severity === 'error'
    for (const [position, name] of item.fields.entries()) {
      let state = states.get(name)
      if (state === undefined) states.set(name, (state = { issues: [], describedBy: [], isInvalid: false }))
      const list = position === 0 ? state.issues : state.describedBy
      list.push(item)
      state.isInvalid ||= isError
    }
  }
  const kept = new Map<string, FieldState>()
  for (const [name, state] of states) {
    const before = previous.get(name)
    const isSame = before !== undefined && sameItems(before.issues, state.issues) && sameItems(before.describedBy, state.describedBy)
    kept.set(name, isSame ? before : state)
  }
  return kept
}

/** Whether two placements of one issue say the same. */
export function samePlacement(a: PlacedIssue, b: PlacedIssue): boolean {
  return a.record === b.record && a.home === b.home && sameItems(a.fields, b.fields)
}

/** Whether two lists hold the same items in the same order. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => Object.is(item, b[index])))
}
