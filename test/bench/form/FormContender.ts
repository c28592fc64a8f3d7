import type { Rejection } from './payload.js'

/** What a contender gives the harness once its form is on the page. */
export interface Bridge {
  /** The form is sent; for contenders that know of it. Not measured. */
  send?(): void
  /** The server's answer has come. */
  reject(body: Rejection): void
  /** Takes all messages away. */
  clear(): void
}

/** One way to show the problems of a form: `aria-invalid`, and a message that `aria-describedby` leads to. */
export interface FormContender {
  readonly name: string
  /** Whether it also lists the problems in a summary; what is measured ends when both show. */
  readonly hasSummary: boolean
  mount(root: HTMLElement, bridge: (bridge: Bridge) => void): void
}
