import type { ApiErrorData } from '../ApiError.js'
import type { Category, Definition, Issue, Params } from '../types.js'
import type { Slot } from './lookup.js'
import { own } from './own.js'
import type { LocalizedText, WordFacts } from './Pack.js'
import { readableName } from './readableName.js'
import type { Translator } from './Translator.js'

/** What the words of an issue depend on beside its code. */
export interface LocalizeContext {
  /** The language, such as `registry.translator('nl')`. */
  readonly messages: Translator
  readonly definition: Definition
  /** The visible label of its field, where one is on screen. */
  readonly label?: string | undefined
  /** The labels of all fields of its group. */
  readonly labels?: readonly string[]
  /** Limits of the bound control and `meta.apiError.params`; what the server sent wins. */
  readonly params?: Params | undefined
  /** `meta.apiError.message`. */
  readonly messageKey?: string | undefined
  /** What failed: words for a change can differ from those for a look-up. @default 'report' */
  readonly origin?: 'query' | 'mutation' | 'report' | undefined
}

/** The words of one issue. */
export interface IssueTexts {
  readonly title: LocalizedText
  /** What stands at the field. */
  readonly text: LocalizedText
  /** The text where no field stands beside it: with a label in front, if the text does not name its field. */
  readonly line: LocalizedText
  readonly nextStep: LocalizedText
  /** The server's own text, for codes whose facts are only there; a text in another language. */
  readonly detail: string | undefined
  /** The server's reference, where only support can help. */
  readonly reference: LocalizedText | undefined
}

/** The server's text as it is, never a template. The documented API writes English. */
const inItsLanguage = (text: string): LocalizedText => ({ text, locale: 'en', dir: 'ltr' })

/** The user can do nothing about these. */
const FOR_SUPPORT: readonly Category[] = ['server', 'unknown', 'request', 'parse']

/**
 * Finds the words of an issue; lazily and once each, as a component shows one or two of them, and labels and limits
 * are read from the DOM only for words that name them.
 *
 * @param error the failure that the issue is part of
 * @param issue one of its issues
 * @param context the language, the code's definition, and what is known of the field
 * @returns the texts; never throws
 * @example
 * localizeError(error, error.issues[0], { messages: registry.translator('en'), definition }).title.text
 */
export function localizeError(error: ApiErrorData, issue: Issue, context: LocalizeContext): IssueTexts {
  const { code, fieldName, serverMessage } = issue
  const { messages, definition, messageKey: message } = context
  const { category, group, prefer } = definition

  const label = (): string | undefined => context.label ?? messages.labelOf(fieldName ?? '')
  const params = (name: string): unknown => {
    const sent = own(issue.params, name)
    if (sent !== undefined) return sent
    switch (name) {
      case 'label':
        return label()
      case 'labels':
        return (context.labels?.length ?? 0) > 1
          ? messages.list(context.labels ?? [], category === 'conflict' ? 'conjunction' : 'disjunction')
          : undefined
      case 'seconds':
        return error.retryAfter === undefined ? undefined : Math.ceil(error.retryAfter)
      case 'origin':
        return context.origin ?? 'report'
      default:
        return own(context.params, name)
    }
  }
  const said: Partial<Record<Slot, LocalizedText>> = {}
  const facts: WordFacts = {
    ...{ code, field: fieldName, serverMessage, count: error.issues.length },
    get label() {
      return label()
    },
    get params() {
      return { ...context.params, ...issue.params }
    },
  }
  const say = (slot: Slot): LocalizedText => {
    if (prefer === 'server' && serverMessage !== undefined && slot !== 'nextStep') return inItsLanguage(serverMessage)
    return (said[slot] ??= messages.resolve({ code, category, fieldName, message, params, facts }, slot))
  }
  // Cached by label, which can change while the issue is on screen.
  let line: { readonly name: string; readonly text: LocalizedText } | undefined
  /** Whether our text has the facts of the server's already: the limits, or which fields are missing. */
  const saysAll = (): boolean => {
    if (category !== 'required') return params('max') !== undefined || params('min') !== undefined
    return group ? params('labels') !== undefined : fieldName !== undefined
  }

  return {
    get title() {
      return say('title')
    },
    get text() {
      return say('text')
    },
    get line() {
      const name = group || definition.fields.length > 0 ? undefined : (label() ?? readableName(fieldName))
      if (name === undefined) return say('text')
      if (line?.name !== name) line = { name, text: messages.labelled(say('text'), name) }
      return line.text
    },
    get nextStep() {
      return say('nextStep')
    },
    get detail() {
      if (prefer === undefined) return definition.detail && !saysAll() ? serverMessage : undefined
      return prefer === 'both' ? serverMessage : undefined
    },
    get reference() {
      const { requestId: text } = error
      const isOffered = text !== undefined && FOR_SUPPORT.includes(category)
      return isOffered ? messages.ui('labelled', { label: messages.ui('referenceId').text, text }) : undefined
    },
  }
}
