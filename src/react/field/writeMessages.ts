import type { Severity } from '../../core/types.js'
import { memo } from '../../internal/memo.js'
import { makeDetail, makeElement, makeText } from '../shared/makeElement.js'
import type { FieldMessage } from './FieldBinding.js'

/** Writes the messages of a field as text into their element; without any, leaves it empty. */
export function writeMessages(element: HTMLElement, messages: readonly FieldMessage[], pageLocale: string): void {
  if (element.firstChild !== null) element.replaceChildren()
  for (const message of messages) element.appendChild(makeMessage(message, pageLocale))
}

function makeMessage({ text, detail, severity, prefix }: FieldMessage, pageLocale: string): HTMLElement {
  const message = document.importNode(empty[severity](prefix.text), true)
  message.append(makeText(text, pageLocale))
  if (detail !== undefined) message.append(makeDetail(detail))
  return message
}

/** Messages without their text, by what is read out in front of it: a copy is quicker than making each anew. */
const empty: Readonly<Record<Severity, (prefix: string) => HTMLElement>> = {
  error: memo((prefix) => makeEmpty('error', prefix)),
  warning: memo((prefix) => makeEmpty('warning', prefix)),
  info: memo((prefix) => makeEmpty('info', prefix)),
}

function makeEmpty(severity: Severity, prefix: string): HTMLElement {
  const message = makeElement('span', 'rae-field-message')
  message.setAttribute('data-severity', severity)
  message.append(makeElement('span', 'rae-hidden', prefix), ' ')
  return message
}
