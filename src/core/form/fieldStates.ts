import type { PlacedIssue } from '../store/record.js'
import type { FieldRegistry } from './FieldRegistry.js'

export interface FieldState {
  /** The issues whose message this field carries. */
  readonly issues: readonly PlacedIssue[]
  /** Issues of groups whose message another field carries; it describes this one too. */
  readonly describedBy: readonly PlacedIssue[]
  /** Whether any of them is an error; warnings mark nothing as invalid. */
  readonly isInvalid: boolean
}

export const NO_FIELD_STATE: FieldState = Object.freeze({
  issues: Object.freeze([]),
  describedBy: Object.freeze([]),
  isInvalid: false,
})

/** What each field of a form shows, by name; those without problems are left out. */
export type FieldStates = ReadonlyMap<string, FieldState>

interface GrowingState extends FieldState {
  readonly issues: PlacedIssue[]
  readonly describedBy: PlacedIssue[]
  isInvalid: boolean
}

/**
 * Derives what each field shows. Referentially stable while unchanged: required by useSyncExternalStore.
 *
 * @param isOutOfSight whether the message has another home as its field cannot be seen: that is only marked
 */
export function fieldStatesOf(
  placed: readonly PlacedIssue[],
  previous: FieldStates,
  isOutOfSight: (item: PlacedIssue) => boolean,
): FieldStates {
  const states = new Map<string, GrowingState>()
  for (const item of placed) {
    const isMarkOnly = isOutOfSight(item)
    item.fields.forEach((name, position) => {
      const state = states.get(name) ?? { issues: [], describedBy: [], isInvalid: false }
      states.set(name, state)
      // The first field shows the message.
      state[position === 0 && !isMarkOnly ? 'issues' : 'describedBy'].push(item)
      state.isInvalid ||= item.issue.severity === 'error'
    })
  }
  const kept = new Map<string, FieldState>(states)
  for (const [name, before] of previous) {
    const state = states.get(name)
    if (state === undefined) continue
    if (sameItems(before.issues, state.issues) && sameItems(before.describedBy, state.describedBy))
      kept.set(name, before)
  }
  return kept
}

interface OneField {
  readonly key: object
  readonly fields: FieldRegistry
}

const parts = new WeakMap<FieldState, WeakMap<object, FieldState>>()

/** What one of several fields of a name shows: nothing that is about a field of another form. */
export function partOf(state: FieldState, name: string, { key, fields }: OneField): FieldState {
  const all = fields.get(name)
  const own = all.find((handle) => handle.key === key)
  if (own === undefined || all.length < 2) return state
  const isOwn = ({ record }: PlacedIssue): boolean => fields.get(name, record).includes(own)
  const [issues, describedBy] = [state.issues.filter(isOwn), state.describedBy.filter(isOwn)]
  const count = issues.length + describedBy.length
  if (count === state.issues.length + state.describedBy.length) return state
  if (count === 0) return NO_FIELD_STATE
  const known = parts.get(state) ?? new WeakMap<object, FieldState>()
  parts.set(state, known)
  const before = known.get(key)
  if (before !== undefined && sameItems(before.issues, issues) && sameItems(before.describedBy, describedBy))
    return before
  const isInvalid = [...issues, ...describedBy].some(({ issue }) => issue.severity === 'error')
  const part = { issues, describedBy, isInvalid }
  known.set(key, part)
  return part
}

export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]))
}
