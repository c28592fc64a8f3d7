import type { ClaimedSource } from '../../core/client/Claims.js'

/** The parts of a query or mutation result that matter here. */
interface ResultLike {
  readonly error: unknown
  readonly isError: boolean
  readonly data?: unknown
  readonly errorUpdatedAt?: unknown
  readonly submittedAt?: unknown
  readonly failureCount?: unknown
  readonly isFetching?: unknown
  readonly isPending?: unknown
  readonly refetch?: unknown
  readonly isFetchNextPageError?: unknown
  readonly isFetchPreviousPageError?: unknown
  readonly fetchNextPage?: unknown
  readonly fetchPreviousPage?: unknown
}

/** Whether a value is what `useQuery` or `useMutation` returns, rather than something thrown. */
export function isResult(source: unknown): source is ResultLike {
  return typeof source === 'object' && source !== null && 'error' in source && 'isError' in source && typeof source.isError === 'boolean'
}

/** The failure that a result or a thrown value stands for; `undefined` when all is well. */
export function toFailureSource(source: unknown): ClaimedSource | undefined {
  if (!isResult(source)) return source === undefined || source === null ? undefined : { failure: source }
  if (!source.isError) return undefined
  const stamp = source.errorUpdatedAt ?? source.submittedAt
  return { failure: source.error, stamp: typeof stamp === 'number' ? stamp : undefined }
}

/** What sends the failed request of a result again: of an infinite query the page that failed, not all of them. */
export function retryOf(source: unknown): (() => unknown) | undefined {
  if (!isResult(source)) return undefined
  const { refetch, isFetchNextPageError, fetchNextPage, isFetchPreviousPageError, fetchPreviousPage } = source
  const again = isFetchNextPageError === true ? fetchNextPage : isFetchPreviousPageError === true ? fetchPreviousPage : refetch
  return typeof again === 'function' ? () => again() as unknown : undefined
}
