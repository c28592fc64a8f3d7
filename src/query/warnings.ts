// Warnings in development; callers guard these with `process.env.NODE_ENV !== 'production'`.
import type { Query, QueryObserver } from '@tanstack/react-query'
import { developerWarning } from '../internal/developerMessage.js'

/** Warns if observers of one query disagree in `meta.apiError`: a query has one meta, set by the last render. */
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

/** Warns of a success whose data tells of a failure: the app goes on as if it had worked. */
export function warnOfReturnedFailure(what: 'query' | 'mutation', key: readonly unknown[] | undefined): void {
  developerWarning(
    `A ${what}${key === undefined ? '' : ` (${JSON.stringify(key)})`} has succeeded with data that tells of a failure.`,
    'Its function has returned the failure in place of throwing it, so it is shown nowhere.',
    `Throw it: ${what}Fn: () => send().then(ensureOk).`,
  )
}
