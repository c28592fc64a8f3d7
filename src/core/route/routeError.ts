import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Home, Issue, Origin, Placement, Surfaces } from '../types.js'
import { joinGroups } from './joinGroups.js'
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
  const { origin, surfaces, policy, define } = context
  const matcher = context.matcher ?? createFieldMatcher(surfaces.fields, surfaces.aliases)
  const situation = situationOf(origin)
  const usual = policy?.[situation] ?? defaultPolicy[situation]
  const meta = origin.meta === false ? undefined : origin.meta

  const matched = error.issues.map((issue) => {
    const definition = define(issue.code)
    return { issue, definition, fields: match(matcher, issue, definition) }
  })
  const hasFieldIssue = matched.some(({ fields }) => fields.some(surfaces.isShown))
  return joinGroups(matched).map(({ issue, definition, fields, speaker }): Placement => {
    if (origin.meta === false) return { issue, home: 'none', fields: [] }
    const home = findHome([meta?.home, ownHome(policy?.codes, issue.code), definition.home], fields)
    // The summary and a toast speak for fields too that do not show their own message.
    return { issue, home, fields: home === 'field' || home === 'summary' || home === 'toast' ? fields : NO_FIELDS, speaker }
  })

  function findHome(wanted: readonly (Home | undefined)[], fields: readonly string[]): Home {
    return [...wanted, ...usual].find((candidate) => candidate !== undefined && isOpen(candidate, fields)) ?? 'toast'
  }

  function isOpen(candidate: Home, fields: readonly string[]): boolean {
    switch (candidate) {
      case 'field':
        return fields.some(surfaces.isShown)
      case 'summary':
        return surfaces.summary
      case 'inline':
        return surfaces.inline
      case 'boundary':
        return surfaces.boundary
      case 'auth':
        // Only a missing sign-in is one: never sign out on a 403, nor for a field of a login form.
        return surfaces.auth && error.status === 401 && (meta?.home ?? 'auth') === 'auth' && !hasFieldIssue
      case 'toast':
      case 'none':
        return true
      default:
        return candidate satisfies never
    }
  }
}

const NO_FIELDS: readonly string[] = []

const ownHome = (codes: PolicyOptions['codes'], code: string): Home | undefined =>
  codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined

function match(matcher: FieldMatcher, issue: Issue, definition: Definition): readonly string[] {
  return matcher.match({
    fieldName: issue.fieldName,
    impliedFields: definition.fields,
    group: definition.group,
    serverMessage: issue.serverMessage,
    index: issue.index,
  })
}
