import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Issue, Params } from '../types.js'
import type { MessageRegistry } from './MessageRegistry.js'
import type { LocalizedText } from './Pack.js'
import { readableName } from './readableName.js'

/** What the words of an issue depend on beside its code. */
export interface LocalizeContext {
  readonly messages: MessageRegistry
  readonly definition: Definition
  /** The visible label of its field, where one is on screen. */
  readonly label?: string | undefined
  /** The labels of all fields of its group. */
  readonly labels?: readonly string[] | undefined
  /** Limits of the bound control; what the server sent wins. */
  readonly params?: Params | undefined
  /** `meta.apiError.message`. */
  readonly messageKey?: string | undefined
  /** What failed: words for a change can differ from those for a look-up. @default 'report' */
  readonly origin?: 'query' | 'mutation' | 'report' | undefined
  /** Ids of the scopes around it, innermost first. */
  readonly layers?: readonly string[] | undefined
}

/** The words of one issue. */
export interface IssueTexts {
  readonly title: LocalizedText
  /** What stands at the field. */
  readonly text: LocalizedText
  /** The text where no field stands beside it: with a label in front, if the text does not name its field. */
  readonly line: LocalizedText
  readonly nextStep: LocalizedText
  /** The server's own text, for codes whose facts stand only there; a text in another language. */
  readonly detail: string | undefined
}

/**
 * Finds the words of an issue in the language of the registry.
 *
 * @example
 * localizeError(error, error.issues[0], { messages, definition }).title.text // 'Account not found'
 */
export function localizeError(error: ApiErrorData, issue: Issue, context: LocalizeContext): IssueTexts {
  const { messages, definition, label, labels, layers, messageKey } = context
  const params: Params = {
    origin: context.origin ?? 'report',
    ...context.params,
    ...(error.retryAfter === undefined ? {} : { seconds: Math.ceil(error.retryAfter) }),
    ...(labels === undefined || labels.length < 2 ? {} : { labels: messages.list(labels, definition.category === 'conflict' ? 'conjunction' : 'disjunction') }),
    ...issue.params,
  }
  const request = { code: issue.code, fieldName: issue.fieldName, category: definition.category, label, params, message: messageKey, layers }
  // Each is looked up when it is asked for: a surface shows one or two of them.
  let text: LocalizedText | undefined
  return {
    get title() {
      return messages.resolve(request, 'title')
    },
    get text() {
      return (text ??= messages.resolve(request, 'text'))
    },
    get line() {
      const name = label ?? messages.labelOf(issue.fieldName ?? '', layers) ?? readableName(issue.fieldName)
      return name !== undefined && !namesItsField(definition) ? messages.labelled(this.text, name) : this.text
    },
    get nextStep() {
      return messages.resolve(request, 'nextStep')
    },
    detail: definition.detail && !saysAll(issue, definition, params) ? issue.serverMessage : undefined,
  }
}

/** Whether the text of a code says which field it is about; that of "required" does not. */
function namesItsField({ fields, group }: Definition): boolean {
  return group || fields.length > 0
}

/** Whether our words hold the facts of the server's: the limits, or which fields are missing. */
function saysAll({ fieldName }: Issue, { category, group }: Definition, params: Params): boolean {
  if (category === 'required') return group ? 'labels' in params : fieldName !== undefined
  return 'max' in params || 'min' in params
}
