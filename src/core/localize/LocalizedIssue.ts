import type { ApiErrorData } from '../ApiError.js'
import type { Definition, Issue, Params } from '../types.js'
import type { MessageRegistry } from './MessageRegistry.js'
import type { MessageRequest } from './MessageRequest.js'
import type { LocalizedText } from './Pack.js'
import { readableName } from './readableName.js'

/** What the words of an issue depend on beside its code. */
export interface LocalizeContext {
  readonly messages: MessageRegistry
  readonly definition: Definition
  /** The visible label of its field, where one is on screen. */
  readonly label?: string | undefined
  /** The labels of all fields of its group. */
  readonly labels?: readonly string[]
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

/** Looks each text up when it is asked for: a surface shows one or two of them. */
export class LocalizedIssue implements IssueTexts {
  readonly #issue: Issue
  readonly #context: LocalizeContext
  readonly #request: MessageRequest & { readonly params: Params }
  #text: LocalizedText | undefined

  constructor(error: ApiErrorData, issue: Issue, context: LocalizeContext) {
    const { definition, label, messageKey: message, layers } = context
    this.#issue = issue
    this.#context = context
    this.#request = { code: issue.code, fieldName: issue.fieldName, category: definition.category, label, params: paramsOf(error, issue, context), message, layers }
  }

  get title(): LocalizedText {
    return this.#context.messages.resolve(this.#request, 'title')
  }

  get text(): LocalizedText {
    return (this.#text ??= this.#context.messages.resolve(this.#request, 'text'))
  }

  get line(): LocalizedText {
    const { messages, definition, label, layers } = this.#context
    const { fieldName } = this.#issue
    if (namesItsField(definition)) return this.text
    const name = label ?? messages.labelOf(fieldName ?? '', layers) ?? readableName(fieldName)
    return name === undefined ? this.text : messages.labelled(this.text, name)
  }

  get nextStep(): LocalizedText {
    return this.#context.messages.resolve(this.#request, 'nextStep')
  }

  get detail(): string | undefined {
    const { definition } = this.#context
    return definition.detail && !saysAll(this.#issue, definition, this.#request.params) ? this.#issue.serverMessage : undefined
  }
}

/** What the server sent wins over the limits of the control. */
function paramsOf({ retryAfter }: ApiErrorData, issue: Issue, { origin = 'report', params, labels = [], definition, messages }: LocalizeContext): Params {
  const all: Record<string, string | number> = { origin, ...params }
  if (retryAfter !== undefined) all.seconds = Math.ceil(retryAfter)
  if (labels.length > 1) all.labels = messages.list(labels, definition.category === 'conflict' ? 'conjunction' : 'disjunction')
  return { ...all, ...issue.params }
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
