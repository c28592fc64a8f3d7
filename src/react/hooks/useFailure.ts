'use client'

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import { dismissFailure } from '../../core/store/actions.js'
import type { ErrorStore } from '../../core/store/ErrorStore.js'
import { closeReasonOf, type ClaimedSource, type FailureRecord } from '../../core/store/record.js'
import type { Definition, Issue } from '../../core/types.js'
import { isObject } from '../../internal/isObject.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'

export interface FoundFailure {
  readonly record: FailureRecord | undefined
  readonly error: ApiError | undefined
  readonly definition: Definition | undefined
  readonly canRetry: boolean
  readonly retry: () => void
  readonly isRetrying: boolean
  /** Whether data of an earlier success is on screen, of which a later version could not be loaded. */
  readonly isOutdated: boolean
  readonly dismiss: () => void
}

/** In place of a source: the current failure of the nearest scope. */
export const CURRENT = Symbol('current')

/**
 * Finds what a source failed with; claims nothing, see {@link useClaim}.
 *
 * @param source a query or mutation result, a thrown value, or {@link CURRENT}
 */
export function useFailure(source: unknown): FoundFailure {
  const store = useErrorStore()
  const scope = useScope()?.scope
  const failed = source === CURRENT ? undefined : toFailureSource(source)
  const { failure, stamp } = failed ?? {}
  // What the user dismissed of failures that no record is about.
  const [dismissed, setDismissed] = useState<ClaimedSource>()
  const isDismissedHere = dismissed !== undefined && dismissed.failure === failure && dismissed.stamp === stamp
  const isDismissed = useSyncExternalStore(
    store.subscribe,
    () => failed !== undefined && (isDismissedHere || wasDismissed(store, failed)),
    () => false,
  )
  const hasFailure = failed !== undefined && !isDismissed

  const find = useCallback((): FailureRecord | undefined => {
    if (hasFailure) return store.records.of({ failure, stamp })
    return source === CURRENT && scope !== undefined ? store.records.latestIn(scope.id) : undefined
  }, [store, scope, source, hasFailure, failure, stamp])
  const record = useSyncExternalStore(store.subscribe, find, nothing)

  // Of an answer that is still being read the record gets the whole error later.
  const getError = (): ApiError | undefined => find()?.error
  const found = useSyncExternalStore(store.subscribe, getError, nothing)
  const error = useMemo(
    () => found ?? (hasFailure ? store.normalize(failure) : undefined),
    [store, found, hasFailure, failure],
  )
  const definition = error === undefined ? undefined : store.define(error.code, error)
  const send = retryOf(source, record?.source.retry)
  const meta = record?.source.meta
  const mayRetry = typeof meta !== 'object' || meta.retry !== false
  const canRetry = definition?.retryable === true && send !== undefined && mayRetry
  const [isRunning, setIsRunning] = useState(false)
  const retry = useCallback(() => {
    if (!canRetry) return
    setIsRunning(true)
    // A failure comes back as a cache event.
    const end = (): void => setIsRunning(false)
    Promise.resolve(send?.()).then(end, end)
  }, [canRetry, send])
  const isRetrying = isRunning || (isResult(source) && (source.isFetching === true || source.isPending === true))
  const dismiss = useCallback(() => {
    if (record !== undefined) dismissFailure(store, record)
    else if (hasFailure) setDismissed({ failure, stamp })
  }, [store, record, hasFailure, failure, stamp])
  // A next page that fails leaves what is there as it is.
  const isOutdated = isResult(source) ? source.isRefetchError === true : record?.source.hasData === true
  return { record, error, definition, canRetry, retry, isRetrying, isOutdated, dismiss }
}

/** Whether the user has dismissed a failure, here or where else it was shown. */
function wasDismissed(store: ErrorStore, source: ClaimedSource): boolean {
  const record = store.records.of(source) ?? (isObject(source.failure) ? store.told.get(source.failure) : undefined)
  if (record === undefined) return false
  return record.dismissed?.isEverywhere === true || closeReasonOf(record) === 'dismissed'
}

/**
 * Says "I show this one" of what a source failed with.
 *
 * @param issues what of it is shown. @default all
 */
export function useClaim(source: unknown, issues?: ReadonlySet<Issue>): void {
  const { surfaces } = useErrorStore()
  const scopeId = useScope()?.scope.id
  const { failure, stamp } = toFailureSource(source) ?? {}
  const hasFailure = source !== CURRENT && toFailureSource(source) !== undefined
  useEffect(
    () => (hasFailure ? surfaces.claim({ failure, stamp }, scopeId, issues) : undefined),
    [surfaces, scopeId, hasFailure, failure, stamp, issues],
  )
}

const nothing = (): undefined => undefined

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
  readonly isRefetchError?: unknown
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
function toFailureSource(source: unknown): ClaimedSource | undefined {
  if (!isResult(source)) return source === undefined || source === null ? undefined : { failure: source }
  if (!source.isError) return undefined
  const stamp = source.errorUpdatedAt ?? source.submittedAt
  return { failure: source.error, stamp: typeof stamp === 'number' ? stamp : undefined }
}

/** What sends the failed request again: `refetch`, but for an infinite query the retry of the failed page. */
function retryOf(source: unknown, known: (() => unknown) | undefined): (() => unknown) | undefined {
  if (!isResult(source)) return known
  const { refetch, fetchNextPage } = source
  if (typeof refetch !== 'function' || (known !== undefined && fetchNextPage !== undefined)) return known
  return refetch
}
