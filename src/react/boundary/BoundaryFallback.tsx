'use client'

import { createElement, useEffect, useMemo, useState, useTransition, type ReactNode } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import { useErrorMessage } from '../hooks/useErrorMessage.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useIsFirstPaint } from '../provider/firstPaint.js'
import { useScope } from '../provider/ScopeContext.js'
import { ErrorState } from '../states/ErrorState.js'
import { ownFallback, type ApiErrorFallback, type ApiErrorFallbackProps, type ApiErrorFallbacks } from './fallback.js'
import { useRecovery } from './useRecovery.js'

interface BoundaryFallbackProps extends FallbackProps {
  /** How often the user has tried again. */
  readonly retryCount: number
  readonly onRetry: () => void
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6
  readonly fallback: ApiErrorFallback
  readonly fallbacks: ApiErrorFallbacks | undefined
}

/** Tells the client what the boundary has caught, and shows it with the app's fallback or the built-in one. */
export function BoundaryFallback(props: BoundaryFallbackProps): ReactNode {
  const { error, resetErrorBoundary, retryCount, onRetry, headingLevel, fallback, fallbacks } = props
  const client = useApiErrorClient()
  const scope = useScope()?.scope
  const toMessage = useErrorMessage()
  const apiError = useMemo(() => client.normalize(error), [client, error])
  const isFirstPaint = useIsFirstPaint(client)
  const [also] = useState(() => (scope === undefined ? [] : client.records.caughtIn(scope.id)))
  const [focusHeading] = useState(() => retryCount > 0 && isFocusFree())
  const [isRetrying, startTransition] = useTransition()

  useEffect(() => client.boundaries.catch(error, scope?.id), [client, scope, error])
  useRecovery(error, () => {
    if (!isRetrying) resetErrorBoundary()
  })
  const retry = (): void => {
    if (isRetrying) return
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
      <ErrorState
        // Nothing at all can be thrown, too.
        error={error ?? apiError}
        headingLevel={headingLevel}
        onRetry={retry}
        isRetrying={isRetrying}
        announce={!isFirstPaint}
        focusHeading={focusHeading}
        also={also}
      />
    )
  }
  const given: ApiErrorFallbackProps = {
    error,
    resetErrorBoundary,
    apiError,
    ...toMessage(error),
    details: { code: apiError.code, status: apiError.status, requestId: apiError.requestId, time: undefined },
    canRetry: client.define(apiError.code, { error: apiError }).retryable,
    retry,
    isRetrying,
    retryCount,
  }
  if (Own !== undefined) return createElement(Own, given)
  return fallbackRender?.(given)
}

/** Whether nobody loses the place where they work: the focus is nowhere, or in the state that this one replaces. */
function isFocusFree(): boolean {
  const active = document.activeElement
  return active === null || active === document.body || active.closest('.rae-state') !== null
}
