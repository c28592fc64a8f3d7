import type { PlacedIssue } from '../store/record.js'

/** What the summary of a form lists. */
export interface SummaryState {
  /** Issues of fields in the order of the page, then those without a field. */
  readonly lines: readonly PlacedIssue[]
  /** Grows with each failed try, so that an equal failure is announced and focused again. */
  readonly attempt: number
  /** Whether a failed try has brought these lines: what a later change leaves of them was announced already. */
  readonly isNew: boolean
  /** Whether the try was the user's: then the focus goes to what it failed for. */
  readonly isAnswer: boolean
  /** The lines that can lead nowhere as things stand. */
  readonly dead: ReadonlySet<PlacedIssue>
}

/** The summary of a form without problems. */
export const NO_SUMMARY: SummaryState = Object.freeze({
  lines: Object.freeze([]),
  attempt: 0,
  isNew: false,
  isAnswer: false,
  dead: new Set<PlacedIssue>(),
})
