'use client'

import { forwardRef, useEffect, useId, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { IssueTexts } from '../../core/localize/localizeError.js'
import { useMessages, type MessageFinder } from '../hooks/useMessages.js'
import { useWait } from '../hooks/useWait.js'
import { useErrorStore } from '../provider/ClientContext.js'
import type { DescribedIssue } from '../shared/describeIssue.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { Text } from '../shared/Text.js'
import { ErrorReference } from '../shared/ErrorReference.js'
import { TryAgain } from './TryAgain.js'

type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** The parts of a failure in the place of content, for a layout of your own: leave out or replace any of them. */
export interface ErrorStateParts {
  /** What happened and what to do next, announced where it came after the page. */
  readonly message: ReactNode
  /** How long to wait, counted down. */
  readonly wait: ReactNode
  /** Try again where it can help, and the actions of your own. */
  readonly actions: ReactNode
  /** Code, time and reference for support, folded away. */
  readonly details: ReactNode
}

/** Props of {@link ErrorStateView}. */
export interface ErrorStateViewProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly error: ApiError
  /** Without any, nothing is rendered. */
  readonly issues: readonly DescribedIssue[]
  /** Milliseconds since the epoch; where the time is known. */
  readonly time: number | undefined
  readonly variant?: 'page' | 'section' | 'inline' | undefined
  readonly headingLevel?: HeadingLevel | undefined
  readonly onRetry: (() => void) | undefined
  readonly isRetrying: boolean
  /** Says that what is on screen may be out of date. */
  readonly isOutdated?: boolean
  /** Whether screen readers hear it at once; not for what is there at the first paint. */
  readonly isAnnounced: boolean
  /** Moves the focus to the heading: for a failure that takes the place of what the user worked in. */
  readonly hasFocus?: boolean
  readonly children?: ReactNode
  readonly render?: ((parts: ErrorStateParts) => ReactNode) | undefined
}

/** What {@link ErrorState} and the fallback of a boundary look like. */
export const ErrorStateView = forwardRef<HTMLDivElement, ErrorStateViewProps>(function ErrorStateView(
  {
    error,
    issues,
    time,
    variant = 'section',
    headingLevel,
    onRetry,
    isRetrying,
    isOutdated,
    isAnnounced,
    hasFocus,
    children,
    render = renderParts,
    className = '',
    ...props
  },
  ref,
) {
  const store = useErrorStore()
  const { describe, ui } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const wait = useWait(error, time)
  const waitId = useId()
  useEffect(() => {
    if (hasFocus === true) heading.current?.focus()
  }, [hasFocus])

  const [first] = issues
  if (first === undefined) return null
  // A single issue gives the title; several are listed below the title of the failure's own code.
  const whole = describe(
    issues.length === 1
      ? first
      : { ...first, issue: { ...first.issue, code: error.code, serverMessage: error.serverMessage } },
  )
  const Heading = `h${headingLevel ?? (variant === 'page' ? 1 : 2)}` as const
  const parts: ErrorStateParts = {
    message: (
      <div role={isAnnounced ? 'alert' : undefined}>
        <ErrorIcon severity={store.define(error.code, error).severity} />
        <Heading ref={heading} className="rae-state-title" tabIndex={-1}>
          <Text of={whole.title} />
        </Heading>
        <StateText
          issues={issues}
          whole={whole}
          isWait={wait.atFirst?.text === whole.nextStep.text}
          describe={describe}
        />
        {isOutdated === true && <Text of={ui('stale')} as="p" />}
        {isAnnounced && wait.atFirst !== undefined && wait.isFresh && (
          <p className="rae-hidden" data-rae-announcer="">
            <Text of={wait.atFirst} />
          </p>
        )}
      </div>
    ),
    // Outside of the alert, which would say each second aloud.
    wait: wait.text !== undefined && (
      <p id={waitId} role="timer" className="rae-state-wait">
        <Text of={wait.text} />
      </p>
    ),
    actions: (onRetry !== undefined || children !== undefined) && (
      <div className="rae-actions">
        {onRetry !== undefined && (
          <TryAgain onRetry={onRetry} isRetrying={isRetrying} waitId={wait.isOn ? waitId : undefined} />
        )}
        {children}
      </div>
    ),
    details: <ErrorReference error={error} time={time} />,
  }
  return (
    <div {...props} ref={ref} className={`rae-state ${className}`.trim()} data-variant={variant}>
      {render(parts)}
    </div>
  )
})

function renderParts({ message, wait, actions, details }: ErrorStateParts): ReactNode {
  return (
    <>
      {message}
      {wait}
      {actions}
      {details}
    </>
  )
}

interface StateTextProps {
  readonly issues: readonly DescribedIssue[]
  readonly whole: IssueTexts
  /** For some codes the next step is the wait itself, which the countdown shows already. */
  readonly isWait: boolean
  readonly describe: MessageFinder['describe']
}

function StateText({ issues, whole, isWait, describe }: StateTextProps): ReactNode {
  // Without a label in front the line only repeats the title: show what to do next.
  if (issues.length === 1 && whole.line.text === whole.text.text) {
    return (
      <>
        {!isWait && <Text of={whole.nextStep} as="p" className="rae-state-next" />}
        {whole.detail !== undefined && (
          <p className="rae-detail" lang="en">
            <bdi>{whole.detail}</bdi>
          </p>
        )}
      </>
    )
  }
  return (
    <ul className="rae-state-list">
      {issues.map((item) => (
        <li key={`${item.record.error.issues.indexOf(item.issue)} ${item.issue.code}`}>
          <Text of={describe(item).line} />
        </li>
      ))}
    </ul>
  )
}
