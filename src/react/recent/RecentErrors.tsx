'use client'

import { forwardRef, useId, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { HistoryEntry } from '../../core/store/FailureHistory.js'
import { useErrorMessage } from '../hooks/useErrorMessage.js'
import { useMessages } from '../hooks/useMessages.js'
import { useRecentErrors } from '../hooks/useRecentErrors.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { ErrorReference } from '../shared/ErrorReference.js'
import { Text } from '../shared/Text.js'

const TITLES = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** Props of {@link RecentErrors}; other props go to its `<section>`. */
export interface RecentErrorsProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** @default 2 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5
}

/**
 * Lists the most recent failures, newest first, also those that were dismissed: for a panel, a menu or a page. It
 * is no home: what is listed is shown elsewhere as well. Renders a `<section>` with a heading and an `<ol>`.
 *
 * @example
 * <details><summary>Notifications</summary><RecentErrors /></details>
 */
export const RecentErrors = forwardRef<HTMLElement, RecentErrorsProps>(function RecentErrors(
  { headingLevel = 2, ...props },
  ref,
) {
  const recent = useRecentErrors()
  const { ui } = useMessages()
  const id = useId()
  return (
    <section aria-labelledby={id} {...props} ref={ref}>
      <Text of={ui('recentErrors')} as={`h${headingLevel}`} id={id} />
      {recent.length === 0 && <Text of={ui('problemCount', { count: 0 })} as="p" />}
      <ol className="rae-state-list">
        {recent.map((entry) => (
          <RecentError key={entry.id} entry={entry} title={TITLES[headingLevel - 1]} />
        ))}
      </ol>
    </section>
  )
})

function RecentError({
  entry,
  title: Title = 'h6',
}: {
  readonly entry: HistoryEntry
  readonly title: (typeof TITLES)[number] | undefined
}): ReactNode {
  const { error, time } = entry
  const store = useErrorStore()
  const { locale } = useMessages()
  const message = useErrorMessage()(error)
  return (
    <li className="rae-state" data-variant="inline">
      <div>
        <ErrorIcon severity={store.define(error.code, error).severity} />
        <Title className="rae-state-title">{message.title}</Title>
        <p>
          <time dir="auto" dateTime={new Date(time).toISOString()}>
            {new Date(time).toLocaleString(locale)}
          </time>
        </p>
      </div>
      <ErrorReference error={error} time={time} />
    </li>
  )
}
