import type { PlacedIssue } from '../store/record.js'
import { sameItems } from './fieldStates.js'

/** What the summary of a form lists. */
export interface SummaryState {
  /** Issues of fields in the order of the page, then those without a field. */
  readonly lines: readonly PlacedIssue[]
  /** Grows with each failed try, so that an equal failure is announced and focused again. */
  readonly attempt: number
  /** Whether a new failure brought these lines; otherwise some have only gone, and the rest was announced before. */
  readonly isNew: boolean
  /** Whether it answers what the user did last: only then the focus moves. */
  readonly isAnswer: boolean
  /** Those that stand at a control without a place for messages: its form says them. */
  readonly plain: readonly PlacedIssue[]
  /** The lines that can lead nowhere as things stand. */
  readonly dead: ReadonlySet<PlacedIssue>
}

/** The summary of a form without problems. */
export const NO_SUMMARY: SummaryState = Object.freeze({
  lines: Object.freeze([]),
  attempt: 0,
  isNew: false,
  isAnswer: false,
  plain: Object.freeze([]),
  dead: new Set<PlacedIssue>(),
})

interface NextLines {
  readonly lines: readonly PlacedIssue[]
  /** Those of a new failed try. */
  readonly fresh: readonly PlacedIssue[]
  readonly isAnswer: boolean
  readonly plain: readonly PlacedIssue[]
  readonly canLead: (line: PlacedIssue) => boolean
}

/** What a summary lists next. Referentially stable while unchanged: required by useSyncExternalStore. */
export function nextSummary(before: SummaryState, { lines, fresh, isAnswer, plain, canLead }: NextLines): SummaryState {
  const isSame = sameItems(lines, before.lines)
  const [news] = fresh
  if (isSame && news === undefined) return sameItems(plain, before.plain) ? before : { ...before, plain }
  const known = new Set(before.lines)
  const isDead = (line: PlacedIssue): boolean => (known.has(line) ? before.dead.has(line) : !canLead(line))
  return {
    lines: isSame ? before.lines : lines,
    attempt: news?.record.attempt ?? before.attempt,
    isNew: news !== undefined,
    isAnswer,
    plain,
    dead: isSame ? before.dead : new Set(lines.filter(isDead)),
  }
}

/** The latest try that any of these issues is of. */
export function latestAttempt(placed: readonly PlacedIssue[]): number {
  return placed.reduce((latest, { record }) => Math.max(latest, record.attempt), 0)
}
