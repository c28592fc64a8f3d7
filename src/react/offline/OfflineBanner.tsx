'use client'

import { useIsMutating } from '@tanstack/react-query'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { useConnection } from './useConnection.js'

/** Props of {@link OfflineBanner}; what it does not know goes to the element that is seen. */
export interface OfflineBannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** How long it says that the connection is back, in milliseconds. @default 10000 */
  readonly backOnlineFor?: number
  /** Renders the words; called while there is something to say, with how many changes wait. */
  readonly children?: (connection: 'offline' | 'back', waitingChanges: number) => ReactNode
}

/**
 * Says that there is no connection and how many changes wait for it, and then that it is back. Being offline is no
 * failure: queries and mutations wait. Renders a `<div>` that is always there, so that screen readers hear it; it
 * never takes the focus.
 *
 * @example
 * <ApiErrorProvider client={apiErrors}><OfflineBanner /><App /></ApiErrorProvider>
 */
export const OfflineBanner = forwardRef<HTMLDivElement, OfflineBannerProps>(function OfflineBanner(
  { backOnlineFor = 10_000, className = '', children, ...props },
  ref,
) {
  const { ui, locale } = useMessages()
  const connection = useConnection(backOnlineFor)
  // Mutations with one TanStack `scope` also pause for each other; the count is shown only while offline.
  const count = useIsMutating({ predicate: ({ state }) => state.isPaused })

  const words = (): ReactNode =>
    connection === 'back' ? (
      <Text of={ui('backOnline')} />
    ) : (
      <>
        <Text of={ui('offline')} className="rae-banner-title" />
        {count > 0 && (
          <>
            {' '}
            <Text of={ui('waitingChanges', { count })} />
          </>
        )}
      </>
    )
  return (
    <div role="status" aria-live="polite" aria-atomic="true" lang={locale} data-api-offline="">
      {connection !== 'online' && (
        <div {...props} ref={ref} className={`rae-banner ${className}`.trim()} data-connection={connection}>
          {children === undefined ? words() : children(connection, count)}
        </div>
      )}
    </div>
  )
})
