import type { FailureRecord, PlacedIssue } from '../store/record.js'
import type { FormSurface } from '../store/Surfaces.js'
import type { FieldRegistry } from './FieldRegistry.js'

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
 * @param fields those on the page
 * @param form says whether the app brings fields to light
 */
export function createSight(fields: FieldRegistry, form: Pick<FormSurface, 'canReveal'>): Sight {
  const seen = new WeakMap<FailureRecord, Set<string>>()
  const givenUp = new WeakMap<FailureRecord, Set<string>>()

  function canBeSeen(name: string, record: FailureRecord): boolean {
    // What was on screen keeps its home while a tab or a kept page hides it.
    if (seen.get(record)?.has(name) === true) return true
    if (fields.get(name, record).some((handle) => handle.isVisible?.() !== false)) {
      addTo(seen, record, name)
      return true
    }
    return form.canReveal && givenUp.get(record)?.has(name) !== true
  }
  return {
    isShown: (name, record) => fields.get(name, record).some((handle) => handle.isShown()) && canBeSeen(name, record),
    isOutOfSight: ({ home, fields: names, record }) =>
      home !== 'field' && names.length > 0 && names.every((name) => !canBeSeen(name, record)),
    giveUp({ fields: names, record }) {
      for (const name of names) addTo(givenUp, record, name)
    },
  }
}

function addTo(names: WeakMap<FailureRecord, Set<string>>, record: FailureRecord, name: string): void {
  const known = names.get(record)
  if (known === undefined) names.set(record, new Set([name]))
  else known.add(name)
}
