import type { ApiError } from '../ApiError.js'
import type { ApiErrorMeta, Home, Issue, Placement } from '../types.js'

/** Where a failure came from, as the edge that saw it tells the store. */
export interface FailureSource {
  readonly type: 'query' | 'mutation' | 'report'
  /** What fails again and again under one identity: the query, or the observer that calls a mutation. */
  readonly identity?: unknown
  /** The query or the single call of a mutation; a retry keeps it. */
  readonly call?: unknown
  /** Whether a later call of the same observer has taken its place in a form. */
  readonly isLate?: boolean
  /** The query's or mutation's key; for reports. */
  readonly key?: readonly unknown[] | undefined
  /** The scopes that watch it; none means outside of every scope. */
  readonly scopeIds: readonly string[]
  /** Which call of its observer failed, from 1. */
  readonly attempt?: number
  /** Tells two failures with the same primitive value apart: `errorUpdatedAt` or `submittedAt`. */
  readonly stamp?: number | undefined
  /** `ErrorStore.now()` when the request was sent: one from before a sign-in needs no other. */
  readonly startedAt?: number | undefined
  readonly hasData?: boolean
  readonly watched?: boolean
  /** Thrown by what reads it, whoever catches it (suspense). */
  readonly isThrown?: boolean
  readonly meta?: ApiErrorMeta | undefined
  /** What it was called with, to recognize a later success of the same call. */
  readonly variables?: unknown
  /** Sends the same request again. */
  readonly retry?: (() => Promise<unknown>) | undefined
  /** Whether anything still waits for it; what nobody waits for is not shown again when its surface goes. */
  readonly isAlive?: () => boolean
}

/** Why a failure is no longer shown. */
export type CloseReason = 'superseded' | 'recovered' | 'cleared' | 'dismissed' | 'left'

/** One failure on its way from the event to its homes. */
export interface FailureRecord {
  readonly id: string
  readonly error: ApiError
  /** The thrown value, untouched. */
  readonly failure: unknown
  readonly source: FailureSource
  /** Milliseconds since the epoch. */
  readonly time: number
  /** Scopes whose boundary shows it or is about to; `undefined` stands for a boundary outside of all scopes. */
  readonly boundaries: Set<string | undefined>
  /** Issues that the user has dealt with by editing. */
  readonly cleared: Set<Issue>
  /** The home of each issue, by scope. */
  placements: ReadonlyMap<string | undefined, readonly PlacedIssue[]>
  /** `new` until the claims of this turn are known; only then can it become a toast. */
  phase: 'new' | 'settled' | 'closed'
  handled: boolean
  /** Why it is closed. */
  closed: CloseReason | undefined
  /** The user closed its toast: it is not shown again in this outage. */
  dismissed: boolean
}

/** One issue with where it stands; of several fields, the first carries the message. */
export interface PlacedIssue extends Placement {
  readonly record: FailureRecord
}

/** Makes the record of a failure that has just come. */
export function createRecord(id: string, error: ApiError, failure: unknown, source: FailureSource): FailureRecord {
  return {
    id,
    error,
    failure,
    source,
    time: Date.now(),
    boundaries: new Set(),
    cleared: new Set(),
    placements: new Map(),
    phase: 'new',
    handled: false,
    closed: undefined,
    dismissed: false,
  }
}

/** The issues that the record still has to show in a scope; of several items of one group, the one that speaks for all. */
export function openPlacements(record: FailureRecord, scopeId: string | undefined): readonly PlacedIssue[] {
  const open: PlacedIssue[] = []
  for (const placed of record.placements.get(scopeId) ?? []) {
    if (placed.speaker === undefined && !record.cleared.has(placed.issue)) open.push(placed)
  }
  return open
}

/** An issue and those that its message speaks for. */
export function issuesSpokenFor(record: FailureRecord, scopeId: string, spoken: Issue): readonly Issue[] {
  const issues = [spoken]
  for (const { issue, speaker } of record.placements.get(scopeId) ?? []) if (speaker === spoken) issues.push(issue)
  return issues
}

/** The homes of a record's issues, in all its scopes. */
export function homesOf({ placements }: FailureRecord): readonly Home[] {
  const homes: Home[] = []
  for (const placed of placements.values()) for (const { home } of placed) homes.push(home)
  return homes
}

/** Whether the user or a later try has dealt with every issue of a record. */
export function isDealtWith({ error, cleared }: FailureRecord): boolean {
  for (const issue of error.issues) if (!cleared.has(issue)) return false
  return true
}
