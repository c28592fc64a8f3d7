import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Home, Origin, Placement } from '../types.js'
import { joinGroups, type MatchedIssue } from './joinGroups.js'
import type { FieldMatcher } from './matchFields.js'
import { defaultPolicy, situationOf, type PolicyOptions } from './policy.js'

/** What is on screen and able to show an issue; what is left out is not there. */
export interface RouteSurfaces {
  /** Matches the server's names to the fields of the form, see {@link createFieldMatcher}. */
  readonly fields?: FieldMatcher | undefined
  /** Whether a field shows its message; one that does not is marked, but is no home. @default every field does */
  readonly isShown?: ((name: string) => boolean) | undefined
  /** Whether an error summary of the scope is mounted. */
  readonly summary?: boolean
  /** Whether a component claims the failure: it shows it itself. */
  readonly inline?: boolean
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
    // The summary and a toast speak for fields too that do not show their own message.
    const speaksForFields = home === 'field' || home === 'summary' || home === 'toast'
    return { issue, home, fields: speaksForFields ? fields : NO_FIELDS, speaker }
  })
}

/** What decides about the homes of one failure's issues. */
interface HomeRules {
  /** `meta.apiError.home`. */
  readonly wanted: Home | undefined
  readonly codes: PolicyOptions['codes']
  readonly usual: readonly Home[]
  readonly surfaces: RouteSurfaces
  readonly isShown: (name: string) => boolean
  /** A form that signs in shows what it was refused for at its fields, whatever else is asked for. */
  readonly isFieldFirst: boolean
  /** Only a missing sign-in is one: never sign out on a 403, nor for what a login form was filled in with. */
  readonly isSignInMissing: boolean
}

const NO_FIELDS: readonly string[] = []
const always = (): boolean => true

function matchIssues(
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

function findHome({ issue, definition, fields }: MatchedIssue, rules: HomeRules): Home {
  const { wanted, codes, usual, surfaces, isShown, isFieldFirst } = rules
  if (surfaces.handled === true) return surfaces.boundary === true ? 'boundary' : 'inline'
  if (isFieldFirst && fields.some(isShown)) return 'field'
  const own = codes !== undefined && Object.hasOwn(codes, issue.code) ? codes[issue.code] : undefined
  for (const home of [wanted, own, definition.home]) if (home !== undefined && isOpen(home, fields, rules)) return home
  return usual.find((home) => isOpen(home, fields, rules)) ?? 'toast'
}

function isOpen(
  home: Home,
  fields: readonly string[],
  { wanted, surfaces, isShown, isSignInMissing }: HomeRules,
): boolean {
  switch (home) {
    case 'field':
      return fields.some(isShown)
    case 'summary':
    case 'inline':
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
