'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { FailureRecord } from '../../core/client/FailureRecord.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { useApiError } from '../hooks/useApiError.js'
import { useMessages } from '../hooks/useMessages.js'
import { useWait } from '../hooks/useWait.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { Text } from '../shared/Text.js'
import { ErrorReference } from './ErrorReference.js'
import { issuesToShow } from './issuesToShow.js'
import { TryAgain } from './TryAgain.js'

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
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
  /** Whether screen readers hear it at once; not for what is there at the first paint. @default true */
  readonly announce?: boolean
  /** Moves the focus to the heading: for a failure that takes the place of what the user worked in. @default false */
  readonly focusHeading?: boolean
  /** Other failures that have their home here too. */
  readonly also?: readonly FailureRecord[]
  /** More actions, such as a link back. */
  readonly children?: ReactNode
}

/**
 * Shows a failure in the place of what it keeps from being shown: what happened, what to do next, and Try again
 * where it can help. Claims the failure. Renders a `<div>` with a heading; nothing when there is no failure, or when
 * fields show all of it.
 *
 * @example
 * const query = useQuery(options)
 * if (query.isError) return <ErrorState error={query} />
 */
export function ErrorState(props: ErrorStateProps): ReactNode {
  const {
    error: source,
    variant = 'section',
    headingLevel = variant === 'page' ? 1 : 2,
    onRetry,
    announce = true,
    focusHeading = false,
    also = [],
    children,
  } = props
  const client = useApiErrorClient()
  const { error, canRetry, retry, details, ...state } = useApiError(source)
  const isRetrying = props.isRetrying === true || state.isRetrying
  const { describe } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const hasError = error !== null
  const wait = useWait(error, details?.time)
  const waitId = useId()

  useEffect(() => {
    if (focusHeading && hasError) heading.current?.focus()
  }, [focusHeading, hasError])

  if (error === null) return null
  const record = client.records.ofError(error) ?? { error }
  const issues = issuesToShow(record, also)
  const [first] = issues
  if (first === undefined) return null
  // A single issue speaks for itself; several stand below what the failure as a whole is called.
  const whole = describe(issues.length === 1 ? first : { issue: { ...first.issue, code: error.code }, record })
  // A text that needs no label in front names its field itself: then what to do next says more than the line.
  const isPlain = issues.length === 1 && whole.line === whole.text
  // The words of some codes are the wait itself: then it is told once, and counted down.
  const isWait = wait.atFirst?.text === whole.nextStep.text
  const definition = client.define(error.code, { error })
  const mayRetry = onRetry === undefined ? canRetry : definition.retryable

  return (
    <div className="rae-state" data-variant={variant}>
      <div role={announce ? 'alert' : undefined}>
        <ErrorIcon severity={definition.severity} />
        <Heading level={headingLevel} innerRef={heading}>
          <Text of={whole.title} />
        </Heading>
        {isPlain ? (
          <>
            {!isWait && <Text of={whole.nextStep} as="p" className="rae-state-next" />}
            {whole.detail !== undefined && (
              <p className="rae-detail" lang="en">
                <bdi>{whole.detail}</bdi>
              </p>
            )}
          </>
        ) : (
          <ul className="rae-state-list">
            {issues.map((item) => (
              <li key={`${item.record.error.issues.indexOf(item.issue)} ${item.issue.code}`}>
                <Text of={describe(item).line} />
              </li>
            ))}
          </ul>
        )}
        {announce && wait.atFirst !== undefined && wait.isFresh && (
          <p className="rae-hidden" data-rae-announcer="">
            <Text of={wait.atFirst} />
          </p>
        )}
      </div>
      {wait.text !== undefined && (
        // Outside of the alert, which would say each second aloud.
        <p id={waitId} role="timer" className="rae-state-wait">
          <Text of={wait.text} />
        </p>
      )}
      {(mayRetry || children !== undefined) && (
        <div className="rae-actions">
          {mayRetry && (
            <TryAgain
              error={error}
              onRetry={onRetry ?? retry}
              isRetrying={isRetrying}
              waitId={wait.isOn ? waitId : undefined}
            />
          )}
          {children}
        </div>
      )}
      <ErrorReference details={details} />
    </div>
  )
}

function Heading({
  level,
  innerRef,
  children,
}: {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly innerRef: React.RefObject<HTMLHeadingElement | null>
  readonly children: ReactNode
}): ReactNode {
  const Tag = `h${level}` as const
  return (
    <Tag ref={innerRef} className="rae-state-title" tabIndex={-1}>
      {children}
    </Tag>
  )
}
