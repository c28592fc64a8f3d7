import { homesOf, type FailureRecord } from './FailureRecord.js'

/** What is done with the records that a change of surfaces can have moved. */
export interface TouchedRecordsHandlers {
  /** At the end of this task: what forms show must not lag behind. */
  readonly onTaskEnd: (records: readonly FailureRecord[]) => void
  /** At the end of this turn, when claims are known; `wasShown` says that something other than a toast or the auth flow had it before. */
  readonly onTurnEnd: (record: FailureRecord, wasShown: boolean) => void
  readonly defer: (callback: () => void) => void
}

/** Collects the records to route again, so that many changes at once cost one pass. */
export class TouchedRecords {
  readonly #records = new Map<FailureRecord, boolean>()
  readonly #handlers: TouchedRecordsHandlers

  constructor(handlers: TouchedRecordsHandlers) {
    this.#handlers = handlers
  }

  add(records: readonly FailureRecord[]): void {
    for (const record of records) {
      if (record.phase === 'closed' || this.#records.has(record)) continue
      if (this.#records.size === 0) this.#schedule()
      this.#records.set(
        record,
        record.phase === 'settled' && !homesOf(record).some((home) => home === 'toast' || home === 'auth'),
      )
    }
  }

  #schedule(): void {
    queueMicrotask(() => this.#handlers.onTaskEnd([...this.#records.keys()].filter(isOpen)))
    this.#handlers.defer(() => {
      const touched = [...this.#records]
      this.#records.clear()
      for (const [record, wasShown] of touched) if (isOpen(record)) this.#handlers.onTurnEnd(record, wasShown)
    })
  }
}

const isOpen = ({ phase }: FailureRecord): boolean => phase !== 'closed'
