import { placeError } from '../presentError.js'
import type { ApiErrorClientOptions } from './options.js'
import type { FailureRecord, PlacedIssue } from './record.js'
import type { Scope, Surfaces } from './Surfaces.js'

/** What decides about homes beside the failure and what is on screen. */
export interface PlaceRules extends Pick<ApiErrorClientOptions, 'catalog' | 'policy'> {
  /** Whether a sign-in can help. */
  readonly auth: boolean
}

/**
 * Gives each issue of a failure its home, in every scope that is concerned.
 *
 * @returns the placements by scope; what stays where it was keeps its identity, and all of it is the same object then
 */
export function place(record: FailureRecord, surfaces: Surfaces, rules: PlaceRules): FailureRecord['placements'] {
  const { error, source, placements: before } = record
  const { type, hasData = false, watched = true, meta } = source
  const scopes = surfaces.scopesOf(record)
  const regions: readonly (Scope | undefined)[] = scopes.length > 0 ? scopes : [undefined]
  const after = new Map<string | undefined, readonly PlacedIssue[]>()
  let isSame = before.size === regions.length
  for (const scope of regions) {
    const known = before.get(scope?.id)
    const placements = placeError(error, {
      origin: { type, scoped: scope !== undefined, hasData, watched, meta },
      surfaces: { ...surfaces.around(record, scope), auth: rules.auth },
      policy: rules.policy,
      catalog: rules.catalog,
    })
    const placed = placements.map((placement, index) => {
      const same = known?.[index]
      if (same?.home === placement.home && same.fields.join() === placement.fields.join()) return same
      isSame = false
      return { ...placement, record }
    })
    after.set(scope?.id, placed)
  }
  return isSame ? before : after
}

/** Where every issue of a failure goes when something of the app's that decides about homes has thrown. */
export function placeInToast(record: FailureRecord): FailureRecord['placements'] {
  const { error, placements } = record
  if (placements.size > 0) return placements
  return new Map([[undefined, error.issues.map((issue) => ({ issue, home: 'toast' as const, fields: [], record }))]])
}
