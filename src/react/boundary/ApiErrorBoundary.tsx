'use client'

import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { forwardRef, useImperativeHandle, useRef, useState, type ReactNode } from 'react'
import { ErrorBoundary, type ErrorBoundaryProps } from 'react-error-boundary'
import type { ApiError } from '../../core/ApiError.js'
import type { OnReveal } from '../../core/store/Surfaces.js'
import type { Messages } from '../../core/localize/Pack.js'
import { isControlFlow } from '../../query/isControlFlow.js'
import { TranslatorContext, useErrorStore, useTranslator } from '../provider/ClientContext.js'
import { ScopeProvider, useOwnScope } from '../provider/ScopeProvider.js'
import { BoundaryFallback } from './BoundaryFallback.js'
import type { ApiErrorFallback, ApiErrorFallbacks } from './fallback.js'
import { ResetOnMount } from './ResetOnMount.js'

/** Props of {@link ApiErrorBoundary}: those of react-error-boundary, whose fallbacks are optional here, and the scope's. */
export type ApiErrorBoundaryProps = Pick<ErrorBoundaryProps, 'onError' | 'onReset' | 'resetKeys'> &
  ApiErrorFallback & {
    readonly children?: ReactNode
    /** `inline` keeps failing queries from taking the place of the content. @default 'auto' */
    readonly queries?: 'auto' | 'inline'
    /** Words for this part of the app, over those of the app. */
    readonly messages?: Messages
    /** Names of fields: the server's → the form's. */
    readonly aliases?: Readonly<Record<string, string>>
    /** Labels of fields that are not on screen, by the server's name. */
    readonly fieldLabels?: Readonly<Record<string, string>>
    /** Fallbacks for single failures, by code (`FORBIDDEN`) or status (`403`). */
    readonly fallbacks?: ApiErrorFallbacks
    /** Whether this boundary shows a failure; the others go up to the next boundary. @default all */
    readonly match?: (error: ApiError) => boolean
    /** Makes a field visible before it is focused: opens its tab, accordion or step; awaited. */
    readonly onReveal?: OnReveal
    /** Keeps the focus where it is when a submit fails, or Try again. @default false */
    readonly disableAutoFocus?: boolean
    /** Of the heading of the built-in fallback. @default 2 */
    readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  }

/** The `ref` of an {@link ApiErrorBoundary}, as of react-error-boundary's. */
export interface ApiErrorBoundaryHandle {
  /** Renders the content again; the arguments reach `onReset`. */
  readonly resetErrorBoundary: (...args: unknown[]) => void
}

/**
 * Opens a scope: plain `useMutation` and `useQuery` below it show their failures on its fields, in its summary, or
 * in place of the content. A drop-in for react-error-boundary's `ErrorBoundary`. Renders no element of its own.
 *
 * @example
 * <ApiErrorBoundary><SendSmsForm /></ApiErrorBoundary>
 */
export const ApiErrorBoundary = forwardRef<ApiErrorBoundaryHandle, ApiErrorBoundaryProps>(
  function ApiErrorBoundary(props, ref) {
    const {
      children,
      queries = 'auto',
      messages,
      aliases,
      fieldLabels,
      fallbacks,
      match,
      onReveal,
      disableAutoFocus = false,
      headingLevel = 2,
      onError,
      onReset,
      resetKeys,
      ...fallback
    } = props
    const store = useErrorStore()
    const translator = useTranslator().extend({ messages, fieldLabels })
    const context = useOwnScope({ queries, aliases, onReveal, disableAutoFocus })
    const { scope } = context
    const [retryCount, setRetryCount] = useState(0)
    const boundary = useRef<ErrorBoundary>(null)
    useImperativeHandle(
      ref,
      () => ({ resetErrorBoundary: (...args) => boundary.current?.resetErrorBoundary(...args) }),
      [],
    )

    return (
      <ScopeProvider value={context}>
        <TranslatorContext.Provider value={translator}>
          <QueryErrorResetBoundary>
            {({ reset, clearReset }) => (
              <ErrorBoundary
                ref={boundary}
                {...(onError === undefined ? {} : { onError })}
                {...(resetKeys === undefined ? {} : { resetKeys })}
                onReset={(details) => {
                  reset()
                  for (const record of store.records.caughtIn(scope.id)) store.close(record, 'recovered')
                  if (details.reason === 'keys') setRetryCount(0)
                  onReset?.(details)
                }}
                fallbackRender={(caught) => {
                  // A router's redirect or not-found belongs to the router's own boundary.
                  if (isControlFlow(caught.error) || match?.(store.normalize(caught.error)) === false)
                    throw caught.error
                  const onRetry = (): void => setRetryCount((count) => count + 1)
                  return (
                    <BoundaryFallback
                      key={retryCount}
                      {...caught}
                      {...{ retryCount, onRetry, headingLevel, disableAutoFocus, fallback, fallbacks }}
                    />
                  )
                }}
              >
                <ResetOnMount keys={resetKeys} {...{ reset, clearReset }} />
                {children}
              </ErrorBoundary>
            )}
          </QueryErrorResetBoundary>
        </TranslatorContext.Provider>
      </ScopeProvider>
    )
  },
)
