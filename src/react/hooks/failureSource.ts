import type { ClaimedSource } from '../../core/store/record.js'

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
  readonly refetch?: (() => unknown) | undefined
  readonly fetchNextPage?: unknown
}

/** Whether a value is what `useQuery` or `useMutation` returns, rather than something thrown. */
export function isResult(source: unknown): source is ResultLike {
  return (
    typeof source === 'object' &&
    source !== null &&
    'error' in source &&
    'isError' in source &&
    typeof source.isError === 'boolean'
  )
}

/** The failure that a result or a thrown value stands for; `undefined` when all is well. */
export function toFailureSource(source: unknown): ClaimedSource | undefined {
  if (!isResult(source)) return source === undefined || source === null ? undefined : { failure: source }
  if (!source.isError) return undefined
  const stamp = source.errorUpdatedAt ?? source.submittedAt
  return { failure: source.error, stamp: typeof stamp === 'number' ? stamp : undefined }
}

/** What sends the failed request of a result again; of an infinite query only the failure itself knows which page that was. */
export function retryOf(source: unknown, known: (() => unknown) | undefined): (() => unknown) | undefined {
  if (!isResult(source)) return known
  const { refetch, fetchNextPage } = source
  if (typeof refetch !== 'function' || (known !== undefined && fetchNextPage !== undefined)) return known
  return refetch
}
