// Warnings in development; callers guard these with `process.env.NODE_ENV !== 'production'`.
import { developerWarning } from '../../internal/developerMessage.js'
import { positionsIn } from '../route/fieldPath.js'
import { nearestName } from '../route/nearestName.js'
import type { PlacedIssue } from '../store/record.js'
import type { FieldHandle } from './FieldHandle.js'
import type { FieldRegistry } from './FieldRegistry.js'

/** The server names a field that the form does not have, and one of a similar name is there. */
export function warnOfNearMiss({ issue, home, fields, record }: PlacedIssue, names: readonly string[]): void {
  const { fieldName } = issue
  if (fieldName === undefined || fields.length > 0) return
  // Where the app itself shows it, nothing asks for fields.
  if (home !== 'summary' && home !== 'toast') return
  if (record.status !== 'pending' || record.source.type !== 'mutation') return
  const positions = positionsIn(fieldName).join()
  // An alias to a field of another row would be wrong for every row but one.
  const candidates = names.filter((name) => positionsIn(name).join() === positions)
  const nearest = nearestName(fieldName, candidates)
  if (nearest === undefined) return
  developerWarning(
    `The API names the field ${JSON.stringify(fieldName)}, and its form has none of that name.`,
    'The message cannot stand beside its field.',
    `Did you mean ${JSON.stringify(nearest)}? Rename the field, or say aliases={{ ${JSON.stringify(fieldName)}: ${JSON.stringify(nearest)} }} on <ApiErrorBoundary>.`,
  )
}

export function warnOfSummaries(count: number): void {
  if (count < 2) return
  developerWarning(
    'There are two <ErrorSummary /> for one form.',
    'Each lists every problem, so people read and hear it twice.',
    'Keep one; for two forms, wrap each in an <ApiErrorBoundary>.',
  )
}

/** Two plain forms of one scope have a field of the same name. */
export function warnOfTwoForms(fields: FieldRegistry, { name }: FieldHandle): void {
  const forms = new Set(fields.get(name).flatMap((handle) => handle.forms?.() ?? []))
  if (forms.size < 2 || (fields.owner !== undefined && forms.has(fields.owner))) return
  developerWarning(
    `The field ${JSON.stringify(name)} stands in two forms of one <ApiErrorBoundary>.`,
    'Only where the user has sent one of them is it known which of the two a failure is about; else both are marked.',
    'Wrap each form in an <ApiErrorBoundary> of its own.',
  )
}
