/** A list whose items are made when somebody first comes to them. */
export class LazyList<Item> {
  readonly #made: Item[] = []
  readonly #source: Iterator<Item>

  constructor(source: Iterator<Item>) {
    this.#source = source
  }

  /** The item at a position; `undefined` behind the last. */
  at(index: number): Item | undefined {
    while (index >= this.#made.length) {
      const next = this.#source.next()
      if (next.done === true) return undefined
      this.#made.push(next.value)
    }
    return this.#made[index]
  }
}
