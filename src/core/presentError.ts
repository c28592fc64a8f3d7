import type { ApiError, ApiErrorData } from './ApiError.js'
import { classifyError } from './classify/classifyError.js'
import { localizeError, type IssueTexts } from './localize/localizeError.js'
import type { Translator } from './localize/Translator.js'
import { normalizeError } from './normalize/normalizeError.js'
import { routeError, type RouteContext } from './route/routeError.js'
import type { Catalog, Placement } from './types.js'

/** What decides about the home of an issue: where the failure came from, what is on screen, and the rules of the app. */
export type PlaceContext = Omit<RouteContext, 'define'> & { readonly catalog?: Catalog | undefined }

/** A failure, ready to show. */
export interface Presentation {
  readonly error: ApiError
  /** Each with its home, its fields and its words, in the order of `error.issues`. */
  readonly issues: readonly (Placement & IssueTexts)[]
}

/**
 * The whole way of a failure: normalize → classify → route → localize; what is left is to render it.
 * `ErrorStore.fail` takes the first step and `ErrorStore.place` the next two, at the moment of the failure and again
 * when what is on screen changes; `describeIssue` takes the last while rendering, as languages load late.
 *
 * @param failure whatever was thrown or returned
 * @param context the words, where it came from and what is on screen
 * @returns the error and its issues, each with its home and its words; never throws
 * @example
 * const { issues } = presentError(failure, { messages: registry.translator('nl'), origin, surfaces })
 */
export function presentError(
  failure: unknown,
  context: PlaceContext & { readonly messages: Translator },
): Presentation {
  const error = normalizeError(failure)
  const issues = placeError(error, context).map((placement) => {
    const { issue } = placement
    const definition = classifyError(error, issue.code, context.catalog)
    return {
      ...placement,
      ...localizeError(error, issue, { messages: context.messages, definition, origin: context.origin.type }),
    }
  })
  return { error, issues }
}

/** Gives each issue of an error its meaning and its home. */
export function placeError(error: ApiErrorData, { catalog, ...context }: PlaceContext): readonly Placement[] {
  return routeError(error, { ...context, define: (code) => classifyError(error, code, catalog) })
}
