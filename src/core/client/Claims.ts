import { isObject } from '../../internal/isObject.js'
import type { FailureRecord } from './FailureRecord.js'

/** A failure as a component knows it: the thrown value, and for results the time of the failure. */
export interface ClaimedSource {
  readonly failure: unknown
  /** `errorUpdatedAt` or `submittedAt`; tells equal primitives apart. */
  readonly stamp?: number | undefined
}

interface Claim extends ClaimedSource {
  readonly scopeId: string | undefined
}

/** Who says "I show this one", and what the app has dealt with itself. */
export class Claims {
  readonly #claims = new Set<Claim>()
  readonly #handled = new WeakSet<object>()
  #handledPrimitives: readonly unknown[] = []

  add(source: ClaimedSource, scopeId: string | undefined): () => void {
    const claim = { ...source, scopeId }
    this.#claims.add(claim)
    return () => {
      this.#claims.delete(claim)
    }
  }

  /** Whether anyone claims the failure; with a scope, whether anyone in it does. */
  has(record: FailureRecord, scopeId: string | undefined): boolean {
    for (const claim of this.#claims) {
      if ((scopeId === undefined || claim.scopeId === scopeId) && Claims.matches(claim, record)) return true
    }
    return false
  }

  /** Whether a record is the failure that a component means. */
  static matches({ failure, stamp }: ClaimedSource, record: FailureRecord): boolean {
    if (!Object.is(failure, record.failure) && failure !== record.error) return false
    return (
      isObject(failure) || stamp === undefined || record.source.stamp === undefined || stamp === record.source.stamp
    )
  }

  markHandled(failure: unknown): void {
    if (isObject(failure)) this.#handled.add(failure)
    else this.#handledPrimitives = [...this.#handledPrimitives, failure].slice(-10)
  }

  /** Whether the app has dealt with this failure; says so once, so that a later failure with the same value is shown. */
  takeHandled({ failure }: FailureRecord): boolean {
    if (isObject(failure)) return this.#handled.delete(failure)
    const index = this.#handledPrimitives.findIndex((handled) => Object.is(handled, failure))
    this.#handledPrimitives = this.#handledPrimitives.filter((_, position) => position !== index)
    return index >= 0
  }
}
