import type { ErrorCode, PseudoCode } from '../../catalog.js'
import type { Code, ParamsOf } from '../register.js'
import type { Category } from '../types.js'

/** A text in the documented subset of ICU MessageFormat 1, or variants: the richest first, the last without values. */
export type Template = string | readonly [string, ...string[]]

/** The words of one code: what happened, what to do at the field, what to do next. */
export type Words = readonly [title: Template, text: Template, nextStep: Template]

/** What a word can be made of that is a function. */
export interface WordFacts<C extends string = string> {
  readonly code: string
  /** The name as the server wrote it; hostile text. */
  readonly field: string | undefined
  /** The visible label of that field. */
  readonly label: string | undefined
  /** The server's, then what is read out of its text, then the limits of the control. */
  readonly params: ParamsOf<C>
  /** The server's own text; hostile, and in its own language. */
  readonly serverMessage: string | undefined
  /** How many problems the failure has. */
  readonly count: number
}

/** A word of the app that no template can say; `''` means "not overridden". */
export type WordFunction<C extends string = string> = (facts: WordFacts<C>) => string

/** Words that an app puts over those of a pack; `false` or `''` means "not overridden". */
export interface WordOverrides<Word = Template> {
  readonly title?: Word | false
  readonly text?: Word | false
  readonly nextStep?: Word | false
}

/** The strings of the components themselves. */
export interface InterfaceWords {
  /** `{count}`: how many problems; the heading of the error summary. */
  readonly summaryTitle: Template
  /** Hidden in front of a field's message. */
  readonly errorPrefix: Template
  /** Hidden in front of a field's warning. */
  readonly warningPrefix: Template
  /** In front of the page's title while a form has problems; `{count}`, `{title}`. */
  readonly pageTitle: Template
  /** How a label stands in front of a text that does not name its field; `{label}`, `{text}`. */
  readonly labelled: Template
  readonly tryAgain: Template
  readonly tryingAgain: Template
  /** `{seconds}` until another try makes sense. */
  readonly waitThenTry: Template
  readonly loaded: Template
  readonly close: Template
  readonly signIn: Template
  /** Name of the landmark that holds the toasts; `{hotkey}`. */
  readonly toastRegion: Template
  /** `{count}`: how often the same toast came. */
  readonly repeated: Template
  /** `{count}`: toasts that wait for a place. */
  readonly moreToasts: Template
  /** Summary of the folded details. */
  readonly details: Template
  readonly copyDetails: Template
  readonly copied: Template
  readonly referenceCode: Template
  readonly referenceTime: Template
  readonly referenceId: Template
  /** In front of the server's own text. */
  readonly serverSays: Template
  readonly offline: Template
  /** `{count}`: changes that wait for the network. */
  readonly waitingChanges: Template
  readonly backOnline: Template
  /** Data on screen is older than the failure. */
  readonly stale: Template
  /** `{count}`: issues beyond the ones shown. */
  readonly moreIssues: Template
  /** `{count}`: problems inside a collapsed part of a form. */
  readonly problemCount: Template
  /** Heading of the history. */
  readonly recentErrors: Template
  readonly submitting: Template
  readonly saved: Template
}

/** All words of one language. */
export interface LocalePack {
  /** BCP 47 tag, such as `nl`, `pt-BR`, `zh-Hans`. */
  readonly locale: string
  /** By code. */
  readonly codes: Readonly<Record<ErrorCode | PseudoCode, Words>>
  /** For codes that no row knows. */
  readonly categories: Readonly<Record<Category, Words>>
  readonly ui: InterfaceWords
}

/** What an app or a scope lays over the packs, for one language. */
export interface MessageOverrides {
  /** By code; a string replaces title and text. */
  readonly codes?: Readonly<Partial<Record<Code, WordOverrides | string>>>
  /** By field name, then by code; the more specific wins. */
  readonly fields?: Readonly<Record<string, Readonly<Partial<Record<Code, WordOverrides | string>>>>>
  /** For codes without words of their own. */
  readonly categories?: Readonly<Partial<Record<Category, WordOverrides | string>>>
  /** Strings of the components. */
  readonly ui?: Readonly<Partial<InterfaceWords>>
  /** Messages of the app's own, by the key that `meta.apiError.message` names. */
  readonly custom?: Readonly<Record<string, WordOverrides | string>>
}

/** Overrides by language. */
export type Messages = Readonly<Record<string, MessageOverrides>>

/** Words of one code that can be functions. */
export type AppWords<C extends string = string> = WordOverrides<Template | WordFunction<C>> | string | WordFunction<C>

/** Words of the app for one language: as {@link MessageOverrides}, and each can be a function. */
export interface AppMessageOverrides extends Pick<MessageOverrides, 'ui'> {
  /** By code; a string or function replaces title and text. */
  readonly codes?: { readonly [C in Code]?: AppWords<C> }
  /** By field name, then by code; the more specific wins. */
  readonly fields?: Readonly<Record<string, { readonly [C in Code]?: AppWords<C> }>>
  /** For codes without words of their own. */
  readonly categories?: Readonly<Partial<Record<Category, AppWords>>>
  /** Messages of the app's own, by the key that `meta.apiError.message` names. */
  readonly custom?: Readonly<Record<string, AppWords>>
}

/** Words of the app by language. */
export type AppMessages = Readonly<Record<string, AppMessageOverrides>>

/** A text ready to show, with the language it is in. */
export interface LocalizedText {
  readonly text: string
  /** Language of the text; differs from the wanted one where a word was missing (WCAG 3.1.2). */
  readonly locale: string
  /** Direction of that language. */
  readonly dir: 'ltr' | 'rtl'
}

/** A text that was looked up by a code or a key. */
export interface ResolvedText extends LocalizedText {
  /** Whether it only tells the kind of problem, because no language knows the code. */
  readonly generic: boolean
}
