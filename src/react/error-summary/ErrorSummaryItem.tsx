'use client'

import { memo, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'
import type { MessageFinder } from '../hooks/useMessages.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { summaryLineId } from '../shared/describedBy.js'
import { focusLine } from '../shared/focusLine.js'
import { Text } from '../shared/Text.js'

interface ErrorSummaryItemProps {
  readonly line: PlacedIssue
  readonly context: ScopeContextValue
  readonly describe: MessageFinder['describe']
}

/** One line: a link to its field, or text where no field can be reached. */
export const ErrorSummaryItem = memo(function ErrorSummaryItem({ line, context, describe }: ErrorSummaryItemProps): ReactNode {
  const { scope, domId } = context
  const [isDead, setIsDead] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const { line: words, detail } = describe(line)
  const name = line.fields[0]
  const content = (
    <>
      <Text of={words} />
      {detail !== undefined && line.home === 'summary' && (
        <bdi className="rae-detail" lang="en">
          {detail}
        </bdi>
      )}
    </>
  )
  const id = line.home === 'summary' ? summaryLineId(domId, line) : undefined
  if (isDead || !canLead()) {
    return (
      <li id={id} ref={item} data-severity={line.issue.severity}>
        {content}
      </li>
    )
  }
  return (
    <li id={id} ref={item} data-severity={line.issue.severity}>
      <a href={`#${fieldErrorId(domId, name ?? '')}`} onClick={(event) => void follow(event)}>
        {content}
      </a>
    </li>
  )

  function canLead(): boolean {
    const field = name === undefined ? undefined : scope.field(name)
    if (scope.onReveal !== undefined) return field !== undefined || line.issue.fieldName !== undefined
    return field !== undefined && field.canFocus?.() !== false
  }

  async function follow(event: MouseEvent): Promise<void> {
    // No hash: it would stay in the address, and a router could take it for a page.
    event.preventDefault()
    const focused = focusLine(scope, line)
    if (focused === true || (await focused)) return
    // A link that leads nowhere becomes text, and the focus stays at it.
    item.current?.setAttribute('tabindex', '-1')
    item.current?.focus()
    setIsDead(true)
  }
})
