import { developerWarning } from '../../internal/developerMessage.js'
import { nearestName } from '../route/nearestName.js'
import type { PlacedIssue } from './FieldState.js'

/** Tells the developer of a field that the server probably meant; for development. */
export function warnOfNearMiss({ issue, fields, record }: PlacedIssue, names: readonly string[]): void {
  const { fieldName } = issue
  if (fieldName === undefined || fields.length > 0 || record.phase !== 'new' || record.source.type !== 'mutation')
    return
  const nearest = nearestName(fieldName, names)
  if (nearest === undefined) return
  developerWarning(
    `The API names the field ${JSON.stringify(fieldName)}, and its form has none of that name.`,
    'The message cannot stand beside its field.',
    `Did you mean ${JSON.stringify(nearest)}? Rename the field, or say aliases={{ ${JSON.stringify(fieldName)}: ${JSON.stringify(nearest)} }} on <ApiErrorBoundary>.`,
  )
}
