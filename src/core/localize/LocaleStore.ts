import { canonicalTag } from './localeChain.js'
import { own } from './own.js'
import type { LocalePack } from './Pack.js'

/** Loads a pack, or a module that exports one. */
export type LocaleLoader = () => Promise<LocalePack | Readonly<Record<string, unknown>>>

/** Loaders by BCP 47 tag. */
export type LocaleLoaders = Readonly<Record<string, LocaleLoader>>

/** Packs, loaders by tag, or both: `[en, { nl: () => import('react-api-errors/locales/nl') }]`. */
export type LocaleSource = readonly (LocalePack | LocaleLoaders)[] | LocaleLoaders

function isPack(value: unknown): value is LocalePack {
  return typeof own(value, 'locale') === 'string' && typeof own(value, 'codes') === 'object'
}

/** Holds the packs of all languages, by canonical tag, and loads those that are wanted. */
export class LocaleStore {
  readonly packs = new Map<string, LocalePack>()
  readonly #loaders = new Map<string, LocaleLoader>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #onFail: (tag: string, cause: unknown) => void

  constructor(source: LocaleSource, onFail: (tag: string, cause: unknown) => void) {
    this.#onFail = onFail
    for (const item of Array.isArray(source) ? source : [source]) {
      if (isPack(item)) this.packs.set(canonicalTag(item.locale) ?? '', item)
      else
        for (const [tag, loader] of Object.entries<LocaleLoader>(item))
          this.#loaders.set(canonicalTag(tag) ?? '', loader)
    }
  }

  /** The languages there are, those with a pack first. */
  get tags(): readonly string[] {
    return [...this.packs.keys(), ...this.#loaders.keys()].filter(Boolean)
  }

  /** Loads a language, once for all who wait; a failure is told and can be tried again. `undefined` when it has no loader. */
  load(tag: string): Promise<void> | undefined {
    const loader = this.#loaders.get(tag)
    const loading =
      this.#loading.get(tag) ?? (loader && this.#fetch(tag, loader).finally(() => this.#loading.delete(tag)))
    if (loading) this.#loading.set(tag, loading)
    return loading
  }

  async #fetch(tag: string, loader: LocaleLoader): Promise<void> {
    try {
      const loaded = await loader()
      const pack = [loaded, ...Object.values(loaded)].find(isPack)
      if (!pack) throw new TypeError('no pack')
      this.packs.set(tag, pack)
    } catch (cause) {
      this.#onFail(tag, cause)
    }
  }
}
