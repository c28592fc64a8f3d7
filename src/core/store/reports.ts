import { isObject } from '../../internal/isObject.js'
import type { ErrorStore } from './ErrorStore.js'
import { closeReasonOf, homesOf, type FailureRecord, type FailureSource } from './record.js'

/** What the app or a form says of a failure that it reports. */
type ReportedSource = Partial<FailureSource>

/**
 * The app tells of a failure. One that a query or a mutation carries is the same failure, whoever hears of it again:
 * it is shown where theirs is, and if that is nowhere, like any other report.
 */
export function report(store: ErrorStore, failure: unknown, said: ReportedSource = {}): void {
  const known = isObject(failure) ? store.told.get(failure) : undefined
  if (known === undefined) return void failAsReport(store, failure, said)
  if (closeReasonOf(known) === undefined) return ask(store, known, said)
  // It was over before anything showed it, such as a query that nobody keeps.
  const wasShown = closeReasonOf(known) === 'superseded' || homesOf(known).some((home) => home !== 'none')
  const record = wasShown ? undefined : failAsReport(store, failure, said)
  if (record === undefined || !isObject(failure)) return
  record.isReported = known.isReported
  store.told.set(failure, record)
}

function failAsReport(store: ErrorStore, failure: unknown, said: ReportedSource): FailureRecord | undefined {
  return store.fail(failure, { scopeIds: [], ...said, type: 'report', startedAt: store.signIn.now() })
}

function ask(store: ErrorStore, record: FailureRecord, said: ReportedSource): void {
  record.isAsked = true
  record.source = withWords(record.source, said)
  store.touch(record)
}

/** What a report can say of a failure that is known. */
function withWords(source: FailureSource, { key, meta, retry }: ReportedSource): FailureSource {
  return { ...source, key: key ?? source.key, meta: meta ?? source.meta, retry: retry ?? source.retry }
}

/**
 * A mutation's function ran a query, which has failed, or the app reported a failure before its cache told of it:
 * one failure, and the latest to tell knows most of it.
 */
export function absorb(store: ErrorStore, record: FailureRecord): void {
  const { type } = record.source
  if (type === 'report' || !isObject(record.failure)) return
  for (const inner of store.records.with(record.failure)) {
    const isReport = inner.source.type === 'report' && inner.boundaries.size === 0
    if (!isReport && (type !== 'mutation' || inner.source.type !== 'query')) continue
    record.isReported ||= inner.isReported
    record.isAsked ||= isReport || inner.isAsked
    if (isReport) record.source = withWords(record.source, inner.source)
    inner.isReported = true
    supersede(store, inner)
  }
}

function supersede(store: ErrorStore, inner: FailureRecord): void {
  if (inner.status === 'open') return store.end(inner, 'superseded')
  // Nobody has seen it yet: the history need not know of two.
  inner.status = { closed: 'superseded' }
  store.records.delete(inner)
}
