export class Emitter<Value = void> {
  readonly #listeners = new Set<(value: Value) => void>()

  /** Adds a listener; the returned function removes it. */
  readonly subscribe = (listener: (value: Value) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  emit(value: Value): void {
    for (const listener of this.#listeners) listener(value)
  }
}
