import { Emitter } from '../../internal/Emitter.js'
import { isObject } from '../../internal/isObject.js'
import { normalizeError } from '../normalize/normalizeError.js'
import type { ApiError } from '../ApiError.js'
import { closeReasonOf, type FailureRecord } from './record.js'

/**
 * What the app does when sign-in is missing: called once for any number of failures that wait for it.
 * A returned promise ends the wait when it settles; `retry` sends what failed again. When it rejects, what waited
 * is shown like any other failure. Without a promise the wait is for what was sent before the call.
 */
export type OnUnauthorized = (request: {
  readonly error: ApiError
  readonly retry: () => Promise<void>
}) => void | Promise<void>

interface Flow {
  waiting: readonly FailureRecord[]
  /** When the app was asked: what was sent before is part of the same burst. */
  readonly startedAt: number
  /** Settles with the app's promise; an app that returned none may have taken up its work without saying so. */
  promise: Promise<boolean> | undefined
  /** Whether the app has signed in, could not, or has had it all sent again. */
  isDone: boolean
  /** When the app said that it could not sign in. */
  refusedAt: number
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
  /** The latest. */
  #flow: Flow | undefined
  /** Queries for which the app was asked, and that have not succeeded since. */
  #askedFor = new WeakMap<object, Flow>()
  #time = 0
  /** When the last sign-in was done. */
  #signedInAt = 0

  constructor(onUnauthorized: OnUnauthorized | undefined) {
    this.#onUnauthorized = onUnauthorized
  }

  /** Whether a sign-in can help this failure. */
  accepts(record: FailureRecord): boolean {
    return this.#onUnauthorized !== undefined && !this.#refused.has(record)
  }

  /** Hears of each failure as it comes: what fails again after a sign-in is not helped by another. */
  heed(record: FailureRecord): void {
    if (record.error.status !== 401) return
    const { call, startedAt = 0 } = record.source
    const isAskedInVain = this.#askedForIt(record)?.isDone === true && startedAt > this.#signedInAt
    const isOfRefused = this.#flow !== undefined && startedAt < this.#flow.refusedAt
    if (this.#retrying.has(call) || isAskedInVain || isOfRefused) this.refuse(record)
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
    const { call, startedAt = 0 } = record.source
    const flow = this.#flow?.isDone === true ? undefined : this.#flow
    if (flow === undefined && startedAt < this.#signedInAt) return void this.#retry(record)
    const others = (flow?.waiting ?? []).filter(({ source }) => call === undefined || source.call !== call)
    const waiting = [...others.filter((other) => closeReasonOf(other) === undefined), record]
    // Without a promise nobody says when it is over: it is for what was sent after the app was asked.
    const isUnderWay = flow?.promise !== undefined || (flow !== undefined && startedAt < flow.startedAt)
    if (flow !== undefined && (isUnderWay || this.#askedForIt(record) !== undefined)) this.#wait(flow, waiting)
    else void this.#start(record.error, waiting)
  }

  /** Signs in, or joins the sign-in that is under way; resolves with whether it worked. */
  start(): Promise<boolean> {
    const flow = this.#flow?.isDone === true ? undefined : this.#flow
    return flow?.promise ?? this.#start(normalizeError({ status: 401 }), flow?.waiting ?? [])
  }

  /** A form that signs in was accepted: the next 401 is about another session. */
  signedIn(): void {
    this.#askedFor = new WeakMap()
    this.#signedInAt = this.now()
    if (this.#flow !== undefined && this.#flow.promise === undefined) this.#flow.isDone = true
  }

  /** A query has succeeded, or is no more. */
  recovered(identity: unknown): void {
    if (isObject(identity)) this.#askedFor.delete(identity)
  }

  #askedForIt({ source: { type, identity } }: FailureRecord): Flow | undefined {
    return type === 'query' && isObject(identity) ? this.#askedFor.get(identity) : undefined
  }

  #wait(flow: Flow, waiting: readonly FailureRecord[]): void {
    flow.waiting = waiting
    for (const { source } of waiting) if (isObject(source.identity)) this.#askedFor.set(source.identity, flow)
  }

  async #start(error: ApiError, waiting: readonly FailureRecord[]): Promise<boolean> {
    if (this.#onUnauthorized === undefined) return false
    const flow: Flow = { waiting: [], startedAt: this.now(), promise: undefined, isDone: false, refusedAt: 0 }
    this.#flow = flow
    this.#wait(flow, waiting)
    try {
      const answer: unknown = this.#onUnauthorized({ error, retry: () => this.#retryAll(flow) })
      // An arrow function returns whatever its navigation does.
      if (!isObject(answer) || !('then' in answer)) return true
      flow.promise = this.#follow(flow, answer)
    } catch (reason) {
      flow.promise = this.#follow(flow, Promise.reject(reason))
    }
    return flow.promise
  }

  async #follow(flow: Flow, answer: unknown): Promise<boolean> {
    try {
      await answer
      this.#signedInAt = this.now()
      return true
    } catch (reason) {
      flow.refusedAt = this.now()
      this.refusals.emit(reason)
      return false
    } finally {
      flow.isDone = true
    }
  }

  async #retryAll(flow: Flow): Promise<void> {
    flow.isDone = true
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
