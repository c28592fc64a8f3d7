import type { FailureRecord, PlacedIssue } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'

/** Which fields of a form can be seen or brought to light, for each failure. */
export interface Sight {
  /** Whether a field shows the message of a failure where it can be seen. */
  isShown(name: string, record: FailureRecord): boolean
  /** Whether the message has another home because no field of its can be seen. */
  isOutOfSight(item: PlacedIssue): boolean
  /** The app could not bring the fields of a problem to light. */
  giveUp(item: PlacedIssue): void
}

/**
 * @param fieldsOf the fields of a name that are on the page
 * @param canReveal whether the app brings fields to light
 */
export function createSight(fieldsOf: (name: string) => readonly FieldHandle[], canReveal: () => boolean): Sight {
  const seen = new WeakMap<FailureRecord, Set<string>>()
  const givenUp = new WeakMap<FailureRecord, Set<string>>()

  function canBeSeen(name: string, record: FailureRecord): boolean {
    // What was on screen keeps its home while a tab or a kept page hides it.
    if (seen.get(record)?.has(name) === true) return true
    if (fieldsOf(name).some((handle) => handle.isVisible?.() !== false)) {
      addTo(seen, record, name)
      return true
    }
    return canReveal() && givenUp.get(record)?.has(name) !== true
  }
  return {
    isShown: (name, record) => fieldsOf(name).some((handle) => handle.isShown()) && canBeSeen(name, record),
    isOutOfSight: ({ home, fields, record }) =>
      home !== 'field' && fields.length > 0 && fields.every((name) => !canBeSeen(name, record)),
    giveUp({ fields, record }) {
      for (const name of fields) addTo(givenUp, record, name)
    },
  }
}

function addTo(names: WeakMap<FailureRecord, Set<string>>, record: FailureRecord, name: string): void {
  const known = names.get(record)
  if (known === undefined) names.set(record, new Set([name]))
  else known.add(name)
}
