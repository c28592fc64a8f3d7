import { attempt } from '../../internal/attempt.js'
import { Emitter } from '../../internal/Emitter.js'
import { memo } from '../../internal/memo.js'
import { checkWords } from './checkWords.js'
import { canonicalTag, closest } from './locales.js'
import { own } from './own.js'
import type { LocalePack } from './Pack.js'
import { Translator, type MessageLayer, type MessageProblem, toLayer, type ReportProblem } from './Translator.js'

/** Loads a pack, or a module that exports one. */
export type LocaleLoader = () => Promise<LocalePack | Readonly<Record<string, unknown>>>

/** Loaders by BCP 47 tag. */
export type LocaleLoaders = Readonly<Record<string, LocaleLoader>>

/** Packs, loaders by tag, or both: `[en, { nl: () => import('react-api-errors/locales/nl') }]`. */
export type LocaleSource = readonly (LocalePack | LocaleLoaders)[] | LocaleLoaders

/** Options of {@link MessageRegistry}. */
export interface MessageRegistryOptions extends MessageLayer {
  readonly locales: LocaleSource
  /** Language of the words that another lacks. @default 'en' where there is one, else the first of `locales` */
  readonly fallbackLocale?: string | undefined
  /** Called once for each missing or malformed word. */
  readonly onProblem?: ((problem: MessageProblem) => void) | undefined
}

/**
 * Holds the words of an app, by language, and loads those that are wanted. A {@link Translator} finds words in them.
 *
 * @example
 * const registry = new MessageRegistry({ locales: [en, { nl: () => import('react-api-errors/locales/nl') }] })
 * registry.translator('en').ui('close').text // 'Close'
 */
export class MessageRegistry {
  readonly #loaders = new Map<string, LocaleLoader>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #failed = new Set<string>()
  readonly #emitter = new Emitter()
  readonly #report: ReportProblem
  readonly #fallback: string
  readonly #tags: readonly string[]
  #packs: ReadonlyMap<string, LocalePack>
  #layers: readonly MessageLayer[] = []
  #locale: string
  #wanted: string
  #translatorIn: (locale: string) => Translator

  /** Adds a listener for new words and for another default language; the returned function removes it. */
  readonly subscribe = this.#emitter.subscribe

  constructor({ locales, fallbackLocale = '', onProblem, ...layer }: MessageRegistryOptions) {
    this.#report = reportOnce(onProblem)
    const packs = new Map<string, LocalePack>()
    const tags: string[] = []
    for (const item of isList(locales) ? locales : [locales]) {
      for (const [name, words] of isPack(item) ? [[item.locale, item] as const] : Object.entries(item)) {
        const tag = canonicalTag(name)
        if (tag === undefined) continue
        tags.push(tag)
        if (typeof words === 'function') this.#loaders.set(tag, words)
        else packs.set(tag, words)
      }
    }
    this.#tags = tags
    this.#packs = packs
    this.#wanted = tags[0] ?? 'en'
    const [firstPack] = packs.keys()
    this.#locale = firstPack ?? this.#wanted
    this.#fallback = canonicalTag(fallbackLocale) ?? (tags.includes('en') ? 'en' : this.#wanted)
    if (process.env.NODE_ENV !== 'production') checkWords(layer, this.#report)
    if (layer.messages !== undefined || layer.fieldLabels !== undefined) this.#layers = [toLayer(layer)]
    this.#translatorIn = this.#makeTranslators()
    void this.load()
  }

  /** The default language, in its canonical spelling. */
  get locale(): string {
    return this.#locale
  }

  /**
   * Returns what finds words in a language; until its own are loaded, those of the fallback.
   *
   * @param tag BCP 47, also as `pt_BR`. @default the default language
   * @returns the translator; referentially stable until words or languages change
   * @example
   * registry.translator('nl').ui('close').text // 'Sluiten'
   */
  translator(tag: string = this.#locale): Translator {
    return this.#translatorIn(this.#canonical(tag))
  }

  /** Whether the words of a language are there, or have failed to come. @param tag as for {@link load} */
  isReady(tag: string = this.#wanted): boolean {
    const source = this.#sourceOf(this.#canonical(tag))
    return this.#packs.has(source) || !this.#loaders.has(source) || this.#failed.has(source)
  }

  /**
   * Fetches the words of a language; those that failed to come are fetched again.
   *
   * @param tag BCP 47, also as `pt_BR`; a language without words gets those of the fallback. @default the default language
   * @returns nothing when the words are there already, else a promise that never rejects
   * @example
   * await registry.load('nl') // on a server, before it renders
   */
  load(tag: string = this.#wanted): Promise<void> | undefined {
    const wanted = this.#canonical(tag)
    const source = this.#sourceOf(wanted)
    if (closest(wanted, [source]).length === 0) this.#report('unknown-locale', wanted, source)
    const load = this.#packs.has(source) ? undefined : this.#loaders.get(source)
    if (load === undefined) return undefined
    const loading = this.#loading.get(source) ?? this.#fetch(source, load)
    this.#loading.set(source, loading)
    return loading
  }

  /**
   * Changes the default language. The old one stays until the words are there; the last call wins.
   *
   * @param tag as for {@link load}
   * @returns nothing when the words are there already, else a promise that never rejects
   * @example
   * await registry.setLocale('nl')
   */
  setLocale(tag: string): Promise<void> | undefined {
    this.#wanted = this.#canonical(tag)
    const loading = this.load()
    if (loading === undefined && this.#wanted !== this.#locale) this.#change()
    return loading
  }

  /**
   * Lays words and labels over those that are there, newer over older.
   *
   * @returns a function that takes them away
   * @example
   * registry.add({ messages: { en: { codes: { FORBIDDEN: 'Ask your manager' } } } })
   */
  add(layer: MessageLayer): () => void {
    if (process.env.NODE_ENV !== 'production') checkWords(layer, this.#report)
    const added = toLayer(layer)
    this.#layers = [added, ...this.#layers]
    this.#change()
    return () => {
      this.#layers = this.#layers.filter((other) => other !== added)
      this.#change()
    }
  }

  #canonical(tag: string): string {
    const canonical = canonicalTag(tag)
    if (canonical === undefined) this.#report('unknown-locale', tag, this.#fallback)
    return canonical ?? this.#fallback
  }

  /** The language whose words are shown for a wanted one: itself, a related one, else the fallback. */
  #sourceOf(wanted: string): string {
    if (this.#tags.includes(wanted)) return wanted
    return [wanted, this.#fallback].flatMap((tag) => closest(tag, this.#tags))[0] ?? this.#fallback
  }

  async #fetch(tag: string, load: LocaleLoader): Promise<void> {
    const fetchPack = async (): Promise<LocalePack> => {
      const loaded = await load()
      const pack = [loaded, ...Object.values(loaded)].find(isPack)
      if (pack === undefined) throw new TypeError('no pack')
      return pack
    }
    this.#failed.delete(tag)
    try {
      // Tried twice: on a bad connection the second `import()` often succeeds.
      const pack = await fetchPack().catch(fetchPack)
      this.#packs = new Map([...this.#packs, [tag, pack]])
    } catch (cause) {
      this.#report('load-failed', tag, tag, cause)
      if (this.#sourceOf(this.#fallback) !== tag) await this.load(this.#fallback)
      this.#failed.add(tag)
    }
    this.#loading.delete(tag)
    this.#change()
  }

  #change(): void {
    if (this.isReady()) this.#locale = this.#wanted
    this.#translatorIn = this.#makeTranslators()
    this.#emitter.emit()
  }

  #makeTranslators(): (locale: string) => Translator {
    const from = { packs: this.#packs, layers: this.#layers, fallback: this.#fallback, report: this.#report }
    return memo((locale) => new Translator(locale, from))
  }
}

const isList = (locales: LocaleSource): locales is readonly (LocalePack | LocaleLoaders)[] => Array.isArray(locales)

const isPack = (value: unknown): value is LocalePack =>
  typeof own(value, 'locale') === 'string' && typeof own(value, 'codes') === 'object'

/** Reports each problem once, and at most 500: server-made keys must not fill the log. */
function reportOnce(onProblem: MessageRegistryOptions['onProblem']): ReportProblem {
  const known = new Set<unknown>()
  return (kind, about, locale, detail, template) => {
    const key = String(about).slice(0, 120)
    const id = template ?? `${kind} ${locale} ${key}`
    if (known.size >= 500 || known.has(id)) return
    known.add(id)
    attempt(() => onProblem?.({ kind, key, locale, detail }))
  }
}
