import { memo } from '../../internal/memo.js'
import type { Category, Params } from '../types.js'
import { checkWords } from './checkWords.js'
import { formatList, formatMessage, type FormatProblem, type ParamLookup } from './formatMessage.js'
import { canonicalTag, closest, dirOf } from './locales.js'
import { entriesOf, fieldKeys, templatesIn, variantsIn, type Slot, type Word } from './lookup.js'
import { own } from './own.js'
import type { AppMessages, InterfaceWords, LocalePack, LocalizedText, ResolvedText, WordFacts } from './Pack.js'

/** Shown for every failure while no pack is loaded; all other sentences come from packs. */
export const genericSentence = 'There is a problem we did not expect – try again'

/** Accessible names of controls while no pack is loaded; other interface texts are empty then. */
const NAMES: Readonly<Partial<Record<keyof InterfaceWords, string>>> = {
  summaryTitle: 'There is a problem',
  tryAgain: 'Try again',
  tryingAgain: 'Trying again…',
  close: 'Close',
  signIn: 'Sign in',
  toastRegion: 'Notifications',
  details: 'Details',
  copyDetails: 'Copy details',
}

/** Why a text is not the wanted one; for logs: it holds nothing that a user entered. */
export interface MessageProblem {
  /** What is wrong. */
  readonly kind:
    'missing-translation' | 'unknown-code' | 'missing-param' | 'malformed' | 'load-failed' | 'unknown-locale'
  /** What it is about: a place such as `codes.FORBIDDEN`, a code or a language. */
  readonly key: string
  /** The language that was being used. */
  readonly locale: string
  /** Name of the missing parameter, what is wrong with the message, or what the loader threw. */
  readonly detail?: unknown
}

/** @param template the words that are malformed, which are told of once wherever they are found */
export type ReportProblem = (
  kind: MessageProblem['kind'],
  about: string,
  locale: string,
  detail?: unknown,
  template?: unknown,
) => void

/** Words and labels of an app, which override those of the packs. */
export interface MessageLayer {
  readonly messages?: AppMessages | undefined
  /** Labels of fields by the server's name. */
  readonly fieldLabels?: Readonly<Record<string, string>> | undefined
}

/** What a text is wanted for. */
export interface MessageRequest {
  readonly code: string
  /** Names the kind of problem when no language knows the code. */
  readonly category: Category
  /** The name as the server wrote it; words of that field win over those of the code. */
  readonly fieldName?: string | undefined
  /** Values of the placeholders. */
  readonly params?: Params | ParamLookup | undefined
  /** What words are made of that are functions. @default what is known from the request */
  readonly facts?: WordFacts | undefined
  /** Key of a message of the app's own, which wins over the code. */
  readonly message?: string | undefined
}

/** Where a translator finds its words; immutable. */
export interface WordSources {
  readonly packs: ReadonlyMap<string, LocalePack>
  /** The innermost first; made by {@link toLayer}. */
  readonly layers: readonly MessageLayer[]
  /** Language of the words that another lacks. */
  readonly fallback: string
  readonly report: ReportProblem
}

/** A set of words, and the language that its texts are marked with. */
interface Source {
  readonly words: unknown
  readonly locale: string
  /** What was found for a key: a long list of problems repeats a few codes. */
  readonly found: Map<string, readonly Word[]>
}

/** Codes come from the server: after this many, what a source has found is forgotten. */
const MAX_FOUND = 500

/**
 * Finds the words of one language. Immutable: new words or another language make a new translator.
 *
 * @example
 * const translator = registry.translator('nl')
 * translator.resolve({ code: 'FORBIDDEN', category: 'permission' }, 'title').text
 */
export class Translator {
  /** The language, in its canonical spelling. A text can be in another one, where a word was missing. */
  readonly locale: string
  readonly #from: WordSources
  /** Most words stand here. */
  readonly #own: readonly Source[]

  /** Keyed by content: `messages={{ … }}` is a new object in each render, and must not give a new translator. */
  readonly #extended = memo((json) => {
    const layer: MessageLayer = JSON.parse(json)
    if (process.env.NODE_ENV !== 'production') checkWords(layer, this.#from.report)
    return new Translator(this.locale, { ...this.#from, layers: [toLayer(layer), ...this.#from.layers] })
  }, 20)

  constructor(locale: string, from: WordSources) {
    this.locale = locale
    this.#from = from
    this.#own = this.#sourcesIn(locale, locale)
  }

  /** Whether the language is written from right to left. */
  get dir(): 'ltr' | 'rtl' {
    return dirOf(this.locale)
  }

  /**
   * Finds a text of a code.
   *
   * @param request the code, and what its words depend on
   * @param slot which of the three texts
   * @returns the text; never the bare code. Empty is only the next step, while there are no words at all
   * @example
   * translator.resolve({ code: 'PARAMETER_TOO_LONG', category: 'length', params: { max: 160 } }, 'text').text
   */
  resolve({ code, category, fieldName = '', message, params = {}, facts }: MessageRequest, slot: Slot): ResolvedText {
    const sent = typeof params === 'function' ? params : (name: string) => own(params, name)
    const lookup: ParamLookup = (name) => sent(name) ?? (name === 'label' ? this.labelOf(fieldName) : undefined)
    const say = (key: string, entriesIn: (words: unknown) => readonly unknown[], field = '') => {
      const templatesOf = (words: unknown) => entriesIn(words).flatMap((entry) => templatesIn(entry, slot))
      return this.#say(key, templatesOf, lookup, { variant: `${slot} ${field}`, facts: getFacts })
    }
    const getFacts = (): WordFacts =>
      facts ?? {
        ...{ code, field: fieldName || undefined, label: this.labelOf(fieldName), serverMessage: undefined, count: 1 },
        params: typeof params === 'function' ? {} : params,
      }
    if (message !== undefined) {
      const custom = say(`custom.${message}`, (words) => [own(own(words, 'custom'), message)])
      if (custom) return custom
      if (slot === 'text') this.#from.report('missing-translation', `custom.${message}`, this.locale)
    }
    const wordsAt = this.#from.layers.length === 0 ? '' : fieldName
    const exact = say(`codes.${code}`, (words) => entriesOf(words, code, wordsAt), wordsAt)
    if (exact) return exact
    if (this.#from.packs.size > 0) this.#from.report('unknown-code', code, this.locale)
    const general = say(`categories.${category}`, (words) => [
      own(own(words, 'categories'), category),
      own(own(words, 'categories'), 'unknown'),
    ])
    return { ...(general ?? inEnglish(slot === 'nextStep' ? '' : genericSentence)), generic: true }
  }

  /**
   * Finds a text of the components themselves.
   *
   * @param key the row of {@link InterfaceWords}
   * @param params values of its placeholders
   * @returns the text; without any words an English name for a control, else an empty text, never the key
   * @example
   * translator.ui('summaryTitle', { count: 3 }).text // 'There are 3 problems'
   */
  ui(key: keyof InterfaceWords, params: Params = {}): ResolvedText {
    const said = this.#say(`ui.${key}`, (words) => variantsIn(own(own(words, 'ui'), key)), params)
    return said ?? inEnglish(NAMES[key] ?? '')
  }

  /** Puts a field's label in front of a text that does not name its field. */
  labelled(text: LocalizedText, label: string): LocalizedText {
    const said = this.ui('labelled', { label, text: text.text })
    return said.generic ? text : { ...text, text: said.text }
  }

  /** Joins texts with the language's "or" (disjunction) or "and" (conjunction). */
  list(items: readonly string[], type: 'disjunction' | 'conjunction' = 'disjunction'): string {
    return formatList(items, type, this.locale)
  }

  /** The label that the app gave to a field, by the server's name. */
  labelOf(fieldName: string): string | undefined {
    const keys = this.#from.layers.length === 0 ? [] : fieldKeys(fieldName)
    const labels = this.#from.layers.flatMap(({ fieldLabels }) => keys.map((key) => own(fieldLabels, key)))
    return labels.find((label): label is string => typeof label === 'string' && label !== '')
  }

  /**
   * Lays words and labels over those of this translator.
   *
   * @param layer plain data; read now, so that a later change of it changes nothing
   * @returns the same translator for equal words
   * @example
   * translator.extend({ fieldLabels: { To: 'Recipient' } })
   */
  extend({ messages, fieldLabels }: MessageLayer): Translator {
    if (messages === undefined && fieldLabels === undefined) return this
    return this.#extended(JSON.stringify({ messages, fieldLabels }))
  }

  /** A new object with the same words: texts that were cached for this one are looked up again. */
  copy(): Translator {
    return new Translator(this.locale, this.#from)
  }

  /** Uses the first template whose placeholders all have values: by language, innermost layer first, pack last. */
  #say(
    key: string,
    templatesOf: (words: unknown) => readonly Word[],
    params: Params | ParamLookup,
    { variant, facts }: { readonly variant: string; readonly facts?: () => WordFacts } = { variant: '' },
  ): ResolvedText | undefined {
    for (const source of this.#sources()) {
      const { locale } = source
      let missing: string | undefined
      for (const template of find(source, `${key} ${variant}`, templatesOf)) {
        const text =
          typeof template === 'string' ? formatMessage(template, params, locale) : callWord(template, facts?.())
        if (text === '') continue
        if (typeof text === 'string') {
          if (locale !== this.locale) this.#from.report('missing-translation', key, this.locale)
          return { text, locale, dir: dirOf(locale), generic: false }
        }
        if (text.kind === 'malformed') this.#from.report(text.kind, key, locale, text.detail, template)
        else missing = text.detail
      }
      if (missing !== undefined) this.#from.report('missing-param', key, locale, missing)
    }
    return undefined
  }

  /** Words by language: its own, related ones, the fallback's. A generator, as most texts are found in the first. */
  *#sources(): Generator<Source> {
    const { packs, layers, fallback } = this.#from
    for (const source of this.#own) yield source
    const tags = new Set([...packs.keys(), ...layers.flatMap(({ messages = {} }) => Object.keys(messages))])
    for (const tag of closest(this.locale, tags)) yield* this.#sourcesIn(tag, this.locale)
    for (const tag of closest(fallback, tags)) yield* this.#sourcesIn(tag, tag)
  }

  #sourcesIn(tag: string, locale: string): readonly Source[] {
    const { packs, layers } = this.#from
    const words = [...layers.map(({ messages = {} }) => messages[tag]), packs.get(tag)]
    return words.flatMap((each) => (each === undefined ? [] : { words: each, locale, found: new Map() }))
  }
}

/** The templates that a source has for a key. */
function find(
  { words, found }: Source,
  key: string,
  templatesOf: (words: unknown) => readonly Word[],
): readonly Word[] {
  const templates = found.get(key) ?? templatesOf(words)
  if (found.size >= MAX_FOUND) found.clear()
  found.set(key, templates)
  return templates
}

/** Asks a function of the app's for a word; what is no text counts as none, and what throws is malformed. */
function callWord(word: (facts: WordFacts) => unknown, facts: WordFacts | undefined): string | FormatProblem {
  try {
    const text = facts && word(facts)
    return typeof text === 'string' ? text : ''
  } catch (error) {
    return { kind: 'malformed', detail: String(error) }
  }
}

/** Puts the words of a layer under canonical tags. */
export function toLayer({ messages = {}, fieldLabels }: MessageLayer): MessageLayer {
  const byTag = Object.entries(messages).map(([tag, words]) => [canonicalTag(tag) ?? '', words] as const)
  return { messages: Object.fromEntries(byTag), fieldLabels }
}

const inEnglish = (text: string): ResolvedText => ({ text, locale: 'en', dir: 'ltr', generic: true })
