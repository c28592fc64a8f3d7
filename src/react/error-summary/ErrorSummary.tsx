'use client'

import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScopeFor } from '../provider/ScopeContext.js'
import { useAttempts } from '../shared/useAttempts.js'
import { countErrors } from './countErrors.js'
import { focusSummary } from './focusSummary.js'
import { SummaryWriter } from './SummaryWriter.js'
import { usePageTitle } from './usePageTitle.js'

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps {
  /** @default 2 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** Keeps the focus where it is when a submit fails. @default false */
  readonly disableAutoFocus?: boolean
  readonly className?: string
}

/**
 * Lists what keeps a form from being sent, with a link to each field; takes the focus after a failed submit.
 * Renders a `<div>` that is there before the first problem, so that screen readers hear it (ARIA19).
 *
 * @example
 * <ApiErrorBoundary><ErrorSummary /><MyForm /></ApiErrorBoundary>
 */
export function ErrorSummary({
  headingLevel = 2,
  disableAutoFocus = false,
  className = '',
}: ErrorSummaryProps): ReactNode {
  const client = useApiErrorClient()
  const context = useScopeFor('<ErrorSummary>')
  const scope = context?.scope
  const summary = useRef<HTMLDivElement>(null)
  const writer = useMemo(
    () => (context === undefined ? undefined : new SummaryWriter(client, context, `h${headingLevel}`)),
    [client, context, headingLevel],
  )
  useEffect(() => scope?.addSummary(), [scope])
  useAttempts(scope, ({ lines }) => {
    if (!disableAutoFocus && countErrors(lines) > 0) focusSummary(summary.current)
  })
  usePageTitle(scope, client.messages)

  return (
    <div ref={summary} className={`rae-summary ${className}`.trim()} data-empty="">
      <div ref={writer?.region} role="alert" aria-atomic="true" />
    </div>
  )
}
