import type { PlacedIssue } from './FailureRecord.js'

export type { PlacedIssue } from './FailureRecord.js'

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
export const NO_FIELD_STATE: FieldState = Object.freeze({
  issues: Object.freeze([]),
  describedBy: Object.freeze([]),
  isInvalid: false,
})

interface GrowingState {
  readonly issues: PlacedIssue[]
  readonly describedBy: PlacedIssue[]
  isInvalid: boolean
}

/** What each field shows of these issues; a field whose state stays the same keeps the same object. */
export function fieldStatesOf(
  placed: readonly PlacedIssue[],
  previous: ReadonlyMap<string, FieldState>,
): ReadonlyMap<string, FieldState> {
  const states = new Map<string, GrowingState>()
  for (const item of placed) {
    let isCarrier = true
    for (const name of item.fields) {
      let state = states.get(name)
      if (state === undefined) states.set(name, (state = { issues: [], describedBy: [], isInvalid: false }))
      if (isCarrier) state.issues.push(item)
      else state.describedBy.push(item)
      if (item.issue.severity === 'error') state.isInvalid = true
      isCarrier = false
    }
  }
  if (previous.size === 0) return states
  const kept = new Map<string, FieldState>(states)
  for (const [name, before] of previous) {
    const state = states.get(name)
    if (
      state !== undefined &&
      sameItems(before.issues, state.issues) &&
      sameItems(before.describedBy, state.describedBy)
    )
      kept.set(name, before)
  }
  return kept
}

/** Whether two placements of one issue say the same. */
export function samePlacement(a: PlacedIssue, b: PlacedIssue): boolean {
  return a === b || (a.record === b.record && a.home === b.home && sameItems(a.fields, b.fields))
}

/** Whether two lists hold the same items in the same order. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false
  return true
}
