import type { ApiError } from '../ApiError.js'
import type { FailureRecord } from './FailureRecord.js'

/**
 * What the app does when sign-in is missing: called once for any number of failures that wait for it.
 * A returned promise ends the wait when it settles; `retry` sends what failed again.
 */
export type OnUnauthorized = (request: { readonly error: ApiError; readonly retry: () => Promise<void> }) => void | Promise<void>

/** The auth flow: collects what fails for want of a sign-in, and asks for it once. */
export class SignIn {
  readonly #onUnauthorized: OnUnauthorized | undefined
  readonly #onError: (error: unknown) => void
  #waiting: FailureRecord[] | undefined

  constructor(onUnauthorized: OnUnauthorized | undefined, onError: (error: unknown) => void) {
    this.#onUnauthorized = onUnauthorized
    this.#onError = onError
  }

  ask(record: FailureRecord): void {
    const { identity } = record.source
    // The same query failing again means that the app took up its work without saying so: ask anew.
    const isRepeated = identity !== undefined && this.#waiting?.some((other) => other.source.identity === identity) === true
    if (this.#waiting !== undefined && !isRepeated) {
      this.#waiting.push(record)
      return
    }
    const waiting = [record]
    this.#waiting = waiting
    const end = (): void => {
      if (this.#waiting === waiting) this.#waiting = undefined
    }
    const retry = async (): Promise<void> => {
      end()
      await Promise.allSettled(waiting.splice(0).map(async (each) => each.source.retry?.()))
    }
    const run = async (): Promise<void> => {
      const answer = this.#onUnauthorized?.({ error: record.error, retry })
      if (answer === undefined) return
      await answer
      end()
    }
    run().catch((error: unknown) => {
      end()
      this.#onError(error)
    })
  }
}
