import { Emitter } from '../../internal/Emitter.js'
import type { Params } from '../types.js'
import { formatList } from './formatList.js'
import { formatMessage, isParamSource, type ParamSource } from './formatMessage.js'
import { genericSentence } from './genericSentence.js'
import { EntryFinder, type Entry } from './EntryFinder.js'
import { canonicalTag, dirOf } from './localeChain.js'
import type { LazyList } from './LazyList.js'
import { LayerStore, type MessageLayer } from './LayerStore.js'
import { LocaleStore, type LocaleSource } from './LocaleStore.js'
import type { MessageRequest } from './MessageRequest.js'
import type { InterfaceWords, LocalizedText, ResolvedText } from './Pack.js'
import { RequestParams } from './RequestParams.js'
import { reportOnce, type MessageProblem } from './reportOnce.js'
import type { Slot } from './templatesIn.js'

export type { MessageLayer } from './LayerStore.js'
export type { LocaleSource } from './LocaleStore.js'
export type { MessageRequest } from './MessageRequest.js'
export type { ResolvedText } from './Pack.js'
export type { MessageProblem } from './reportOnce.js'
export type { Slot } from './templatesIn.js'

/** Options of {@link MessageRegistry}. */
export interface MessageRegistryOptions extends Omit<MessageLayer, 'scope'> {
  readonly locales: LocaleSource
  /** Language of the words that another lacks. @default 'en' where there is one, else the first of `locales` */
  readonly fallbackLocale?: string | undefined
  /** Learns once of each missing or malformed word. */
  readonly onProblem?: ((problem: MessageProblem) => void) | undefined
}

const NO_PARAMS: Params = {}

/**
 * Finds the words for codes and keys in the current language: those of scopes, of the app and of the packs.
 *
 * @example
 * const registry = new MessageRegistry({ locales: [en, { nl: () => import('react-api-errors/locales/nl') }] })
 * registry.resolve({ code: 'FORBIDDEN', category: 'permission' }, 'title').text
 */
export class MessageRegistry {
  readonly #report: ReturnType<typeof reportOnce>
  readonly #store: LocaleStore
  readonly #emitter = new Emitter()
  readonly #fallback: string
  readonly #layers = new LayerStore()
  readonly #entries: EntryFinder
  #locale: string
  #wanted: string
  #version = 0
  #onPage = 0

  constructor({ locales, fallbackLocale = '', onProblem, ...layer }: MessageRegistryOptions) {
    this.#report = reportOnce(onProblem)
    this.#store = new LocaleStore(locales, (tag, cause) => this.#report('load-failed', tag, tag, cause))
    const { tags, packs } = this.#store
    this.#locale = this.#wanted = tags[0] ?? 'en'
    this.#fallback = canonicalTag(fallbackLocale) ?? (tags.includes('en') ? 'en' : this.#locale)
    this.#entries = new EntryFinder(packs, this.#layers, this.#fallback)
    this.add(layer)
    if (packs.size === 0) void this.setLocale(this.#locale)
    this.#onPage = this.#version
  }

  /** The current language, in its canonical spelling. */
  get locale(): string {
    return this.#locale
  }

  /** Grows with every change of words or language; a snapshot for `useSyncExternalStore`. */
  get version(): number {
    return this.#version
  }

  /** Adds a listener for changes; the returned function removes it. */
  readonly subscribe = this.#emitter.subscribe

  /**
   * Switches the language. The old one stays until the words are there; the last call wins.
   *
   * @param tag BCP 47, also as `pt_BR`; a language without words gets those of the fallback
   * @returns nothing when the words are there already, else a promise that never rejects
   */
  setLocale(tag: string): Promise<void> | void {
    const wanted = canonicalTag(tag)
    if (!wanted) this.#report('unknown-locale', tag, this.#fallback)
    this.#wanted = wanted ?? this.#fallback
    return this.#switchTo(this.#wanted, [])
  }

  /**
   * The page speaks the current language now. Its labels may have changed in the same turn, so what names them is
   * said once more.
   */
  settle(): void {
    if (this.#onPage === this.#version) return
    this.#change()
    this.#onPage = this.#version
  }

  /** Lays words over those that are there, newer over older; the returned function takes them away. */
  add(layer: MessageLayer): () => void {
    const undo = this.#layers.add(layer)
    this.#change()
    return () => {
      undo()
      this.#change()
    }
  }

  /** The text of a code in one of its three slots; never empty, never the bare code. */
  resolve(request: MessageRequest, slot: Slot): ResolvedText {
    const { code, message } = request
    const params = isParamSource(request.params) ? request.params : new RequestParams(request, this.#layers)
    const { custom, code: exact, category } = this.#entries.steps(this.#locale, request, slot)

    if (message !== undefined) {
      const own = this.#say(custom, params)
      if (own) return own
      if (slot === 'text') this.#report('missing-translation', `custom.${message}`, this.#locale)
    }
    const said = this.#say(exact, params)
    if (said) return said
    this.#report('unknown-code', code, this.#locale)
    return { ...(this.#say(category, params) ?? english(genericSentence)), generic: true }
  }

  /** A text of the components themselves; without any words, its key. */
  ui(key: keyof InterfaceWords, params: Params = NO_PARAMS): ResolvedText {
    return this.#say(this.#entries.words(this.#locale, key), params) ?? english(key)
  }

  /** Puts a field's label in front of a text that does not name its field. */
  labelled(text: LocalizedText, label: string): LocalizedText {
    const said = this.ui('labelled', { label, text: text.text })
    return said.generic ? text : { ...text, text: said.text }
  }

  /** Joins texts with the language's "or" or "and". */
  list(items: readonly string[], type: 'disjunction' | 'conjunction' = 'disjunction'): string {
    return formatList(items, type, this.#locale)
  }

  /** The label that the app gave to a field, by the server's name. */
  labelOf(fieldName: string, scopes?: readonly string[]): string | undefined {
    return this.#layers.labelOf(fieldName, scopes)
  }

  /** The first template whose placeholders all have a value. */
  #say(entries: LazyList<Entry>, params: Params | ParamSource): ResolvedText | undefined {
    for (let index = 0; ; index++) {
      const entry = entries.at(index)
      if (entry === undefined) return undefined
      const { key, locale, templates, plain } = entry
      if (plain !== undefined && locale === this.#locale) return plain
      let missing: string | undefined
      for (const template of templates) {
        const text = formatMessage(template, params, locale)
        if (typeof text !== 'string') {
          if (text.kind === 'missing-param') missing = text.detail
          else this.#report(text.kind, key, locale, text.detail)
        } else if (text !== '') {
          if (locale !== this.#locale) this.#report('missing-translation', key, this.#locale)
          return { text, locale, dir: dirOf(locale), generic: false }
        }
      }
      if (missing !== undefined) this.#report('missing-param', key, locale, missing)
    }
  }

  /** Loads until one language of the chain is there, then switches, unless another was wanted meanwhile. */
  #switchTo(wanted: string, tried: readonly string[]): Promise<void> | void {
    for (const [tag] of this.#entries.tags(wanted)) {
      if (this.#store.packs.has(tag)) break
      const loading = tried.includes(tag) ? undefined : this.#store.load(tag)
      if (loading) {
        return loading.then(() => {
          this.#entries.forget()
          return this.#switchTo(wanted, [...tried, tag])
        })
      }
    }
    if (wanted !== this.#wanted || (wanted === this.#locale && tried.length === 0)) return
    this.#locale = wanted
    this.#change()
  }

  #change(): void {
    this.#entries.forget()
    this.#version++
    this.#emitter.emit()
  }
}

function english(text: string): ResolvedText {
  return { text, locale: 'en', dir: 'ltr', generic: true }
}
