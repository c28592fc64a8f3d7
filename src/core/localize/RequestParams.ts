import type { Params } from '../types.js'
import { paramIn, type ParamSource } from './formatMessage.js'
import type { LayerStore } from './LayerStore.js'
import type { MessageRequest } from './MessageRequest.js'

/** What the words of a request with plain values are filled in with: these, and the label of its field. */
export class RequestParams implements ParamSource {
  readonly #request: MessageRequest
  readonly #layers: LayerStore

  constructor(request: MessageRequest, layers: LayerStore) {
    this.#request = request
    this.#layers = layers
  }

  param(name: string): Params[string] | undefined {
    const { params, label, fieldName = '', layers } = this.#request
    const given = paramIn(params, name)
    return given === undefined && name === 'label' ? (label ?? this.#layers.labelOf(fieldName, layers)) : given
  }
}
