import { isObject } from '../../internal/isObject.js'
import type { ApiError } from '../ApiError.js'
import type { ApiErrorMetaValue, Home, Issue, Placement } from '../types.js'

/** One thing that the user did to send something; compared by identity. */
export interface Gesture {
  /** The form that was sent, or in which it was done. */
  form: object | undefined
  /** What was pressed, or the field in which Enter was. */
  readonly control: object
  /** Milliseconds since the epoch. */
  readonly time: number
  /** Whether it has submitted a form: that deletes nothing. */
  isSubmit: boolean
  /** Whether something was scrolled since: what leaves the page now need not leave by this gesture. */
  isScrolled: boolean
}

/** Where a failure came from. */
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
  /** `SignIn.now()` when the request was sent: from before the last sign-in, it needs only a retry. */
  readonly startedAt?: number | undefined
  /** What the user did to send it; `undefined` for what began by itself: a poll, an autosave, a check on blur. */
  readonly gesture?: Gesture | undefined
  /** Whether a form sent it that signs in: its 401 is about what was entered. */
  readonly signsIn?: boolean
  readonly hasData?: boolean
  /** The scopes, `undefined` for none, in which placeholder data is on screen: there it is as good as data. */
  readonly placeholderIn?: ReadonlySet<string | undefined>
  readonly watched?: boolean
  /** A suspense query, which throws to whatever boundary is nearest. */
  readonly isThrown?: boolean
  /** Thrown while rendering and caught by a boundary: no query and no mutation had it. */
  readonly isCaught?: boolean
  readonly meta?: ApiErrorMetaValue | undefined
  /** What it was called with, to recognize a later success of the same call. */
  readonly variables?: unknown
  /** Sends the same request again. */
  readonly retry?: (() => Promise<unknown>) | undefined
  /** Whether a component still watches it; otherwise it gets no new home when its home unmounts. */
  readonly isAlive?: () => boolean
}

/** A failure as a component knows it: the thrown value, and for results the time of the failure. */
export interface ClaimedSource {
  readonly failure: unknown
  /** `errorUpdatedAt` or `submittedAt`; tells equal primitives apart. */
  readonly stamp?: number | undefined
}

/** Why a failure is no longer shown. */
export type CloseReason = 'superseded' | 'recovered' | 'cleared' | 'dismissed' | 'left'

/** `pending` until its turn is decided; only an open failure can be a toast. */
export type RecordStatus = 'pending' | 'open' | { readonly closed: CloseReason }

/** How the user took a failure off the page. */
export interface Dismissal {
  readonly gesture: Gesture | undefined
  /** Whether it is shown nowhere; otherwise only its toast is gone. */
  readonly isEverywhere: boolean
}

/** One failure on its way from the event to its homes. Only the store writes to it. */
export interface FailureRecord {
  readonly id: string
  error: ApiError
  /** Its body is being read: nothing is placed before that. */
  isReading: boolean
  /** The thrown value, untouched. */
  readonly failure: unknown
  /** An app that reports the failure itself may say more of it. */
  source: FailureSource
  /** Milliseconds since the epoch. */
  readonly time: number
  /** When it failed, by the clock of `startedAt`. */
  readonly failedAt: number
  /** Failures of earlier tries whose toast goes once this one has its home. */
  readonly replaced: FailureRecord[]
  /** Grows with each failed try; a query that goes on failing keeps that of its first failure. */
  readonly attempt: number
  /** Scopes whose boundary shows it or is about to; `undefined` stands for a boundary outside of all scopes. */
  boundaries: ReadonlySet<string | undefined>
  /** Issues that the user has dealt with by editing. */
  cleared: ReadonlySet<Issue>
  /** Issues that a form showed that has gone: no toast takes them up. */
  left: ReadonlySet<Issue>
  /** The home of each issue, by scope. */
  placements: ReadonlyMap<string | undefined, readonly PlacedIssue[]>
  status: RecordStatus
  /** The app said that it deals with this failure itself. */
  isHandled: boolean
  /** The app reported it itself: it is to be shown, also where nobody watches. */
  isAsked: boolean
  /** The user dismissed it: it is not shown again until it recovers or the user tries again. */
  dismissed: Dismissal | undefined
  /** On its way to a boundary that is not on the page yet. */
  isExpected: boolean
  isReported: boolean
}

/** One issue with its home; of several fields, the first shows the message. */
export interface PlacedIssue extends Placement {
  readonly record: FailureRecord
}

export type NewRecord = Pick<
  FailureRecord,
  'id' | 'error' | 'failure' | 'source' | 'failedAt' | 'attempt' | 'isHandled'
>

const NOTHING: ReadonlySet<never> = new Set<never>()
const NOWHERE: FailureRecord['placements'] = new Map()

export function createRecord({ id, error, failure, source, failedAt, attempt, isHandled }: NewRecord): FailureRecord {
  return {
    id,
    error,
    failure,
    source,
    failedAt,
    replaced: [],
    isReading: false,
    attempt,
    isHandled,
    time: Date.now(),
    boundaries: NOTHING,
    cleared: NOTHING,
    left: NOTHING,
    placements: NOWHERE,
    status: 'pending',
    isAsked: false,
    dismissed: undefined,
    isExpected: source.isThrown === true,
    isReported: false,
  }
}

/** Why a record is closed; `undefined` while it is not. */
export function closeReasonOf({ status }: FailureRecord): CloseReason | undefined {
  return typeof status === 'object' ? status.closed : undefined
}

export function matches({ failure, stamp }: ClaimedSource, record: FailureRecord): boolean {
  if (!Object.is(failure, record.failure) && failure !== record.error) return false
  return isObject(failure) || stamp === undefined || record.source.stamp === undefined || stamp === record.source.stamp
}

/** The open issues of a failure that want a toast in any of its scopes, each once. */
export function issuesToToast(record: FailureRecord): readonly Issue[] {
  const issues = new Set<Issue>()
  for (const scopeId of record.placements.keys()) {
    for (const { home, issue } of openPlacements(record, scopeId))
      if (home === 'toast' && !record.left.has(issue)) issues.add(issue)
  }
  return [...issues]
}

/** The open issues that something other than a toast or the sign-in shows. */
export function shownElsewhere(record: FailureRecord): readonly Issue[] {
  const open = [...record.placements.keys()].flatMap((scopeId) => openPlacements(record, scopeId))
  return open.filter(({ home }) => home !== 'toast' && home !== 'auth').map(({ issue }) => issue)
}

/** The place has gone where these issues were shown. */
export function leave(record: FailureRecord, issues: readonly Issue[]): void {
  record.left = new Set([...record.left, ...issues])
}

/** The place of a failure has come back: what it showed is shown again. */
export function comeBack(record: FailureRecord): void {
  record.left = NOTHING
}

/** The issues that the record still has to show in a scope; of a group only the one whose message is shown. */
export function openPlacements(record: FailureRecord, scopeId: string | undefined): readonly PlacedIssue[] {
  const placed = record.dismissed?.isEverywhere === true ? [] : (record.placements.get(scopeId) ?? [])
  return placed.filter(({ speaker, issue }) => speaker === undefined && !record.cleared.has(issue))
}

/** The user has dealt with an issue, and with those of its group that show no message. */
export function clearIssue(record: FailureRecord, scopeId: string, issue: Issue): void {
  const others = (record.placements.get(scopeId) ?? []).filter(({ speaker }) => speaker === issue)
  record.cleared = new Set([...record.cleared, issue, ...others.map((other) => other.issue)])
}

/** A later try has replaced what a form shows of this one; issues with another home stay there. */
export function clearForm(record: FailureRecord): void {
  const inForm = [...record.placements.values()].flat().filter(({ home }) => home === 'field' || home === 'summary')
  record.cleared = new Set([...record.cleared, ...inForm.map(({ issue }) => issue)])
}

/** Sends a failure to the boundary of a scope, or with `undefined` to one outside of all scopes. */
export function addBoundary(record: FailureRecord, scopeId: string | undefined): void {
  record.boundaries = new Set([...record.boundaries, scopeId])
}

/** Takes a failure from a boundary; returns whether it was there. */
export function removeBoundary(record: FailureRecord, scopeId: string | undefined): boolean {
  const boundaries = new Set(record.boundaries)
  const wasThere = boundaries.delete(scopeId)
  record.boundaries = boundaries
  return wasThere
}

/** Whether the user or a later try has dealt with every issue of a record that is shown anywhere. */
export function isDealtWith({ error, cleared, placements }: FailureRecord): boolean {
  const placed = [...placements.values()].flat()
  const isHidden = (issue: Issue): boolean => {
    const own = placed.filter((placement) => placement.issue === issue)
    return own.length > 0 && own.every(({ home }) => home === 'none')
  }
  return error.issues.every((issue) => cleared.has(issue) || isHidden(issue))
}

/** The homes of a record's issues, in all its scopes; none before it was placed. */
export function homesOf({ placements }: FailureRecord): readonly Home[] {
  const homes: Home[] = []
  for (const placed of placements.values()) for (const { home } of placed) homes.push(home)
  return homes
}

/** Whether a failure can recover or be retried; a report without `retry` can only be dismissed. */
export function canChange({ source }: FailureRecord): boolean {
  return source.type !== 'report' || source.retry !== undefined
}
