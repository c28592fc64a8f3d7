import { fieldKeys } from './fieldKeys.js'
import { canonicalTag } from './localeChain.js'
import { own } from './own.js'
import type { MessageOverrides, Messages } from './Pack.js'
import { variantsIn } from './templatesIn.js'

/** Words that lie over those of the packs. */
export interface MessageLayer {
  readonly messages?: Messages | undefined
  /** Labels of fields by the server's name. */
  readonly fieldLabels?: Readonly<Record<string, string>> | undefined
  /** Id of the scope they are for. @default everywhere */
  readonly scope?: string | undefined
}

interface IndexedLayer extends MessageLayer {
  /** Its words by canonical tag. */
  readonly words: ReadonlyMap<string, MessageOverrides>
}

/** Holds the layers of the app and of its scopes, the newest first. */
export class LayerStore {
  #layers: readonly IndexedLayer[] = []
  #hasFieldWords = false
  #hasLabels = false
  #hasScopes = false

  /** Adds a layer; the returned function takes it away. */
  add(layer: MessageLayer): () => void {
    const words = new Map(
      Object.entries(layer.messages ?? {}).map(([tag, overrides]) => [canonicalTag(tag) ?? tag, overrides]),
    )
    const added = { ...layer, words }
    this.#keep([added, ...this.#layers])
    return () => this.#keep(this.#layers.filter((other) => other !== added))
  }

  /** Whether any layer has words for certain fields: then the same code can say something else at another. */
  get hasFieldWords(): boolean {
    return this.#hasFieldWords
  }

  /** Whether any layer is for one scope only: then the same code can say something else in another. */
  get hasScopes(): boolean {
    return this.#hasScopes
  }

  /** The layers that count, the innermost scope's first, the app's last. */
  of(scopes: readonly string[] = []): readonly IndexedLayer[] {
    return [...scopes, undefined].flatMap((scope) => this.#layers.filter((layer) => layer.scope === scope))
  }

  /** The label that the app gave to a field, by the server's name. */
  labelOf(fieldName: string, scopes?: readonly string[]): string | undefined {
    if (!this.#hasLabels) return undefined
    const labels = this.of(scopes).flatMap((layer) => fieldKeys(fieldName).map((key) => own(layer.fieldLabels, key)))
    return labels.flatMap(variantsIn)[0]
  }

  #keep(layers: readonly IndexedLayer[]): void {
    this.#layers = layers
    this.#hasFieldWords = layers.some(({ words }) => [...words.values()].some(({ fields }) => fields !== undefined))
    this.#hasLabels = layers.some(({ fieldLabels }) => fieldLabels !== undefined)
    this.#hasScopes = layers.some(({ scope }) => scope !== undefined)
  }
}
