import { memo, type MouseEvent, type ReactNode } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { MessageFinder } from '../hooks/useMessages.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { summaryLineId } from '../shared/describedBy.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'
import { inLanguage } from '../shared/inLanguage.js'

interface ErrorSummaryItemProps {
  readonly line: PlacedIssue
  readonly context: ScopeContextValue
  readonly words: MessageFinder
  /** Its link has led nowhere. */
  readonly isDead: boolean
  readonly onFollow: (event: MouseEvent<HTMLAnchorElement>, line: PlacedIssue) => void
}

/** One line: a link to its field, or text where no field can be reached. */
export const ErrorSummaryItem = memo(function ErrorSummaryItem({ line, context, words, isDead, onFollow }: ErrorSummaryItemProps): ReactNode {
  const { domId } = context
  const { line: text, detail } = words.describe(line)
  const isOnlyHere = line.home === 'summary'
  const content = inLanguage(text, words.locale)
  const facts = isOnlyHere && detail !== undefined && (
    <bdi className="rae-detail" lang="en">
      {detail}
    </bdi>
  )
  return (
    <li id={isOnlyHere ? summaryLineId(domId, line) : undefined} data-severity={line.issue.severity}>
      {isDead || !canLead(line, context) ? (
        <>
          {content}
          {facts}
        </>
      ) : (
        <a href={`#${fieldErrorId(domId, line.fields[0] ?? '')}`} onClick={(event) => onFollow(event, line)}>
          {content}
          {facts}
        </a>
      )}
    </li>
  )
})

function canLead({ fields: [name], issue }: PlacedIssue, { scope }: ScopeContextValue): boolean {
  const field = name === undefined ? undefined : scope.field(name)
  if (scope.onReveal !== undefined) return field !== undefined || issue.fieldName !== undefined
  return field !== undefined && field.canFocus?.() !== false
}
