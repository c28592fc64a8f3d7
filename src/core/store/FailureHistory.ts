import { Emitter } from '../../internal/Emitter.js'
import type { ApiError } from '../ApiError.js'
import type { CloseReason, FailureRecord } from './record.js'
import { closeReasonOf } from './record.js'

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
  readonly #entries = new Map<string, HistoryEntry>()
  #list: readonly HistoryEntry[] | undefined = []

  readonly subscribe = this.#emitter.subscribe
  readonly list = (): readonly HistoryEntry[] => (this.#list ??= [...this.#entries.values()].reverse())

  note(record: FailureRecord, closed: CloseReason | undefined = closeReasonOf(record)): void {
    const { id, error, time } = record
    this.#entries.set(id, { id, error, time, closed })
    if (this.#entries.size > CAPACITY) this.#entries.delete(this.#entries.keys().next().value ?? '')
    this.#list = undefined
  }

  /** Tells the listeners, if anything has changed since the list was read; returns whether it has. */
  notify(): boolean {
    const hasChanged = this.#list === undefined
    if (hasChanged) this.#emitter.emit()
    return hasChanged
  }
}
