import type { Params } from '../types.js'
import { paramIn, type ParamSource } from './formatMessage.js'
import type { LayerStore } from './LayerStore.js'
import type { MessageRequest } from './MessageRequest.js'

/** What the words of a request are filled in with: its own values, and the label of its field. */
export class RequestParams implements ParamSource {
  readonly #request: MessageRequest
  readonly #layers: LayerStore

  constructor(request: MessageRequest, layers: LayerStore) {
    this.#request = request
    this.#layers = layers
  }

  param(name: string): Params[string] | undefined {
    const { params } = this.#request
    const given = paramIn(params, name)
    if (given !== undefined || name !== 'label') return given
    const { label, fieldName = '', layers } = this.#request
    return label ?? this.#layers.labelOf(fieldName, layers)
  }
}
