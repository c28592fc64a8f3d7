import type { Definition } from '../types.js'
import type { Claims } from './Claims.js'
import type { Display } from './Display.js'
import type { FailureRecord } from './FailureRecord.js'
import type { ApiErrorClientOptions } from './options.js'
import { placeRecord } from './placeRecord.js'
import type { Scope } from './Scope.js'
import type { SignIn } from './SignIn.js'

/** Gives each issue of a failure its home, in every scope that is concerned. */
export class Router {
  readonly #options: ApiErrorClientOptions
  readonly #claims: Claims
  readonly #display: Display
  readonly #signIn: SignIn
  readonly #define: (code: string, record: FailureRecord) => Definition

  constructor(
    options: ApiErrorClientOptions,
    parts: {
      readonly claims: Claims
      readonly display: Display
      readonly signIn: SignIn
      readonly define: (code: string, record: FailureRecord) => Definition
    },
  ) {
    this.#options = options
    this.#claims = parts.claims
    this.#display = parts.display
    this.#signIn = parts.signIn
    this.#define = parts.define
  }

  route(record: FailureRecord): void {
    const scopes = this.#display.scopesOf(record)
    const regions: readonly (Scope | undefined)[] = scopes.length > 0 ? scopes : [undefined]
    record.handled ||= this.#claims.takeHandled(record)
    const rules = {
      policy: this.#options.policy,
      hasAuth: this.#signIn.accepts(record),
      define: (code: string) => this.#define(code, record),
    }
    record.placements = new Map(
      regions.map((scope) => {
        const isClaimed = record.handled || this.#claims.has(record, regions.length > 1 ? scope?.id : undefined)
        return [scope?.id, placeRecord(record, scope, { ...rules, isClaimed })]
      }),
    )
  }
}
