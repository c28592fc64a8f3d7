import { Emitter } from '../../internal/Emitter.js'
import type { Issue, Severity } from '../types.js'
import type { FailureRecord } from './FailureRecord.js'

/** Toasts beyond this many leave the queue, oldest first; they stay in the history. */
const CAPACITY = 100

/** One toast: failures that say the same, shown once with a count. */
export interface ApiToast {
  readonly id: string
  readonly severity: Severity
  /** The latest of the failures it stands for. */
  readonly record: FailureRecord
  /** The issues that have no other home. */
  readonly issues: readonly Issue[]
  /** How many failures it stands for; a failing query counts once in each outage. */
  readonly count: number
  /** Changes when it is to be announced again. */
  readonly revision: number
  /** `assertive` for what the user just did, `polite` for the background. */
  readonly politeness: 'assertive' | 'polite'
}

/** Keeps the toasts that wait to be dismissed; equal ones collapse into one. */
export class ToastQueue {
  readonly #emitter = new Emitter()
  readonly #members = new Map<string, Map<unknown, FailureRecord>>()
  #toasts: ReadonlyMap<string, ApiToast> = new Map()
  #list: readonly ApiToast[] | undefined
  #toasters = 0

  /** Tells what happens when a toast goes that nobody dismissed. */
  onEvict: (records: readonly FailureRecord[]) => void = () => undefined

  readonly subscribe = this.#emitter.subscribe

  /** The toasts, oldest first; the same array until something changes. */
  readonly list = (): readonly ApiToast[] => (this.#list ??= [...this.#toasts.values()])

  /** Whether a toaster is mounted. */
  get hasToaster(): boolean {
    return this.#toasters > 0
  }

  addToaster(): () => void {
    this.#toasters++
    return () => {
      this.#toasters--
    }
  }

  /** Shows a failure: in a toast of its own, or in the one that says the same. */
  show(id: string, record: FailureRecord, issues: readonly Issue[]): void {
    const members = this.#members.get(id) ?? new Map<unknown, FailureRecord>()
    const member = memberOf(record)
    const isAgain = members.get(member) === record
    const isSameOutage = members.has(member)
    members.set(member, record)
    this.#members.set(id, members)
    if (isAgain) return
    const before = this.#toasts.get(id)
    const politeness = record.source.type === 'query' ? 'polite' : 'assertive'
    const next = new Map(this.#toasts)
    next.set(id, {
      id,
      severity: issues[0]?.severity ?? 'error',
      record,
      issues,
      count: members.size,
      revision: (before?.revision ?? 0) + (isSameOutage && record.source.type === 'query' ? 0 : 1),
      politeness: before?.politeness === 'assertive' && isSameOutage ? 'assertive' : politeness,
    })
    if (next.size > CAPACITY) {
      const oldest = next.keys().next().value
      if (oldest !== undefined) {
        this.onEvict(this.records(oldest))
        this.#members.delete(oldest)
        next.delete(oldest)
      }
    }
    this.#replace(next)
  }

  /** The failures behind a toast. */
  records(id: string): readonly FailureRecord[] {
    return [...(this.#members.get(id)?.values() ?? [])]
  }

  /** Takes a failure out of the toasts, except of the one with the id `keep`; a toast without failures closes. */
  remove(record: FailureRecord, keep?: string): void {
    let next: Map<string, ApiToast> | undefined
    for (const [id, members] of this.#members) {
      const member = memberOf(record)
      if (id === keep || !members.delete(member)) continue
      next ??= new Map(this.#toasts)
      const toast = next.get(id)
      const latest = [...members.values()].at(-1)
      if (toast === undefined || latest === undefined) {
        this.#members.delete(id)
        next.delete(id)
      } else next.set(id, { ...toast, record: latest, count: members.size })
    }
    if (next !== undefined) this.#replace(next)
  }

  #replace(toasts: ReadonlyMap<string, ApiToast>): void {
    this.#toasts = toasts
    this.#list = undefined
    this.#emitter.emit()
  }
}

/** A query is one member however often it fails, and so is a call that is tried again. */
function memberOf(record: FailureRecord): unknown {
  return record.source.call ?? record
}
