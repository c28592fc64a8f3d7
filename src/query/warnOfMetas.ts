import type { Query, QueryObserver } from '@tanstack/react-query'
import { developerWarning } from '../internal/developerMessage.js'

/** Warns where the components that watch a query disagree in `meta.apiError`: a query has one meta, and the last one counts. */
export function warnOfMetas(
  query: Query,
  watchers: readonly QueryObserver<unknown, unknown, unknown, unknown>[],
): void {
  const metas = new Set(watchers.map(({ options }) => JSON.stringify(options.meta?.apiError)))
  if (metas.size < 2) return
  developerWarning(
    `The components that use the query ${query.queryHash} give it different meta.apiError.`,
    'A query has one meta: the component that rendered last decides for all.',
    'Write it once, in a queryOptions() that all of them use.',
  )
}
