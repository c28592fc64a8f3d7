'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type MouseEvent, type RefObject } from 'react'
import { NO_SUMMARY, type SummaryState } from '../../core/form/summaryState.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import type { PlacedIssue } from '../../core/store/record.js'
import type { Severity } from '../../core/types.js'
import { knowRootOf } from '../dom/elements.js'
import { focusSummary } from '../dom/focusControl.js'
import { usePageTitle } from '../dom/usePageTitle.js'
import { useFormFor, type FormContext } from '../hooks/useForm.js'
import { useMessages, type MessageFinder } from '../hooks/useMessages.js'
import { fieldErrorId, summaryLineId } from '../shared/ids.js'

/** Options of {@link useErrorSummary}. */
export interface ErrorSummaryOptions {
  /** Keeps the focus where it is when a submit fails. @default false */
  readonly disableAutoFocus?: boolean
}

/** One line of a summary; referentially stable while it says the same. */
export interface ErrorSummaryLine {
  /** React's `key`. */
  readonly key: string
  /** The words, with the field's label in front where they do not name it. */
  readonly text: LocalizedText
  /** The server's own text, for codes whose facts are only there. */
  readonly detail: string | undefined
  /** The server's reference, where only support can help. */
  readonly reference: LocalizedText | undefined
  readonly severity: Severity
  /** Spread on the element of the line: the control of a field without a message of its own points at it. */
  readonly itemProps: {
    readonly id: string | undefined
    readonly tabIndex?: -1
    readonly ref?: (element: HTMLElement | null) => void
  }
  /** Spread on a link to the field; `undefined` where no field can be reached. */
  readonly linkProps: { readonly href: string; readonly onClick: (event: MouseEvent) => void } | undefined
}

/** What {@link useErrorSummary} returns. */
export interface ErrorSummaryResult {
  /** Problems of fields in the order of the page, then those without a field; empty when all is well. */
  readonly lines: readonly ErrorSummaryLine[]
  /** The heading: how many problems there are. */
  readonly title: LocalizedText
  /** How many problems there are beyond the lines, of a failure with more than 1,000; render it after them. */
  readonly more: LocalizedText | undefined
  /** `warning` when nothing keeps the form from being sent. */
  readonly severity: 'error' | 'warning'
  /** Grows with each failed try; as `key` of the alert's content it has an equal failure announced again. */
  readonly attempt: number
  /** Spread on the outer element, which takes the focus after a failed submit. Render it before the first problem. */
  readonly rootProps: { readonly ref: RefObject<HTMLDivElement | null> }
  /** Spread on the element inside of that: a live region that announces each failed try once (ARIA19). */
  readonly alertProps: { readonly role: 'alert'; readonly 'aria-atomic': true; readonly 'aria-live': 'off' | undefined }
}

const getEmpty = (): SummaryState => NO_SUMMARY
const never = () => () => undefined

/**
 * Lists what keeps the nearest form from being sent. Who calls it shows the lines: problems without a field have
 * their home here. After a failed submit it moves the focus to the summary, and the page's title says how many there are.
 *
 * @param options whether the focus stays where it is
 * @returns the lines in the current language, and what to spread on the elements
 * @example
 * const { lines, rootProps, alertProps } = useErrorSummary()
 * <div {...rootProps}><ul {...alertProps}>{lines.map(({ key, text }) => <li key={key}>{text.text}</li>)}</ul></div>
 */
export function useErrorSummary({ disableAutoFocus = false }: ErrorSummaryOptions = {}): ErrorSummaryResult {
  const { form, context } = useFormFor('<ErrorSummary>')
  const summary = useSyncExternalStore(form?.subscribeSummary ?? never, form?.summary ?? getEmpty, getEmpty)
  const finder = useMessages()
  const root = useRef<HTMLDivElement>(null)
  // The line whose link led nowhere; it has the focus.
  const [followed, setFollowed] = useState<PlacedIssue>()
  const toLine = useMemo(() => lineMaker({ form, context }, finder, setFollowed), [form, context, finder])

  useEffect(() => {
    knowRootOf(root.current)
    return form?.addSummary()
  }, [form])
  const errors = summary.lines.filter(({ issue }) => issue.severity === 'error').length
  const records = new Set(summary.lines.map(({ record }) => record))
  const omitted = [...records].reduce((count, { error }) => count + error.omittedIssues, 0)
  useAnswerFocus(root, summary, !disableAutoFocus && errors > 0)
  usePageTitle(errors + omitted, finder)

  // The finder changes with the language: the same lines in another language are not announced again.
  // oxlint-disable-next-line react/exhaustive-deps
  const announcedIn = useMemo(() => finder, [summary.attempt])
  const isNews = summary.isNew && announcedIn === finder
  return {
    lines: summary.lines.map((placed) => {
      const line = toLine(placed)
      if (!summary.dead.has(placed)) return line
      return placed === followed ? withFocus(asText(line)) : asText(line)
    }),
    title: finder.ui('summaryTitle', { count: summary.lines.length + omitted }),
    more: omitted > 0 ? finder.ui('moreIssues', { count: omitted }) : undefined,
    severity: errors > 0 ? 'error' : 'warning',
    attempt: summary.attempt,
    rootProps: { ref: root },
    alertProps: {
      role: 'alert',
      'aria-atomic': true,
      'aria-live': isNews || summary.lines.length === 0 ? undefined : 'off',
    },
  }
}

/** The same line as text, made once. */
function asText(line: ErrorSummaryLine): ErrorSummaryLine {
  const text = texts.get(line) ?? { ...line, linkProps: undefined }
  texts.set(line, text)
  return text
}

const texts = new WeakMap<ErrorSummaryLine, ErrorSummaryLine>()

/** A line whose link led nowhere; it had the focus, and keeps it. */
function withFocus(line: ErrorSummaryLine): ErrorSummaryLine {
  return { ...line, itemProps: { ...line.itemProps, tabIndex: -1, ref: takeFocus } }
}

const takeFocus = (element: HTMLElement | null): void => element?.focus()

/** Moves the focus to a summary once for each failed submit of the user. */
function useAnswerFocus(
  root: RefObject<HTMLElement | null>,
  { attempt, isNew, isAnswer }: SummaryState,
  isWanted: boolean,
): void {
  const heeded = useRef(0)
  useEffect(() => {
    if (attempt === heeded.current) return
    heeded.current = attempt
    if (isNew && isAnswer && isWanted && root.current !== null) focusSummary(root.current)
  })
}

function lineMaker(
  { form, context }: FormContext,
  { describe }: MessageFinder,
  onDeadEnd: (placed: PlacedIssue) => void,
): (placed: PlacedIssue) => ErrorSummaryLine {
  const made = new WeakMap<PlacedIssue, ErrorSummaryLine>()
  return (placed) => {
    const line = made.get(placed) ?? makeLine(placed)
    made.set(placed, line)
    return line
  }

  function makeLine(placed: PlacedIssue): ErrorSummaryLine {
    const { issue, home, fields } = placed
    const { domId = 'page' } = context ?? {}
    const [name = ''] = fields
    const isOnlyHere = home === 'summary'
    const words = describe(placed)
    const id = summaryLineId(domId, placed)
    const onClick = (event: MouseEvent): void => {
      // Keeps the hash out of the URL, where a router could take it for a navigation.
      event.preventDefault()
      void form?.follow(placed).then((hasLed) => hasLed || onDeadEnd(placed))
    }
    return {
      key: id,
      text: words.line,
      detail: isOnlyHere ? words.detail : undefined,
      reference: isOnlyHere ? words.reference : undefined,
      severity: issue.severity,
      itemProps: { id: isOnlyHere ? id : undefined },
      linkProps: { href: `#${fieldErrorId(domId, name)}`, onClick },
    }
  }
}
