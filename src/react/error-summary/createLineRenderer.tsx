import type { MouseEvent, ReactElement } from 'react'
import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { Issue } from '../../core/types.js'
import type { MessageFinder } from '../hooks/useMessages.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { summaryLineId } from '../shared/describedBy.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'
import { inLanguage } from '../shared/inLanguage.js'

/** What the lines of a summary have in common. */
export interface LineContext {
  readonly context: ScopeContextValue
  readonly words: MessageFinder
  /** The issues whose link has led nowhere. */
  readonly dead: ReadonlySet<Issue>
  readonly onFollow: (event: MouseEvent<HTMLAnchorElement>, line: PlacedIssue) => void
}

/** Makes what renders lines; a line that says the same stays the same element, so React passes it over. */
export function createLineRenderer(common: LineContext): (line: PlacedIssue) => ReactElement {
  const known = new WeakMap<PlacedIssue, ReactElement>()
  return (line) => {
    const element = known.get(line) ?? renderLine(line, common)
    known.set(line, element)
    return element
  }
}

/** One line: a link to its field, or text where no field can be reached. A function, no component: a hundred of them are half the work. */
function renderLine(line: PlacedIssue, { context, words, dead, onFollow }: LineContext): ReactElement {
  const { domId } = context
  const { line: text, detail } = words.describe(line)
  const isOnlyHere = line.home === 'summary'
  const said = inLanguage(text, words.locale)
  const content =
    !isOnlyHere || detail === undefined ? (
      said
    ) : (
      <>
        {said}
        <bdi className="rae-detail" lang="en">
          {detail}
        </bdi>
      </>
    )
  return (
    <li key={keyOf(line.issue)} id={isOnlyHere ? summaryLineId(domId, line) : undefined} data-severity={line.issue.severity === 'error' ? undefined : line.issue.severity}>
      {dead.has(line.issue) || !canLead(line, context) ? (
        content
      ) : (
        <a href={`#${fieldErrorId(domId, line.fields[0] ?? '')}`} onClick={(event) => onFollow(event, line)}>
          {content}
        </a>
      )}
    </li>
  )
}

function canLead({ fields: [name], issue }: PlacedIssue, { scope }: ScopeContextValue): boolean {
  const field = name === undefined ? undefined : scope.field(name)
  if (scope.onReveal !== undefined) return field !== undefined || issue.fieldName !== undefined
  return field !== undefined && field.canFocus?.() !== false
}

/** An issue has no identity that could stand in a string. */
const keys = new WeakMap<Issue, number>()
let lastKey = 0
function keyOf(issue: Issue): number {
  const known = keys.get(issue)
  if (known !== undefined) return known
  keys.set(issue, ++lastKey)
  return lastKey
}
