import { positionsIn } from '../route/fieldPath.js'
import type { Gesture, PlacedIssue } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'
import type { FieldStates } from './fieldStates.js'

/**
 * The problems of fields that have gone, if all of them are of rows and went as the user pressed something.
 *
 * @param latest what the user did last; a press that sent the failed request has deleted nothing
 */
export function problemsOfDeletedRows(
  gone: readonly FieldHandle[],
  states: FieldStates,
  latest: Gesture | undefined,
): readonly PlacedIssue[] {
  if (latest === undefined || latest.isScrolled || latest.isSubmit) return []
  if (gone.some(({ name }) => positionsIn(name).length === 0)) return []
  const names = new Set(gone.map(({ name }) => name))
  return [...states]
    .filter(([name]) => names.has(name))
    .flatMap(([, { issues, describedBy }]) => [...issues, ...describedBy])
    .filter(({ fields, record }) => record.source.gesture !== latest && fields.every((name) => names.has(name)))
}
