import type { ApiErrorData } from '../ApiError.js'
import type { Category, Definition, Issue, Params } from '../types.js'
import type { ParamSource } from './formatMessage.js'
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

/**
 * Looks each text up when it is asked for: a surface shows one or two of them. It is its own request, so that the
 * label and the limits of a field are read from the page only for words that name them.
 */
export class LocalizedIssue implements IssueTexts, MessageRequest, ParamSource {
  readonly code: string
  readonly fieldName: string | undefined
  readonly category: Category
  readonly message: string | undefined
  readonly layers: readonly string[] | undefined
  readonly #version: number
  readonly #error: ApiErrorData
  readonly #issue: Issue
  readonly #context: LocalizeContext
  #text: LocalizedText | undefined

  constructor(error: ApiErrorData, issue: Issue, context: LocalizeContext) {
    this.code = issue.code
    this.fieldName = issue.fieldName
    this.category = context.definition.category
    this.message = context.messageKey
    this.layers = context.layers
    this.#version = context.messages.version
    this.#error = error
    this.#issue = issue
    this.#context = context
  }

  /** Whether these are still the words of a registry. */
  isCurrent(messages: MessageRegistry): boolean {
    return messages === this.#context.messages && messages.version === this.#version
  }

  get label(): string | undefined {
    return this.#context.label
  }

  get params(): ParamSource {
    return this
  }

  /** What the server sent wins over the limits of the control. */
  param(name: string): Params[string] | undefined {
    const { params } = this.#issue
    if (Object.hasOwn(params, name)) return params[name]
    switch (name) {
      case 'label':
        return this.#context.label ?? this.#context.messages.labelOf(this.fieldName ?? '', this.layers)
      case 'labels':
        return this.#list()
      case 'seconds':
        return this.#error.retryAfter === undefined ? undefined : Math.ceil(this.#error.retryAfter)
      case 'origin':
        return this.#context.origin ?? 'report'
      default:
        return this.#limit(name)
    }
  }

  #limit(name: string): Params[string] | undefined {
    const { params } = this.#context
    return params !== undefined && Object.hasOwn(params, name) ? params[name] : undefined
  }

  get title(): LocalizedText {
    return this.#context.messages.resolve(this, 'title')
  }

  get text(): LocalizedText {
    return (this.#text ??= this.#context.messages.resolve(this, 'text'))
  }

  get line(): LocalizedText {
    const { messages, definition, layers } = this.#context
    if (namesItsField(definition)) return this.text
    const name = this.label ?? messages.labelOf(this.fieldName ?? '', layers) ?? readableName(this.fieldName)
    return name === undefined ? this.text : messages.labelled(this.text, name)
  }

  get nextStep(): LocalizedText {
    return this.#context.messages.resolve(this, 'nextStep')
  }

  get detail(): string | undefined {
    const { serverMessage } = this.#issue
    return serverMessage !== undefined && this.#context.definition.detail && !this.#saysAll()
      ? serverMessage
      : undefined
  }

  /** Whether our words hold the facts of the server's: the limits, or which fields are missing. */
  #saysAll(): boolean {
    const { category, group } = this.#context.definition
    if (category === 'required' && !group) return this.fieldName !== undefined
    const isKnown = (name: string): boolean => this.param(name) !== undefined
    return category === 'required' ? isKnown('labels') : isKnown('max') || isKnown('min')
  }

  /** The labels of a group, as a list in the language. */
  #list(): string | undefined {
    const { labels = [], definition, messages } = this.#context
    return labels.length > 1
      ? messages.list(labels, definition.category === 'conflict' ? 'conjunction' : 'disjunction')
      : undefined
  }
}

/** Whether the text of a code says which field it is about; that of "required" does not. */
function namesItsField({ fields, group }: Definition): boolean {
  return group || fields.length > 0
}
