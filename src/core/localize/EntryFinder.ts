import { hasPlaceholders } from './formatMessage.js'
import { LazyList } from './LazyList.js'
import type { LayerStore } from './LayerStore.js'
import { dirOf, localeChain } from './localeChain.js'
import { precedence, type MessageRequest, type Path } from './MessageRequest.js'
import { own } from './own.js'
import type { InterfaceWords, LocalePack, ResolvedText } from './Pack.js'
import { templatesIn, variantsIn, type Slot } from './templatesIn.js'

/** What stands at one place of a pack or a layer. */
export interface Entry {
  /** Such as `codes.FORBIDDEN`. */
  readonly key: string
  /** The language it is shown as. */
  readonly locale: string
  /** The best first. */
  readonly templates: readonly string[]
  /** What it always says, where the best has nothing to fill in. */
  readonly plain: ResolvedText | undefined
}

/** Where the words of a code are looked for, step after step. */
export type Steps = Readonly<Record<keyof ReturnType<typeof precedence>, LazyList<Entry>>>

/** Work is bounded: after so many codes everything is looked up again. */
const MOST_KNOWN = 500

/** Finds the places at which words stand: by language, then by layer, then by path. Remembers them until told to forget. */
export class EntryFinder {
  readonly #packs: ReadonlyMap<string, LocalePack>
  readonly #layers: LayerStore
  readonly #fallback: string
  readonly #steps = new Map<string, Steps>()
  readonly #words = new Map<string, LazyList<Entry>>()

  constructor(packs: ReadonlyMap<string, LocalePack>, layers: LayerStore, fallback: string) {
    this.#packs = packs
    this.#layers = layers
    this.#fallback = fallback
  }

  /** Words or the language have changed. */
  forget(): void {
    this.#steps.clear()
    this.#words.clear()
  }

  /** The entries for a code in one of its slots. */
  steps(locale: string, request: MessageRequest, slot: Slot): Steps {
    const { code, category, message, layers } = request
    const { hasFieldWords, hasScopes } = this.#layers
    let key = `${slot} ${category} ${code}`
    if (hasFieldWords || hasScopes || message !== undefined)
      key += JSON.stringify([message, hasScopes && layers, hasFieldWords && request.fieldName])
    const known = this.#steps.get(key)
    if (known !== undefined) return known
    const { custom, code: exact, category: general } = precedence(request)
    const find = (paths: readonly Path[]): LazyList<Entry> =>
      new LazyList(this.#find(locale, paths, (entry) => templatesIn(entry, slot), layers))
    const steps = { custom: find(custom), code: find(exact), category: find(general) }
    if (this.#steps.size >= MOST_KNOWN) this.#steps.clear()
    this.#steps.set(key, steps)
    return steps
  }

  /** The entries for a string of the interface. */
  words(locale: string, key: keyof InterfaceWords): LazyList<Entry> {
    const known = this.#words.get(key)
    if (known !== undefined) return known
    const words = new LazyList(this.#find(locale, [['ui', key]], variantsIn))
    this.#words.set(key, words)
    return words
  }

  /** Where words are looked up, each with the language they are shown as. Lazy: an exact hit needs no chain. */
  *tags(wanted: string): Generator<readonly [tag: string, shownAs: string]> {
    yield [wanted, wanted]
    for (const tag of localeChain(wanted)) yield [tag, wanted]
    for (const tag of localeChain(this.#fallback)) yield [tag, tag]
  }

  *#find(
    wanted: string,
    paths: readonly Path[],
    templatesOf: (entry: unknown) => readonly string[],
    scopes?: readonly string[],
  ): Generator<Entry> {
    const layers = this.#layers.of(scopes)
    for (const [tag, locale] of this.tags(wanted)) {
      for (const words of [...layers.map((layer) => layer.words.get(tag)), this.#packs.get(tag)]) {
        for (const path of paths) {
          const entry = path.reduce<unknown>(own, words)
          if (entry !== undefined) yield makeEntry(path.join('.'), locale, templatesOf(entry))
        }
      }
    }
  }
}

function makeEntry(key: string, locale: string, templates: readonly string[]): Entry {
  const [best] = templates
  const plain =
    best === undefined || hasPlaceholders(best) ? undefined : { text: best, locale, dir: dirOf(locale), generic: false }
  return { key, locale, templates, plain }
}
