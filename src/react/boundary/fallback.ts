import type { ComponentType, ReactNode } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import type { ApiError } from '../../core/ApiError.js'
import type { Code } from '../../core/register.js'
import type { ErrorDetails } from '../hooks/useApiError.js'
import type { ErrorMessage } from '../hooks/useErrorMessage.js'

/** What a fallback of `<ApiErrorBoundary>` gets: react-error-boundary's props, and the failure in words. */
export interface ApiErrorFallbackProps extends FallbackProps, ErrorMessage {
  /** The normalized error; `error` is the thrown value, untouched. */
  readonly apiError: ApiError
  readonly details: ErrorDetails
  /** Whether the same request can succeed later. */
  readonly canRetry: boolean
  /** Renders the content again, and with it its queries; content that suspends takes over when it is ready. */
  readonly retry: () => void
  /** Whether that is under way. */
  readonly isRetrying: boolean
  /** How often the user has tried again. */
  readonly retryCount: number
}

/** The fallback of a boundary: at most one of three forms; without any, the built-in state. */
export type ApiErrorFallback =
  | {
      /** An element that needs to know nothing of the failure. */
      readonly fallback?: ReactNode
      readonly FallbackComponent?: never
      readonly fallbackRender?: never
    }
  | {
      readonly fallback?: never
      /** A component that gets the failure as props. */
      readonly FallbackComponent: ComponentType<ApiErrorFallbackProps> | ComponentType<FallbackProps>
      readonly fallbackRender?: never
    }
  | {
      readonly fallback?: never
      readonly FallbackComponent?: never
      /** A function that gets the same and renders. */
      readonly fallbackRender: (props: ApiErrorFallbackProps) => ReactNode
    }

/** Fallbacks for single failures, by code (`FORBIDDEN`) or status (`403`); the code comes first. */
export type ApiErrorFallbacks = Readonly<Partial<Record<Code | `${number}`, ComponentType<ApiErrorFallbackProps>>>>

export function ownFallback(
  fallbacks: ApiErrorFallbacks | undefined,
  { code, status }: ApiError,
): ComponentType<ApiErrorFallbackProps> | undefined {
  const own = Object.entries(fallbacks ?? {})
  return [code, String(status)].flatMap((name) => own.find(([key]) => key === name)?.[1] ?? [])[0]
}
