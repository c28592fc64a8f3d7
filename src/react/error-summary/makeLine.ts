import type { PlacedIssue } from '../../core/client/FieldState.js'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'
import type { ScopeContextValue } from '../provider/ScopeContext.js'
import { summaryLineId } from '../shared/describedBy.js'
import { describeIssue } from '../shared/describeIssue.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'
import { makeDetail, makeElement, makeText } from '../shared/makeElement.js'

/** Where a summary finds words and fields, and what it knows of a line. */
export interface LineContext {
  readonly client: ApiErrorClient
  readonly context: ScopeContextValue
  /** Whether its link has led nowhere. */
  readonly isDead: boolean
}

/** Makes one line: a link to its field, or text where no field can be reached. */
export function makeLine(line: PlacedIssue, { client, context, isDead }: LineContext): HTMLLIElement {
  const words = describeIssue(client, context, line)
  const item = document.createElement('li')
  const isOnlyHere = line.home === 'summary'
  if (isOnlyHere) item.id = summaryLineId(context.domId, line)
  if (line.issue.severity !== 'error') item.setAttribute('data-severity', line.issue.severity)
  // A link that led nowhere has the focus, and keeps it as text.
  if (isDead) item.tabIndex = -1
  const said = !isDead && canLead(line, context) ? item.appendChild(makeLink(line, context)) : item
  said.append(makeText(words.line, client.messages.locale))
  if (isOnlyHere && words.detail !== undefined) said.append(makeDetail(words.detail))
  return item
}

function makeLink({ fields }: PlacedIssue, { domId }: ScopeContextValue): HTMLAnchorElement {
  const link = makeElement('a')
  link.href = `#${fieldErrorId(domId, fields[0] ?? '')}`
  return link
}

function canLead({ fields, issue }: PlacedIssue, { scope }: ScopeContextValue): boolean {
  const name = fields[0]
  const field = name === undefined ? undefined : scope.field(name)
  if (scope.onReveal !== undefined) return field !== undefined || issue.fieldName !== undefined
  return field !== undefined && field.canFocus?.() !== false
}
