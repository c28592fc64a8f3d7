import { positionsIn } from '../route/fieldPath.js'
import type { PlacedIssue } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'
import type { FieldStates } from './fieldStates.js'

/** The problems of fields that have gone, if all of them are of rows and went as the user pressed something. */
export function problemsOfDeletedRows(gone: readonly FieldHandle[], states: FieldStates): readonly PlacedIssue[] {
  if (gone.some(({ name }) => positionsIn(name).length === 0)) return []
  const names = new Set(gone.map(({ name }) => name))
  const pressedAt = gone[0]?.lastPress?.() ?? 0
  return [...states]
    .filter(([name]) => names.has(name))
    .flatMap(([, { issues, describedBy }]) => [...issues, ...describedBy])
    .filter(({ fields, record }) => record.time <= pressedAt && fields.every((name) => names.has(name)))
}
