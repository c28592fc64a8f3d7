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
  /** Settles with the app's promise; an app that returned none may have taken up its work without saying so. */
  promise: Promise<boolean> | undefined
}

/** The sign-in flow: collects what fails for want of a sign-in, and asks for it once. */
export class SignIn {
  /** Tells that the app could not sign in, and why: what is open now needs another home. */
  readonly refusals = new Emitter<unknown>()
  readonly #onUnauthorized: OnUnauthorized | undefined
  /** Failures that no sign-in helps: it failed, or they came back after it. */
  readonly #refused = new WeakSet<FailureRecord>()
  /** What is being sent again: failing once more, it must not ask once more. */
  readonly #retrying = new Set<unknown>()
  #flow: Flow | undefined
  #time = 0
  #signedInAt = 0

  constructor(onUnauthorized: OnUnauthorized | undefined) {
    this.#onUnauthorized = onUnauthorized
  }

  /** Whether a sign-in can help this failure. */
  accepts(record: FailureRecord): boolean {
    return this.#onUnauthorized !== undefined && !this.#refused.has(record)
  }

  /** Hears of each failure as it comes: what fails again right after a sign-in is not helped by another. */
  heed(record: FailureRecord): void {
    const { call } = record.source
    if (call !== undefined && this.#retrying.has(call)) this.refuse(record)
  }

  /** Says that no sign-in helps a failure. */
  refuse(record: FailureRecord): void {
    this.#refused.add(record)
  }

  /** Counts on: an order of requests and sign-ins that does not depend on the clock. */
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
      // The failure comes back as an event.
    } finally {
      this.#retrying.delete(call)
    }
  }
}
