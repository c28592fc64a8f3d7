import { normalizeError } from '../normalize/normalizeError.js'
import type { ApiError } from '../ApiError.js'
import type { FailureRecord } from './FailureRecord.js'

/**
 * What the app does when sign-in is missing: called once for any number of failures that wait for it.
 * A returned promise ends the wait when it settles; `retry` sends what failed again. When it rejects, what waited
 * is shown like any other failure.
 */
export type OnUnauthorized = (request: {
  readonly error: ApiError
  readonly retry: () => Promise<void>
}) => void | Promise<void>

/** What {@link SignIn} tells of its course. */
export interface SignInHandlers {
  /** The app could not sign in: the failures that are open now need another home. */
  readonly onRefused: () => readonly FailureRecord[]
  readonly onError: (error: unknown) => void
}

interface Flow {
  waiting: readonly FailureRecord[]
  /** Settles with the app's promise; an app that returned none may have taken up its work without saying so. */
  promise: Promise<boolean> | undefined
}

/** The auth flow: collects what fails for want of a sign-in, and asks for it once. */
export class SignIn {
  readonly #onUnauthorized: OnUnauthorized | undefined
  readonly #handlers: SignInHandlers
  /** Failures that no sign-in helps: it failed, or they came back after it. */
  readonly #refused = new WeakSet<FailureRecord>()
  /** What is being sent again: failing once more, it must not ask once more. */
  readonly #retrying = new Set<unknown>()
  #flow: Flow | undefined
  #time = 0
  /** When the last sign-in was done. */
  #signedInAt = 0

  constructor(onUnauthorized: OnUnauthorized | undefined, handlers: SignInHandlers) {
    this.#onUnauthorized = onUnauthorized
    this.#handlers = handlers
  }

  /** Whether a sign-in can help this failure. */
  accepts(record: FailureRecord): boolean {
    if (this.#onUnauthorized === undefined) return false
    const { call } = record.source
    if (call !== undefined && this.#retrying.has(call) && record.phase === 'new') this.#refused.add(record)
    return !this.#refused.has(record)
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
    const waiting = [
      ...(flow?.waiting ?? []).filter((other) => call === undefined || other.source.call !== call),
      record,
    ]
    const isRepeated =
      identity !== undefined && flow?.waiting.some((other) => other.source.identity === identity) === true
    if (flow !== undefined && (flow.promise !== undefined || !isRepeated)) flow.waiting = waiting
    else void this.#start(record.error, waiting)
  }

  /** Signs in, or joins the sign-in that is under way; resolves with whether it worked. */
  start(): Promise<boolean> {
    return this.#flow?.promise ?? this.#start(normalizeError({ status: 401 }), this.#flow?.waiting ?? [])
  }

  async #start(error: ApiError, waiting: readonly FailureRecord[]): Promise<boolean> {
    const flow: Flow = { waiting, promise: undefined }
    this.#flow = flow
    const end = (): void => {
      if (this.#flow === flow) this.#flow = undefined
    }
    const retry = async (): Promise<void> => {
      end()
      this.#signedInAt = this.now()
      const records = flow.waiting.filter(({ phase }) => phase !== 'closed')
      flow.waiting = []
      await Promise.all(records.map((record) => this.#retry(record)))
    }
    const run = async (): Promise<boolean> => {
      try {
        await answer
        this.#signedInAt = this.now()
        return true
      } catch (reason) {
        this.#refuse(reason)
        return false
      } finally {
        end()
      }
    }
    let answer: void | Promise<void>
    try {
      answer = this.#onUnauthorized?.({ error, retry })
    } catch (reason) {
      answer = Promise.reject(reason)
    }
    if (answer === undefined) return this.#onUnauthorized !== undefined
    flow.promise = run()
    return flow.promise
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

  #refuse(reason: unknown): void {
    for (const record of this.#handlers.onRefused()) this.#refused.add(record)
    // A refused request is no defect; it is shown and reported where it failed.
    if (normalizeError(reason).kind === 'unknown') this.#handlers.onError(reason)
  }
}
