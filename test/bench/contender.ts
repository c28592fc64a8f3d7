import type { Rejection } from './payload.js'

/** What a contender gives the harness once its form of 500 inputs is on the page. */
export interface Bridge {
  /** The server's answer has come. */
  reject(body: Rejection): void
  /** Takes all messages away. */
  clear(): void
}

/** One way to show the problems of a form; messages carry the class `msg` or `rae-field-message`. */
export interface Contender {
  readonly name: string
  /** Whether it also lists the problems in a summary; what is measured ends when both show. */
  readonly hasSummary: boolean
  mount(root: HTMLElement, bridge: (bridge: Bridge) => void): void
}
