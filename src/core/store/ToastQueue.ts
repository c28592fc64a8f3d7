import { Emitter } from '../../internal/Emitter.js'
import type { ApiError } from '../ApiError.js'
import type { Definition, Issue, Severity } from '../types.js'
import { canChange, type FailureRecord } from './record.js'

/** Toasts beyond this many leave the queue, oldest first; they stay in the history. */
const CAPACITY = 100

/** One toast: failures that say the same, shown once with a count. */
export interface ApiToast {
  readonly id: string
  readonly severity: Severity
  /** The latest of the failures it stands for. */
  readonly error: ApiError
  /** Milliseconds since the epoch: when that failed. */
  readonly time: number
  /** The issues that have no other home. */
  readonly issues: readonly Issue[]
  /** How many failures it stands for; a failing query counts once in each outage. */
  readonly count: number
  /** Changes when it is to be announced again. */
  readonly revision: number
  /** `assertive` for what the user just did, `polite` for the background. */
  readonly politeness: 'assertive' | 'polite'
  /** Whether what it stands for is being sent again. */
  readonly isRetrying: boolean
}

/** A toast as the components of this library see it. */
export interface QueuedToast extends ApiToast {
  /** Where `error` and `time` come from. */
  readonly record: FailureRecord
}

interface Entry {
  toast: QueuedToast
  /** Failures that can recover or be retried, by query or call. */
  readonly members: Map<unknown, FailureRecord>
  /** How many others there are, which can only be dismissed; of those the latest is kept. */
  count: number
  counted: FailureRecord | undefined
  /** The user pressed Try again: the outcome is announced, even if it is the same failure. */
  isAsked: boolean
}

/** The toasts, oldest first; equal failures share one. The store writes to it, and decides when to notify. */
export class ToastQueue {
  readonly #emitter = new Emitter()
  readonly #entries = new Map<string, Entry>()
  /** The toast that each member is in. */
  readonly #idOf = new Map<unknown, string>()
  #list: readonly QueuedToast[] | undefined = []
  /** Last announced revision by toast; kept here so that a toaster that mounts again repeats nothing. */
  readonly heard = new Map<string, number>()

  readonly subscribe = this.#emitter.subscribe
  readonly list = (): readonly QueuedToast[] =>
    (this.#list ??= Array.from(this.#entries.values(), ({ toast }) => toast))

  /** Tells the listeners, if anything has changed since the list was read; returns whether it has. */
  notify(): boolean {
    const hasChanged = this.#list === undefined
    if (hasChanged) this.#emitter.emit()
    return hasChanged
  }

  /**
   * Shows a failure: in a toast of its own, or in the one that says the same.
   *
   * @returns failures that are in no toast any more: those of the oldest toast beyond the capacity, and one that is
   *   only counted from now on
   */
  put(id: string, record: FailureRecord, issues: readonly Issue[]): readonly FailureRecord[] {
    const member = memberOf(record)
    const entry = this.#entries.get(id) ?? emptyEntry(id, record)
    if (this.#idOf.get(member) !== id) this.remove(record)
    this.#entries.set(id, entry)
    this.#idOf.set(member, id)

    const isSameOutage = record.source.type === 'query' && entry.members.has(member)
    const gone = canChange(record) || entry.counted === undefined ? [] : [entry.counted]
    for (const each of gone) this.#idOf.delete(each)
    if (canChange(record)) entry.members.set(member, record)
    else {
      entry.counted = record
      entry.count++
    }
    const { revision, politeness } = entry.toast
    const isUrgent = record.source.type !== 'query' || (isSameOutage && politeness === 'assertive')
    entry.toast = {
      id,
      severity: issues[0]?.severity ?? 'error',
      ...latest(record),
      issues,
      count: entry.members.size + entry.count,
      revision: isSameOutage && !entry.isAsked ? revision : revision + 1,
      politeness: isUrgent ? 'assertive' : 'polite',
      isRetrying: entry.toast.isRetrying,
    }
    entry.isAsked = false
    this.#list = undefined
    const [oldest] = this.#entries.size > CAPACITY ? this.#entries.keys() : []
    return oldest === undefined ? gone : [...gone, ...this.delete(oldest)]
  }

  has(id: string, record: FailureRecord): boolean {
    const { members, counted } = this.#entries.get(id) ?? {}
    return counted === record || members?.get(memberOf(record)) === record
  }

  /** The failures behind a toast, as far as they are kept. */
  records(id: string): readonly FailureRecord[] {
    const { members, counted } = this.#entries.get(id) ?? {}
    return [...(members?.values() ?? []), ...(counted === undefined ? [] : [counted])]
  }

  /** Try again has started or ended. */
  setRetrying(id: string, isRetrying: boolean): void {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    entry.isAsked ||= isRetrying
    entry.toast = { ...entry.toast, isRetrying }
    this.#list = undefined
  }

  /** Takes a failure out of its toast; a toast that stands for none any more closes. */
  remove(record: FailureRecord): void {
    const member = memberOf(record)
    const id = this.#idOf.get(member)
    const entry = id === undefined ? undefined : this.#entries.get(id)
    if (id === undefined || entry === undefined) return
    this.#idOf.delete(member)
    this.#list = undefined
    if (!entry.members.delete(member)) {
      entry.counted = undefined
      entry.count--
    }
    const count = entry.members.size + entry.count
    if (count === 0) this.#entries.delete(id)
    else entry.toast = { ...entry.toast, ...latest([...entry.members.values()].at(-1) ?? entry.toast.record), count }
  }

  delete(id: string): readonly FailureRecord[] {
    const records = this.records(id)
    for (const record of records) this.#idOf.delete(memberOf(record))
    if (this.#entries.delete(id)) this.#list = undefined
    return records
  }
}

/** What a toast says of the failure that it shows. */
const latest = (record: FailureRecord) => ({ record, error: record.error, time: record.time })

function emptyEntry(id: string, record: FailureRecord): Entry {
  const toast: QueuedToast = {
    id,
    severity: 'error',
    ...latest(record),
    issues: [],
    count: 0,
    revision: 0,
    politeness: 'polite',
    isRetrying: false,
  }
  return { toast, members: new Map(), count: 0, counted: undefined, isAsked: false }
}

/** The id of a toast: failures with the same words share one. */
export function toastId(
  { source: { meta }, error }: FailureRecord,
  issues: readonly Issue[],
  define: (code: string) => Definition,
): string {
  const { id, message, params: own } = meta === false ? {} : (meta ?? {})
  if (id !== undefined) return id
  const words = issues.map(({ code, fieldName, params, serverMessage }) => [
    code,
    fieldName,
    params,
    define(code).detail ? serverMessage : undefined,
  ])
  return JSON.stringify([message, own, error.code, words])
}

/** Identity within a toast: a query that fails again, or a call that is retried, counts once. */
function memberOf(record: FailureRecord): unknown {
  return canChange(record) ? (record.source.call ?? record) : record
}
