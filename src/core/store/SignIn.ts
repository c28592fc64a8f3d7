import { Emitter } from '../../internal/Emitter.js'
import { normalizeError } from '../normalize/normalizeError.js'
import type { ApiError } from '../ApiError.js'
import { closeReasonOf, type FailureRecord } from './record.js'

/**
 * What the app does when sign-in is missing: called once for any number of failures that wait for it.
 * A returned promise ends the wait when it settles; `retry` sends what failed again. When it rejects, what waited
 * is shown like any other failure.
 */
export type OnUnauthorized = (request: {
  readonly error: ApiError
  /** Sends again all that waits; resolves when the answers are there, and never rejects. */
  readonly retry: () => Promise<void>
}) => void | Promise<void>

interface Flow {
  waiting: readonly FailureRecord[]
  /** Settles with the app's promise; `undefined` for an app that returned none, whose sign-in has no known end. */
  promise: Promise<boolean> | undefined
}

/** Collects the failures that wait for a sign-in, and asks for it once. */
export class SignIn {
  /** Emits the reason when the app could not sign in: the waiting failures then need another home. */
  readonly refusals = new Emitter<unknown>()
  readonly #onUnauthorized: OnUnauthorized | undefined
  /** Failures that a sign-in does not help: it failed, or they came back after it. */
  readonly #refused = new WeakSet<FailureRecord>()
  /** Calls that are sent again after a sign-in: failing again, they must not ask for another. */
  readonly #retrying = new Set<unknown>()
  #flow: Flow | undefined
  #time = 0
  #signedInAt = 0

  constructor(onUnauthorized: OnUnauthorized | undefined) {
    this.#onUnauthorized = onUnauthorized
  }

  accepts(record: FailureRecord): boolean {
    return this.#onUnauthorized !== undefined && !this.#refused.has(record)
  }

  /** Called for each failure: one that comes back right after a sign-in is not helped by another. */
  heed(record: FailureRecord): void {
    const { call } = record.source
    if (call !== undefined && this.#retrying.has(call)) this.refuse(record)
  }

  refuse(record: FailureRecord): void {
    this.#refused.add(record)
  }

  /** A logical clock: orders requests and sign-ins, for which `Date.now()` can be equal. */
  now(): number {
    return ++this.#time
  }

  /** Lets a failure wait for the sign-in, and asks for it unless that is under way or was done meanwhile. */
  ask(record: FailureRecord): void {
    const { identity, call, startedAt } = record.source
    if (this.#flow === undefined && startedAt !== undefined && startedAt < this.#signedInAt)
      return void this.#retry(record)
    const flow = this.#flow
    const others = (flow?.waiting ?? []).filter(({ source }) => call === undefined || source.call !== call)
    const isRepeated =
      identity !== undefined && flow?.waiting.some(({ source }) => source.identity === identity) === true
    if (flow !== undefined && (flow.promise !== undefined || !isRepeated)) flow.waiting = [...others, record]
    else void this.#start(record.error, [...others, record])
  }

  /** Signs in, or joins the sign-in that is under way; resolves with whether it worked. */
  start(): Promise<boolean> {
    return this.#flow?.promise ?? this.#start(normalizeError({ status: 401 }), this.#flow?.waiting ?? [])
  }

  async #start(error: ApiError, waiting: readonly FailureRecord[]): Promise<boolean> {
    if (this.#onUnauthorized === undefined) return false
    const flow: Flow = { waiting, promise: undefined }
    this.#flow = flow
    try {
      const answer = this.#onUnauthorized({ error, retry: () => this.#retryAll(flow) })
      if (answer === undefined) return true
      flow.promise = this.#follow(flow, answer)
    } catch (reason) {
      flow.promise = this.#follow(flow, Promise.reject(reason))
    }
    return flow.promise
  }

  async #follow(flow: Flow, answer: Promise<void>): Promise<boolean> {
    try {
      await answer
      this.#signedInAt = this.now()
      return true
    } catch (reason) {
      this.refusals.emit(reason)
      return false
    } finally {
      this.#end(flow)
    }
  }

  #end(flow: Flow): void {
    if (this.#flow === flow) this.#flow = undefined
  }

  async #retryAll(flow: Flow): Promise<void> {
    this.#end(flow)
    this.#signedInAt = this.now()
    const records = flow.waiting.filter((record) => closeReasonOf(record) === undefined)
    flow.waiting = []
    await Promise.all(records.map((record) => this.#retry(record)))
  }

  async #retry({ source: { call, retry } }: FailureRecord): Promise<void> {
    this.#retrying.add(call)
    try {
      await retry?.()
    } catch {
      // It comes back as a cache event.
    } finally {
      this.#retrying.delete(call)
    }
  }
}
