import type { ClaimedSource, FailureRecord } from './record.js'
import { matches } from './record.js'

/** The failures that are not closed, oldest first, indexed by each key that a lookup can have. */
export class FailureRecords {
  readonly #all = new Set<FailureRecord>()
  readonly #byKey = new Map<unknown, Set<FailureRecord>>()

  add(record: FailureRecord): void {
    this.#all.add(record)
    for (const key of keysOf(record)) {
      const records = this.#byKey.get(key)
      if (records === undefined) this.#byKey.set(key, new Set([record]))
      else records.add(record)
    }
  }

  delete(record: FailureRecord): void {
    this.#all.delete(record)
    for (const key of keysOf(record)) {
      const records = this.#byKey.get(key)
      if (records?.delete(record) === true && records.size === 0) this.#byKey.delete(key)
    }
  }

  /** All of them; a copy, so that records can be closed on the way. */
  all(): readonly FailureRecord[] {
    return [...this.#all]
  }

  /** The failures of a thrown value, of its normalized error, of a query or an observer, or of a scope. */
  with(key: unknown): readonly FailureRecord[] {
    const records = this.#byKey.get(key)
    return records === undefined ? NONE : [...records]
  }

  /** The latest failure behind a thrown value or a result. */
  of(source: ClaimedSource): FailureRecord | undefined {
    return this.with(source.failure)
      .filter((record) => matches(source, record))
      .at(-1)
  }

  latestIn(scopeId: string): FailureRecord | undefined {
    return this.inScope(scopeId)
      .filter(({ dismissed }) => dismissed?.isEverywhere !== true)
      .at(-1)
  }

  /** Failures of suspense queries, which throw to whatever boundary is nearest. */
  thrown(): readonly FailureRecord[] {
    return this.with(THROWN)
  }

  /** What the boundary of a scope shows or will show: several queries can fail, and React throws the first. */
  caughtIn(scopeId: string): readonly FailureRecord[] {
    const caught = [...this.inScope(scopeId), ...this.thrown()].filter(({ boundaries }) => boundaries.has(scopeId))
    return [...new Set(caught)]
  }

  /** What failed in a scope; the latest comes last. */
  inScope(scopeId: string): readonly FailureRecord[] {
    return this.with(scopeKey(scopeId))
  }
}

const NONE: readonly FailureRecord[] = []

const THROWN = Symbol('thrown')

// Thrown strings are keys too: the prefix keeps one from being equal to the id of a scope.
const scopeKey = (id: string): string => `react-api-errors scope ${id}`

function keysOf({ failure, error, source: { identity, isThrown, scopeIds } }: FailureRecord): readonly unknown[] {
  const keys: unknown[] = failure === error ? [error] : [failure, error]
  if (identity !== undefined) keys.push(identity)
  if (isThrown === true) keys.push(THROWN)
  for (const id of scopeIds) keys.push(scopeKey(id))
  return keys
}
