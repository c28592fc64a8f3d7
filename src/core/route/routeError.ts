import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Home, Issue, Origin, Placement } from '../types.js'
import { joinGroups, type MatchedIssue } from './joinGroups.js'
import type { FieldMatcher } from './matchFields.js'
import { defaultPolicy, situationOf, type PolicyOptions } from './policy.js'

/** What can show an issue right now; a member that is left out counts as absent. */
export interface RouteSurfaces {
  /** Matches the server's names to the fields of the form, see {@link createFieldMatcher}. */
  readonly fields?: FieldMatcher | undefined
  /** Whether a field shows its message; one that does not is marked, but is no home. @default every field does */
  readonly isShown?: ((name: string) => boolean) | undefined
  /** Whether an error summary of the scope is mounted. */
  readonly summary?: boolean
  /** Whether a component claims the failure, or the issues that it hands to a form library: it shows them itself. */
  readonly inline?: boolean | ((issue: Issue) => boolean)
  /** Whether the app has said that it deals with the failure itself: nothing else may ask for it. */
  readonly handled?: boolean
  /** Whether a boundary has caught or will catch the failure. */
  readonly boundary?: boolean
  /** Whether the app handles sign-in (`onUnauthorized`). */
  readonly auth?: boolean
}

/** What {@link routeError} needs beside the error. */
export interface RouteContext {
  readonly origin: Origin
  readonly surfaces: RouteSurfaces
  readonly policy?: PolicyOptions | undefined
  /** The definition of an issue's code, see {@link classifyError}. */
  readonly define: (code: string) => Definition
}

/**
 * Finds the home of each issue: `meta.apiError.home`, the policy's home of the code, the catalog row's home,
 * then the policy's row for the situation; a home without a mounted surface falls to the next.
 *
 * @param error   a normalized error
 * @param context where it came from, what is on screen, and the rules of the app
 * @returns one placement an issue, in order; none is ever left out
 * @example
 * const surfaces = { fields: createFieldMatcher(['to', 'text']), summary: true }
 * routeError(error, { origin, surfaces, define }) // [{ issue, home: 'field', fields: ['to'] }]
 */
export function routeError(
  error: ApiErrorData,
  { origin, surfaces, policy, define }: RouteContext,
): readonly Placement[] {
  const matched = matchIssues(error, surfaces.fields, define)
  const isShown = surfaces.isShown ?? always
  const rules: HomeRules = {
    wanted: origin.meta === false ? undefined : origin.meta?.home,
    codes: policy?.codes,
    usual: policy?.[situationOf(origin)] ?? defaultPolicy[situationOf(origin)],
    surfaces,
    isShown,
    isFieldFirst: error.status === 401 && origin.signsIn === true,
    isSignInMissing:
      error.status === 401 && origin.signsIn !== true && !matched.some(({ fields }) => fields.some(isShown)),
  }
  return joinGroups(matched).map((item) => {
    const { issue, fields, speaker } = item
    const home = origin.meta === false ? 'none' : findHome(item, rules)
    // Summary and toast name the fields too: those that show no message themselves are still marked.
    const speaksForFields = home === 'field' || home === 'summary' || home === 'toast'
    return { issue, home, fields: speaksForFields ? fields : NO_FIELDS, speaker }
  })
}

interface HomeRules {
  /** `meta.apiError.home`. */
  readonly wanted: Home | undefined
  readonly codes: PolicyOptions['codes']
  readonly usual: readonly Home[]
  readonly surfaces: RouteSurfaces
  readonly isShown: (name: string) => boolean
  /** A 401 of a form that signs in: its visible fields show it, whatever meta or catalog ask for. */
  readonly isFieldFirst: boolean
  /** A 401 that names no visible field and is not of a form that signs in: no 403 or wrong password is a missing sign-in. */
  readonly isSignInMissing: boolean
}

const NO_FIELDS: readonly string[] = []
const always = (): boolean => true

/** Finds the fields that each issue marks. */
export function matchIssues(
  error: ApiErrorData,
  matcher: FieldMatcher | undefined,
  define: RouteContext['define'],
): readonly MatchedIssue[] {
  const definitions = new Map<string, Definition>()
  return error.issues.map((issue) => {
    const { code, fieldName, serverMessage, index } = issue
    const definition = definitions.get(code) ?? define(code)
    definitions.set(code, definition)
    const { fields: impliedFields, group } = definition
    const fields = matcher?.match({ fieldName, impliedFields, group, serverMessage, index }) ?? NO_FIELDS
    return { issue, definition, fields }
  })
}

function findHome(item: MatchedIssue, rules: HomeRules): Home {
  const { issue, definition, fields } = item
  const { wanted, codes, usual, surfaces, isShown, isFieldFirst } = rules
  if (surfaces.handled === true) return surfaces.boundary === true ? 'boundary' : 'inline'
  if (isFieldFirst && fields.some(isShown)) return 'field'
  const own = codes !== undefined && Object.hasOwn(codes, issue.code) ? codes[issue.code] : undefined
  for (const home of [wanted, own, definition.home]) if (home !== undefined && isOpen(home, item, rules)) return home
  return usual.find((home) => isOpen(home, item, rules)) ?? 'toast'
}

function isOpen(
  home: Home,
  { issue, fields }: MatchedIssue,
  { wanted, surfaces, isShown, isSignInMissing }: HomeRules,
): boolean {
  switch (home) {
    case 'field':
      return fields.some(isShown)
    case 'inline':
      return typeof surfaces.inline === 'function' ? surfaces.inline(issue) : surfaces.inline === true
    case 'summary':
    case 'boundary':
      return surfaces[home] === true
    case 'auth':
      return surfaces.auth === true && isSignInMissing && (wanted ?? 'auth') === 'auth'
    case 'toast':
    case 'none':
      return true
    default:
      return home satisfies never
  }
}
