'use client'

import { useMemo } from 'react'
import type { ApiErrorMeta } from '../../core/types.js'
import { stamp } from '../../query/mutationScope.js'
import { useScope } from '../provider/ScopeContext.js'

/**
 * Returns a `meta` that ties a mutation to the nearest scope; for wrappers that hold a QueryClient of their own.
 * Plain `useMutation` inside `<ApiErrorBoundary>` needs none.
 *
 * @param apiError what this mutation wants, as in `meta.apiError`; a constant, so that the result stays the same
 * @returns a `meta` for `useMutation`, the same object for the same argument and scope
 * @example
 * const meta = useApiErrorMeta({ home: 'summary' })
 * trpc.message.send.useMutation({ meta })
 */
export function useApiErrorMeta(apiError?: ApiErrorMeta): Record<string, unknown> {
  const scope = useScope()?.scope
  return useMemo(() => {
    const meta = apiError === undefined ? {} : { apiError }
    return scope === undefined ? meta : stamp(meta, scope.id)
  }, [apiError, scope])
}
