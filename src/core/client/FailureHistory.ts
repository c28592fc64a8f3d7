import { Emitter } from '../../internal/Emitter.js'
import type { ApiError } from '../ApiError.js'
import type { CloseReason, FailureRecord } from './FailureRecord.js'

const CAPACITY = 100

/** One line of the history: what failed, when, and why it is no longer shown. */
export interface HistoryEntry {
  readonly id: string
  readonly error: ApiError
  /** Milliseconds since the epoch. */
  readonly time: number
  /** `undefined` while it is shown. */
  readonly closed: CloseReason | undefined
}

/** The most recent failures, newest first, whatever became of them. */
export class FailureHistory {
  readonly #emitter = new Emitter()
  #entries: readonly HistoryEntry[] = []

  readonly subscribe = this.#emitter.subscribe
  readonly list = (): readonly HistoryEntry[] => this.#entries

  /** Adds a failure, or notes why it went. */
  note({ id, error, time }: FailureRecord, closed?: CloseReason): void {
    const entry = { id, error, time, closed }
    const isKnown = this.#entries.some((other) => other.id === id)
    this.#entries = isKnown
      ? this.#entries.map((other) => (other.id === id ? entry : other))
      : [entry, ...this.#entries].slice(0, CAPACITY)
    this.#emitter.emit()
  }
}
