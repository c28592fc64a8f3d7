'use client'

import {
  useEffect,
  useMemo,
  useState,
  useTransition,
  type ReactNode,
  useContext,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { FallbackProps } from 'react-error-boundary'
import type { ApiError } from '../../core/ApiError.js'
import { catchFailure } from '../../core/store/boundaries.js'
import { isObject } from '../../internal/isObject.js'
import { useErrorMessage } from '../hooks/useErrorMessage.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useIsFirstPaint } from '../provider/firstPaint.js'
import { useScope } from '../provider/ScopeContext.js'
import { StatusContext } from '../provider/StatusContext.js'
import { useFocusHandover } from '../dom/useFocusHandover.js'
import { ErrorStateView } from '../states/ErrorStateView.js'
import { issuesToShow } from '../states/issuesToShow.js'
import { ownFallback, type ApiErrorFallback, type ApiErrorFallbackProps, type ApiErrorFallbacks } from './fallback.js'
import { QueryClientContext } from '@tanstack/react-query'

interface BoundaryFallbackProps extends FallbackProps {
  readonly retryCount: number
  readonly onRetry: () => void
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6
  readonly disableAutoFocus: boolean
  readonly fallback: ApiErrorFallback
  readonly fallbacks: ApiErrorFallbacks | undefined
}

/** Tells the store what the boundary has caught, and shows it with the app's fallback or the built-in one. */
export function BoundaryFallback(props: BoundaryFallbackProps): ReactNode {
  const { error, resetErrorBoundary, retryCount, onRetry, headingLevel, disableAutoFocus, fallback, fallbacks } = props
  const store = useErrorStore()
  const scope = useScope()?.scope
  const toMessage = useErrorMessage()
  // Of an answer that is still being read the record gets the whole error later.
  // What was told stays the same when the record closes: a change would interrupt the render that tries again.
  const getWhole = (): ApiError | undefined =>
    (isObject(error) ? store.told.get(error) : undefined)?.error ?? store.records.of({ failure: error })?.error
  const whole = useSyncExternalStore(store.subscribe, getWhole, getWhole)
  const apiError = useMemo(() => whole ?? store.normalize(error), [store, whole, error])
  const [isRetrying, startTransition] = useTransition()

  useEffect(() => catchFailure(store, error, scope?.id), [store, scope, error])
  useRecovery(error, () => {
    if (!isRetrying) resetErrorBoundary()
  })
  const status = useContext(StatusContext)
  const queryClient = useContext(QueryClientContext)
  useEffect(() => status.prepare(), [status])
  useFocusHandover()
  const retry = (): void => {
    if (isRetrying) return
    const { type, identity } = store.records.of({ failure: error })?.source ?? {}
    if (type === 'query') status.follow(identity, queryClient?.getQueryCache())
    else status.say('loaded')
    startTransition(() => {
      onRetry()
      resetErrorBoundary()
    })
  }

  const { fallback: element, FallbackComponent: General, fallbackRender } = fallback
  const Own = ownFallback(fallbacks, apiError) ?? General
  if (Own === undefined && element !== undefined) return element
  if (Own === undefined && fallbackRender === undefined) {
    return (
      <CaughtState
        {...{ error, apiError, headingLevel, isRetrying, retry }}
        hasRetried={retryCount > 0 && !disableAutoFocus}
      />
    )
  }
  const given: ApiErrorFallbackProps = {
    error,
    resetErrorBoundary,
    apiError,
    ...toMessage(error),
    details: { code: apiError.code, status: apiError.status, requestId: apiError.requestId, time: undefined },
    canRetry: store.define(apiError.code, apiError).retryable,
    retry,
    isRetrying,
    retryCount,
  }
  if (Own === undefined) return fallbackRender?.(given)
  // A component of the app's: it is picked here, not made.
  // oxlint-disable-next-line react/static-components
  return <Own {...given} />
}

interface CaughtStateProps {
  readonly error: unknown
  readonly apiError: ApiError
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6
  readonly isRetrying: boolean
  readonly retry: () => void
  readonly hasRetried: boolean
}

/** The built-in fallback: what was caught, and what failed in this scope at the same time. */
function CaughtState({ error, apiError, headingLevel, isRetrying, retry, hasRetried }: CaughtStateProps): ReactNode {
  const store = useErrorStore()
  const scope = useScope()?.scope
  const isFirstPaint = useIsFirstPaint(store)
  const [also] = useState(() => (scope === undefined ? [] : store.records.caughtIn(scope.id)))
  const [hasFocus] = useState(() => hasRetried && isFocusFree())
  const [record] = useState(() => store.records.of({ failure: error }))
  return (
    <ErrorStateView
      error={apiError}
      issues={issuesToShow([record ?? { error: apiError }, ...also], '')}
      time={record?.time}
      headingLevel={headingLevel}
      onRetry={store.define(apiError.code, apiError).retryable ? retry : undefined}
      isRetrying={isRetrying}
      isAnnounced={!isFirstPaint}
      hasFocus={hasFocus}
    />
  )
}

/** Whether moving the focus disturbs nobody: it is nowhere, or in the state that this one replaces. */
function isFocusFree(): boolean {
  const active = document.activeElement
  return active === null || active === document.body || active.closest('.rae-state') !== null
}

/** Calls back when the query succeeds without a retry of the boundary: after a sign-in, or elsewhere on the page. */
function useRecovery(error: unknown, onRecovery: () => void): void {
  const { records } = useErrorStore()
  const queryClient = useContext(QueryClientContext)
  const latest = useRef(onRecovery)
  useEffect(() => {
    latest.current = onRecovery
  })
  useEffect(() => {
    const source = records.of({ failure: error })?.source
    if (source?.type !== 'query') return undefined
    return queryClient?.getQueryCache().subscribe((event) => {
      if (event.query === source.identity && event.type === 'updated' && event.action.type === 'success')
        latest.current()
    })
  }, [records, queryClient, error])
}
