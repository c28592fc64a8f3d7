/** One thing that is measured of a contender. */
export interface Figure {
  /** Without one: milliseconds, shown as a multiple of the floor's. */
  readonly unit?: string
  /** What this library should not exceed. */
  readonly goal?: number
}

/**
 * Something to measure. Node reads what it says of itself, and the page runs `run`: so a scenario's file does nothing
 * with the page before that.
 */
export interface Scenario<Contender> {
  readonly title: string
  /** The folder of its contenders. */
  readonly contenders: string
  /** The contender that the others are divided by. */
  readonly floor: string
  readonly rounds: number
  /** Of the page's address. */
  readonly query?: string
  readonly figures: Readonly<Record<string, Figure>>
  /** In a fresh page: finds one value for each figure. */
  run(contender: Contender): Promise<Readonly<Record<string, number>>>
}
