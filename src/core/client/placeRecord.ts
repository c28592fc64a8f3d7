import { routeError } from '../route/routeError.js'
import type { PolicyOptions } from '../route/policy.js'
import type { Definition } from '../types.js'
import type { FailureRecord, FailureSource, PlacedIssue } from './FailureRecord.js'
import type { Scope } from './Scope.js'

/** What decides about the homes of a record in one scope, beside the scope itself. */
export interface PlacingRules {
  readonly policy: PolicyOptions | undefined
  readonly hasAuth: boolean
  readonly isClaimed: boolean
  readonly define: (code: string) => Definition
}

const NO_ALIASES: ReadonlyMap<string, string> = new Map()
const isNeverShown = (): boolean => false

/** Finds the home of each issue of a record among the surfaces of a scope, or outside of every scope. */
export function placeRecord(
  record: FailureRecord,
  scope: Scope | undefined,
  rules: PlacingRules,
): readonly PlacedIssue[] {
  const { error, source, boundaries } = record
  const placements = routeError(error, {
    origin: {
      type: source.type,
      scoped: scope !== undefined,
      hasData: source.hasData ?? false,
      watched: source.watched ?? true,
      meta: source.meta,
    },
    surfaces: {
      fields: scope?.fieldNames ?? [],
      aliases: scope?.aliases ?? NO_ALIASES,
      isShown: scope?.isShown ?? isNeverShown,
      summary: scope?.hasSummary ?? false,
      inline: rules.isClaimed,
      boundary: scope === undefined ? boundaries.size > 0 : boundaries.has(scope.id) || boundaries.has(undefined),
      auth: rules.hasAuth,
    },
    policy: rules.policy,
    define: rules.define,
    ...(scope === undefined ? {} : { matcher: scope.matcherFor(record) }),
  })
  const placed: PlacedIssue[] = []
  for (const { issue, home, fields, speaker } of placements) placed.push({ issue, home, fields, speaker, record })
  return placed
}

/** Whether a failing query takes the place of what its scope shows: not data, not a form, and not against the app's word. */
export function throwsTo(
  scope: Scope | undefined,
  { type, hasData, meta }: Pick<FailureSource, 'type' | 'hasData' | 'meta'>,
): boolean {
  if (type !== 'query' || hasData === true || meta === false) return false
  if (meta?.home !== undefined && meta.home !== 'boundary') return false
  return scope === undefined || (!scope.keepsQueriesInline && !scope.hasForm)
}
