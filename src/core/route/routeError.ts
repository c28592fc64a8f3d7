import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Home, Origin, Placement, Surfaces } from '../types.js'
import { joinGroups, type MatchedIssue } from './joinGroups.js'
import { createFieldMatcher, type FieldMatcher } from './matchFields.js'
import { defaultPolicy, situationOf, type PolicyOptions } from './policy.js'

/** What {@link routeError} needs beside the error. */
export interface RouteContext {
  readonly origin: Origin
  readonly surfaces: Surfaces
  readonly policy?: PolicyOptions | undefined
  /** The definition of an issue's code. */
  readonly define: (code: string) => Definition
  /** A matcher over `surfaces.fields`, where the caller keeps one. */
  readonly matcher?: FieldMatcher
}

/**
 * Finds the home of each issue: `meta.apiError.home`, the policy's home of the code, the catalog row's home,
 * then the policy's row for the situation; a home without a mounted surface falls to the next.
 *
 * @returns one placement an issue, in order; none is ever left out
 * @example
 * routeError(error, { origin, surfaces, define }) // [{ issue, home: 'field', fields: ['to'] }]
 */
export function routeError(error: ApiErrorData, context: RouteContext): readonly Placement[] {
  const { origin, surfaces, policy } = context
  const situation = situationOf(origin)
  const matched = matchIssues(error, context)
  const rules: HomeRules = {
    wanted: origin.meta === false ? undefined : origin.meta?.home,
    codes: policy?.codes,
    usual: policy?.[situation] ?? defaultPolicy[situation],
    surfaces,
    isSignInMissing: error.status === 401 && !matched.some(({ fields }) => isAnyShown(fields, surfaces)),
  }
  const placements: Placement[] = []
  for (const item of joinGroups(matched)) {
    const { issue, fields, speaker } = item
    const home = origin.meta === false ? 'none' : findHome(item, rules)
    // The summary and a toast speak for fields too that do not show their own message.
    const speaksForFields = home === 'field' || home === 'summary' || home === 'toast'
    placements.push({ issue, home, fields: speaksForFields ? fields : NO_FIELDS, speaker })
  }
  return placements
}

/** What decides about the homes of one failure's issues. */
interface HomeRules {
  /** `meta.apiError.home`. */
  readonly wanted: Home | undefined
  readonly codes: PolicyOptions['codes']
  readonly usual: readonly Home[]
  readonly surfaces: Surfaces
  /** Only a missing sign-in is one: never sign out on a 403, nor for a field of a login form. */
  readonly isSignInMissing: boolean
}

const NO_FIELDS: readonly string[] = []

// From here on loops in place of callbacks: a callback that is made anew for each failure is compiled anew for each.

function matchIssues(
  error: ApiErrorData,
  { surfaces, define, matcher = createFieldMatcher(surfaces.fields, surfaces.aliases) }: RouteContext,
): readonly MatchedIssue[] {
  const definitions = new Map<string, Definition>()
  const matched: MatchedIssue[] = []
  for (const issue of error.issues) {
    const { code, fieldName, serverMessage, index } = issue
    const definition = definitions.get(code) ?? define(code)
    definitions.set(code, definition)
    const fields = matcher.match({
      fieldName,
      impliedFields: definition.fields,
      group: definition.group,
      serverMessage,
      index,
    })
    matched.push({ issue, definition, fields })
  }
  return matched
}

function findHome({ issue, definition, fields }: MatchedIssue, rules: HomeRules): Home {
  const { wanted, codes, usual } = rules
  const own = codes !== undefined && Object.hasOwn(codes, issue.code) ? codes[issue.code] : undefined
  for (const home of [wanted, own, definition.home]) if (home !== undefined && isOpen(home, fields, rules)) return home
  for (const home of usual) if (isOpen(home, fields, rules)) return home
  return 'toast'
}

function isOpen(home: Home, fields: readonly string[], { wanted, surfaces, isSignInMissing }: HomeRules): boolean {
  switch (home) {
    case 'field':
      return isAnyShown(fields, surfaces)
    case 'summary':
      return surfaces.summary
    case 'inline':
      return surfaces.inline
    case 'boundary':
      return surfaces.boundary
    case 'auth':
      return surfaces.auth && isSignInMissing && (wanted ?? 'auth') === 'auth'
    case 'toast':
    case 'none':
      return true
    default:
      return home satisfies never
  }
}

function isAnyShown(fields: readonly string[], { isShown }: Surfaces): boolean {
  for (const name of fields) if (isShown(name)) return true
  return false
}
