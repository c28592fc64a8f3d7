import type { ApiError } from '../ApiError.js'
import { Claims, type ClaimedSource } from './Claims.js'
import type { FailureRecord } from './FailureRecord.js'

/** The failures that are not closed yet, oldest first, and the questions about them. */
export class FailureRecords {
  readonly #records = new Set<FailureRecord>()

  add(record: FailureRecord): void {
    this.#records.add(record)
  }

  delete(record: FailureRecord): void {
    this.#records.delete(record)
  }

  /** A copy, so that records can be closed on the way. */
  where(matches: (record: FailureRecord) => boolean): readonly FailureRecord[] {
    return [...this.#records].filter(matches)
  }

  /** The latest failure behind a thrown value or a result. */
  of(source: ClaimedSource): FailureRecord | undefined {
    return this.where((record) => Claims.matches(source, record)).at(-1)
  }

  /** The failure that a normalized error stands for. */
  ofError(error: ApiError): FailureRecord | undefined {
    return this.where((record) => record.error === error)[0]
  }

  /** The failure of a query that a mutation's function ran: one failure, and the mutation knows more of it. */
  ofInnerQuery(failure: unknown): FailureRecord | undefined {
    if (typeof failure !== 'object' || failure === null) return undefined
    return this.where((record) => record.source.type === 'query' && record.failure === failure)[0]
  }

  /** What one query, or one observer of mutations, has failed with. */
  withIdentity(identity: unknown): readonly FailureRecord[] {
    return this.where((record) => record.source.identity === identity)
  }

  /** What failed in a scope; the latest comes last. */
  inScope(scopeId: string): readonly FailureRecord[] {
    return this.where((record) => record.source.scopeIds.includes(scopeId))
  }

  /** What the boundary of a scope shows or is about to: a query throws only the first of several failures. */
  caughtIn(scopeId: string): readonly FailureRecord[] {
    return this.where((record) => record.boundaries.has(scopeId))
  }
}
