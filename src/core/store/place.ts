import { placeError } from '../presentError.js'
import type { ApiErrorMetaValue, Origin, Placement } from '../types.js'
import type { ApiErrorClientOptions } from './options.js'
import type { FailureRecord, PlacedIssue } from './record.js'
import type { FormSurface, Scope, Surfaces } from './Surfaces.js'

/** What decides about homes beside the failure and what is on screen. */
export interface PlaceRules extends Pick<ApiErrorClientOptions, 'catalog' | 'policy'> {
  /** Whether a sign-in can help. */
  readonly auth: boolean
}

/**
 * Gives each issue of a failure its home, in every scope that is concerned.
 *
 * @returns the placements by scope; referentially stable while unchanged, as a whole and each: required by
 *   useSyncExternalStore
 */
export function place(record: FailureRecord, surfaces: Surfaces, rules: PlaceRules): FailureRecord['placements'] {
  const { error, source, placements: before } = record
  const { type, hasData = false, placeholderIn, watched = true, signsIn, meta } = source
  const scopes = surfaces.scopesOf(record)
  const regions: readonly (Scope | undefined)[] = scopes.length > 0 ? scopes : [undefined]
  const after = new Map<string | undefined, readonly PlacedIssue[]>()
  let isSame = before.size === regions.length
  for (const scope of regions) {
    const known = before.get(scope?.id)
    const isFilled = hasData || placeholderIn?.has(scope?.id) === true
    const origin: Origin = { type, scoped: scope !== undefined, hasData: isFilled, watched, signsIn, meta }
    const around = { ...surfaces.around(record, scope), auth: rules.auth }
    const context = { surfaces: around, policy: rules.policy, catalog: rules.catalog }
    const natural = placeError(error, { ...context, origin })
    const isSilent = record.isAsked && natural.every(({ home }) => home === 'none')
    // What the app reports is shown, also where nothing else would show it.
    const placements = isSilent
      ? placeError(error, { ...context, origin: { ...origin, type: 'report', meta: withoutHome(meta) } })
      : natural
    const placed = withoutEdited(placements, record, scope?.form).map((placement, index) => {
      const same = known?.[index]
      if (same?.home === placement.home && same.fields.join() === placement.fields.join()) return same
      isSame = false
      return { ...placement, record }
    })
    after.set(scope?.id, placed)
  }
  return isSame ? before : after
}

/**
 * What stood in a field that was edited since is no problem of what stands there now: it is not marked. The rest of the
 * failure says why nothing was saved; where there is none, the problem is named beside the fields.
 */
function withoutEdited(
  placements: readonly Placement[],
  record: FailureRecord,
  form: FormSurface | undefined,
): readonly Placement[] {
  const edited = placements.filter(({ fields }) => fields.length > 0 && form?.isEdited({ fields, record }) === true)
  if (edited.length === 0) return placements
  const isRest = placements.some((placement) => placement.home !== 'none' && !edited.includes(placement))
  const beside = form?.hasSummary === true ? 'summary' : 'toast'
  return placements.map((placement) => {
    if (!edited.includes(placement)) return placement
    return { ...placement, home: isRest ? 'none' : placement.home === 'field' ? beside : placement.home }
  })
}

/** The fields of other scopes that a failure would have marked, had it come in one of them. */
export function fieldsBeside(
  record: FailureRecord,
  surfaces: Surfaces,
  catalog: PlaceRules['catalog'],
): readonly string[] {
  if (record.source.type !== 'mutation') return []
  const missed = [...record.placements.values()]
    .flat()
    .filter(({ home, fields }) => (home === 'toast' || home === 'summary') && fields.length === 0)
    .map(({ issue }) => issue)
  const origin: Origin = { type: 'mutation', scoped: true, hasData: false, watched: true, meta: undefined }
  return surfaces.scopesBeside(record).flatMap((scope) =>
    placeError(record.error, { surfaces: surfaces.around(record, scope), catalog, origin })
      .filter(({ issue }) => missed.includes(issue))
      .flatMap(({ fields }) => fields),
  )
}

function withoutHome(meta: ApiErrorMetaValue | undefined): ApiErrorMetaValue | undefined {
  if (meta === undefined || meta === false) return undefined
  const { home: _home, ...rest } = meta
  return rest
}

/** Where every issue of a failure goes when something of the app's that decides about homes has thrown. */
export function placeInToast(record: FailureRecord): FailureRecord['placements'] {
  const { error, placements } = record
  if (placements.size > 0) return placements
  return new Map([[undefined, error.issues.map((issue) => ({ issue, home: 'toast' as const, fields: [], record }))]])
}
