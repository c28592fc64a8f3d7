'use client'

import { Fragment, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type { SummaryState } from '../../core/client/Scope.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { useMessages } from '../hooks/useMessages.js'
import { useScopeFor } from '../provider/ScopeContext.js'
import { scrollIntoView } from '../shared/scrollIntoView.js'
import { Text } from '../shared/Text.js'
import { useLines } from './useLines.js'
import { usePageTitle } from './usePageTitle.js'

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps {
  /** @default 2 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** Keeps the focus where it is when a submit fails. @default false */
  readonly disableAutoFocus?: boolean
  readonly className?: string
}

const EMPTY: SummaryState = { lines: [], attempt: 0 }
const nothing = (): (() => void) => () => undefined

/**
 * Lists what keeps a form from being sent, with a link to each field; takes the focus after a failed submit.
 * Renders a `<div>` that is there before the first problem, so that screen readers hear it (ARIA19).
 *
 * @example
 * <ApiErrorBoundary><ErrorSummary /><MyForm /></ApiErrorBoundary>
 */
export function ErrorSummary({ headingLevel = 2, disableAutoFocus = false, className = '' }: ErrorSummaryProps): ReactNode {
  const context = useScopeFor('<ErrorSummary>')
  const scope = context?.scope
  const { lines, attempt } = useSyncExternalStore(scope?.subscribeSummary ?? nothing, scope?.summary ?? getEmpty, getEmpty)
  const words = useMessages()
  const items = useLines(lines, context, words)
  const wrapper = useRef<HTMLDivElement>(null)
  const hasLines = items.length > 0
  const errorCount = lines.filter(({ issue }) => issue.severity === 'error').length

  useEffect(() => scope?.addSummary(), [scope])
  useEffect(() => {
    if (attempt > 0 && errorCount > 0 && !disableAutoFocus) focusOnce(wrapper.current)
    // Each failed attempt asks for attention anew; the lines of one attempt do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [attempt])
  usePageTitle(errorCount)

  return (
    <div ref={wrapper} className={`rae-summary ${className}`.trim()} data-empty={!hasLines || undefined} data-severity={errorCount > 0 ? 'error' : 'warning'}>
      <div role="alert" aria-atomic="true">
        {hasLines && (
          // A new key announces an equal list again.
          <Fragment key={attempt}>
            <Text of={words.ui('summaryTitle', { count: lines.length })} as={`h${headingLevel}`} className="rae-summary-title" />
            <ul className="rae-summary-list">{items}</ul>
            <ErrorIcon severity={errorCount > 0 ? 'error' : 'warning'} />
          </Fragment>
        )}
      </div>
    </div>
  )
}

const getEmpty = (): SummaryState => EMPTY

/** Focusable only while it has the focus: a tab stop there would be noise later. */
function focusOnce(element: HTMLElement | null): void {
  if (element === null) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  scrollIntoView(element, 'nearest')
  element.focus({ preventScroll: true })
}
