'use client'

import { useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import type { ApiError } from '../../core/ApiError.js'
import type { ErrorDetails } from '../hooks/useApiError.js'
import { useErrorMessage } from '../hooks/useErrorMessage.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { ErrorState } from '../states/ErrorState.js'

/** What a fallback of `<ApiErrorBoundary>` gets: react-error-boundary's props, and the failure in words. */
export interface ApiErrorFallbackProps extends FallbackProps {
  /** The normalized error; `error` is the thrown value, untouched. */
  readonly apiError: ApiError
  readonly title: string
  readonly message: string
  readonly nextStep: string
  readonly details: ErrorDetails
  /** Whether the same request can succeed later. */
  readonly canRetry: boolean
  /** Renders the content again, and with it its queries. */
  readonly retry: () => void
  /** How often the user has tried again. */
  readonly retryCount: number
}

/** The fallback of a boundary: at most one of three forms; without any, the built-in state. */
export type ApiErrorFallback =
  | { readonly fallback?: ReactNode; readonly FallbackComponent?: never; readonly fallbackRender?: never }
  | { readonly fallback?: never; readonly FallbackComponent: ComponentType<ApiErrorFallbackProps>; readonly fallbackRender?: never }
  | { readonly fallback?: never; readonly FallbackComponent?: never; readonly fallbackRender: (props: ApiErrorFallbackProps) => ReactNode }

interface BoundaryFallbackProps extends FallbackProps {
  readonly retryCount: number
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6
  readonly fallback: ApiErrorFallback
}

/** Tells the client what the boundary has caught, and shows it with the app's fallback or the built-in one. */
export function BoundaryFallback({ error, resetErrorBoundary, retryCount, headingLevel, fallback }: BoundaryFallbackProps): ReactNode {
  const client = useApiErrorClient()
  const scope = useScope()?.scope
  const toMessage = useErrorMessage()
  const apiError = useMemo(() => client.normalize(error), [client, error])
  const { fallback: element, FallbackComponent, fallbackRender } = fallback
  const isFirstPaint = useIsFirstPaint()
  const [also] = useState(() => (scope === undefined ? [] : client.records.caughtIn(scope.id)))

  useEffect(() => client.catchFailure(error, scope?.id), [client, scope, error])

  if (element !== undefined) return element
  const retry = (): void => resetErrorBoundary()
  if (FallbackComponent === undefined && fallbackRender === undefined) {
    return <ErrorState error={error} headingLevel={headingLevel} onRetry={retry} announce={!isFirstPaint} focusHeading={retryCount > 0} also={also} />
  }
  const props: ApiErrorFallbackProps = {
    error,
    resetErrorBoundary,
    apiError,
    ...toMessage(error),
    details: { code: apiError.code, status: apiError.status, requestId: apiError.requestId, time: undefined },
    canRetry: client.define(apiError.code, { error: apiError }).retryable,
    retry,
    retryCount,
  }
  if (fallbackRender !== undefined) return fallbackRender(props)
  return FallbackComponent === undefined ? null : <FallbackComponent {...props} />
}

let hasPainted = false

/** Whether this renders with the page itself: alerts that are there at load are not announced, so none is claimed. */
function useIsFirstPaint(): boolean {
  const [isFirst] = useState(() => !hasPainted)
  useEffect(() => {
    hasPainted = true
  }, [])
  return isFirst
}
