'use client'

import { forwardRef, useSyncExternalStore, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useFocusHandover } from '../dom/useFocusHandover.js'
import { useClaim, useFailure } from '../hooks/useFailure.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { ErrorStateView, type ErrorStateParts } from './ErrorStateView.js'
import { useRetryStatus } from './useRetryStatus.js'
import { issuesElsewhere, issuesToShow } from './issuesToShow.js'

/** Props of {@link ErrorState}; other props go to its `<div>`. */
export interface ErrorStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** A query or mutation result, or a thrown value. */
  readonly error: unknown
  /** How much of the page it takes the place of. @default 'section' */
  readonly variant?: 'page' | 'section' | 'inline'
  /** @default 2, on a page 1 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** What Try again does. @default sends the failed request again */
  readonly onRetry?: () => void
  /** Whether that is under way; of a failed request it is known. @default false */
  readonly isRetrying?: boolean
  /** More actions, such as a link back. */
  readonly children?: ReactNode
  /** Lays out the parts. @default message, wait, actions, details */
  readonly render?: (parts: ErrorStateParts) => ReactNode
}

/**
 * Shows a failure in the place of what it keeps from being shown: what happened, what to do next, and Try again
 * where it can help; of a failed refetch also that what is on screen may be out of date. Claims the failure. Renders a `<div>` with a heading; nothing when there is no failure, or when
 * fields show all of it.
 *
 * @example
 * const query = useQuery(options)
 * if (query.isError) return <ErrorState error={query} />
 */
export const ErrorState = forwardRef<HTMLDivElement, ErrorStateProps>(function ErrorState(
  { error: source, onRetry, isRetrying = false, ...props },
  ref,
) {
  const { record, error, definition, canRetry, retry, isOutdated, ...state } = useFailure(source)
  useClaim(source)
  const { subscribe } = useErrorStore()
  const getElsewhere = (): string => (record === undefined ? '' : issuesElsewhere(record))
  const elsewhere = useSyncExternalStore(subscribe, getElsewhere, getElsewhere)
  const announceRetry = useRetryStatus(record, isRetrying || state.isRetrying)
  useFocusHandover()
  if (error === undefined || definition === undefined) return null
  const send = onRetry ?? retry
  const isOffered = onRetry === undefined ? canRetry : definition.retryable
  return (
    <ErrorStateView
      {...props}
      ref={ref}
      error={error}
      issues={issuesToShow([record ?? { error }], elsewhere)}
      time={record?.time}
      onRetry={
        isOffered
          ? () => {
              announceRetry()
              send()
            }
          : undefined
      }
      isRetrying={isRetrying || state.isRetrying}
      isOutdated={isOutdated}
      isAnnounced
    />
  )
})
