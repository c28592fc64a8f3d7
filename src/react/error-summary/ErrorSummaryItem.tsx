'use client'

import type { MouseEvent, ReactNode } from 'react'
import type { PlacedIssue } from '../../core/client/Scope.js'
import { fieldErrorId } from '../field/fieldErrorId.js'
import { useMessages } from '../hooks/useMessages.js'
import { useScope } from '../provider/ScopeContext.js'
import { Text } from '../Text.js'

/** One line: a link to its field, or text where no field is on screen. */
export function ErrorSummaryItem({ line }: { readonly line: PlacedIssue }): ReactNode {
  const context = useScope()
  const { describe } = useMessages()
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
  if (name === undefined || context === undefined) return <li>{content}</li>

  const follow = (event: MouseEvent): void => {
    // No hash: it would stay in the address, and a router could take it for a page.
    event.preventDefault()
    context.scope.field(name)?.focus()
  }
  return (
    <li>
      <a href={`#${fieldErrorId(context.domId, name)}`} onClick={follow}>
        {content}
      </a>
    </li>
  )
}
