'use client'

import { Fragment, memo, useImperativeHandle, forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { Detail, Text } from '../shared/Text.js'
import { useErrorSummary, type ErrorSummaryLine, type ErrorSummaryResult } from './useErrorSummary.js'

/** Props of {@link ErrorSummary}; other props go to its `<div>`. */
export interface ErrorSummaryProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** @default 2 */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  /** Keeps the focus where it is when a submit fails. @default false */
  readonly disableAutoFocus?: boolean
  /** Renders what is inside of the alert; called while there are problems. @default heading, list and icon */
  readonly children?: (summary: ErrorSummaryResult) => ReactNode
}

/**
 * Lists what keeps a form from being sent, with a link to each field; takes the focus after a failed submit.
 * Renders a `<div>` that is there before the first problem, so that screen readers hear it (ARIA19).
 *
 * @example
 * <ApiErrorBoundary><ErrorSummary /><MyForm /></ApiErrorBoundary>
 */
export const ErrorSummary = forwardRef<HTMLDivElement, ErrorSummaryProps>(function ErrorSummary(
  { headingLevel = 2, disableAutoFocus = false, className = '', children, ...props },
  ref,
) {
  const summary = useErrorSummary({ disableAutoFocus })
  const { lines, title, more, severity, attempt, rootProps, alertProps } = summary
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => rootProps.ref.current)
  const isEmpty = lines.length === 0
  const content = (): ReactNode => (
    <>
      <Text of={title} as={`h${headingLevel}`} className="rae-summary-title" />
      <ul className="rae-summary-list">
        {lines.map((line) => (
          <SummaryLine key={line.key} line={line} />
        ))}
      </ul>
      {more !== undefined && <Text of={more} as="p" className="rae-summary-more" />}
      <ErrorIcon severity={severity} />
    </>
  )
  return (
    <div
      {...props}
      {...rootProps}
      className={`rae-summary ${className}`.trim()}
      data-empty={isEmpty ? '' : undefined}
      data-severity={severity}
    >
      <div {...alertProps}>
        {/* A new key mounts the content again, so that an equal list is announced again. */}
        {!isEmpty && <Fragment key={attempt}>{children === undefined ? content() : children(summary)}</Fragment>}
      </div>
    </div>
  )
})

const SummaryLine = memo(function SummaryLine({ line }: { readonly line: ErrorSummaryLine }): ReactNode {
  const { text, detail, reference, severity, itemProps, linkProps } = line
  const words = (
    <>
      <Text of={text} />
      <Detail of={detail} reference={reference} />
    </>
  )
  return (
    <li {...itemProps} data-severity={severity === 'error' ? undefined : severity}>
      {linkProps === undefined ? words : <a {...linkProps}>{words}</a>}
    </li>
  )
})
