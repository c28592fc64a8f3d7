import type { ApiError } from './ApiError.js'
import { classifyError } from './classify/classifyError.js'
import type { IssueTexts } from './localize/LocalizedIssue.js'
import { localizeError } from './localize/localizeError.js'
import type { MessageRegistry } from './localize/MessageRegistry.js'
import { normalizeError } from './normalize/normalizeError.js'
import { routeError, type RouteContext } from './route/routeError.js'
import type { Catalog, Placement } from './types.js'

/** A failure, ready to show. */
export interface Presentation {
  readonly error: ApiError
  readonly issues: readonly (Placement & IssueTexts)[]
}

/**
 * The whole flow: a thrown value becomes an error, its codes get their meaning, each issue its home and its words.
 *
 * @param failure whatever was thrown or returned
 * @param context the words, where it came from and what is on screen
 * @returns the error and its issues; never throws
 * @example
 * const { issues } = presentError(failure, { messages, origin, surfaces })
 */
export function presentError(
  failure: unknown,
  context: Omit<RouteContext, 'define'> & { readonly messages: MessageRegistry; readonly catalog?: Catalog },
): Presentation {
  const error = normalizeError(failure)
  const define = (code: string) => classifyError(error, code, context.catalog)
  const placements = routeError(error, { ...context, define })
  const issues = placements.map((placement) => {
    const { issue } = placement
    return {
      ...placement,
      ...localizeError(error, issue, {
        messages: context.messages,
        definition: define(issue.code),
        origin: context.origin.type,
      }),
    }
  })
  return { error, issues }
}
