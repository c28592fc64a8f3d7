import type { ErrorCode } from './errorCodes.js'
import { Failure } from './respond.js'

/** Collects what is wrong with a request, so that one answer can report several fields. */
export class Problems {
  readonly #found: Failure[] = []

  /** Notes a problem and goes on. */
  add(code: ErrorCode, message: string, ...fieldNames: readonly string[]): void {
    this.#found.push(new Failure(code, message, fieldNames))
  }

  /** Ends the request if there is a problem: the first decides the code, and all with that code are reported. */
  raise(): void {
    const code = this.#found[0]?.code
    if (code === undefined) return
    const alike = this.#found.filter((problem) => problem.code === code)
    const messages = new Set(alike.map((problem) => problem.message))
    throw new Failure(
      code,
      [...messages].join(' '),
      alike.flatMap((problem) => problem.fieldNames),
    )
  }
}
