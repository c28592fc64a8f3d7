import { attempt } from '../../internal/attempt.js'
import type { Issue } from '../types.js'
import type { ErrorStore } from './ErrorStore.js'
import { canChange, closeReasonOf, homesOf, issuesToToast, leave, type FailureRecord } from './record.js'
import { toastId } from './ToastQueue.js'
import { fieldsBeside } from './place.js'
import { warnOfFieldsBeside, warnOfMissingToaster } from './warnings.js'

/**
 * Runs after all claims of a turn: a new failure goes to history and `onReport`, and what nothing shows to a toast.
 *
 * @param wereElsewhere its issues that something other than a toast or the sign-in showed before this turn
 */
export function decide(store: ErrorStore, record: FailureRecord, wereElsewhere: readonly Issue[]): void {
  // Closed before its turn was decided: it is still reported.
  if (closeReasonOf(record) !== undefined) return report(store, record)
  store.place(record)
  if (isLeftBehind(store, record)) {
    store.end(record, 'left')
    return report(store, record)
  }
  if (record.status === 'pending') {
    record.status = 'open'
    store.history.note(record)
    report(store, record)
    if (homesOf(record).includes('auth')) store.signIn.ask(record)
    if (process.env.NODE_ENV !== 'production' && record.source.isAlive?.() === true)
      attempt(() => warnOfFieldsBeside(fieldsBeside(record, store.surfaces, store.options.catalog)))
  } else if (wereElsewhere.length > 0 && store.surfaces.isLeft(record)) {
    leave(record, wereElsewhere)
    // What a toast says lives on: nothing of it has left the page.
    if (record.dismissed !== undefined || issuesToToast(record).length === 0) return store.end(record, 'left')
  }
  showToast(store, record)
  // Nothing shows it, and it can neither recover nor be retried.
  if (!canChange(record) && homesOf(record).every((home) => home === 'none')) store.records.delete(record)
}

/** Whether the last component that watched a query has unmounted: its toast would be about another page. */
function isLeftBehind({ surfaces }: ErrorStore, record: FailureRecord): boolean {
  const { type, watched } = record.source
  const isWatchedQuery = type === 'query' && watched === true && record.boundaries.size === 0
  return (
    isWatchedQuery && record.dismissed === undefined && issuesToToast(record).length > 0 && surfaces.isAbandoned(record)
  )
}

function showToast(store: ErrorStore, record: FailureRecord): void {
  const { toasts, surfaces } = store
  const issues = record.dismissed !== undefined ? [] : issuesToToast(record)
  if (issues.length === 0) return toasts.remove(record)
  const id = toastId(record, issues, (code) => store.define(code, record.error))
  if (toasts.has(id, record)) return
  for (const gone of toasts.put(id, record, issues)) store.end(gone, canChange(gone) ? 'dismissed' : 'superseded')
  if (process.env.NODE_ENV !== 'production' && !surfaces.hasToaster) warnOfMissingToaster(record.error.code)
}

function report(store: ErrorStore, record: FailureRecord): void {
  if (record.isReported) return
  record.isReported = true
  const { type, key, attempt: tries = 1 } = record.source
  const closed = closeReasonOf(record)
  const homes = record.placements.size === 0 ? (['none'] as const) : homesOf(record)
  const { level } = store.define(record.error.code, record.error)
  const context = {
    type,
    key,
    homes,
    level,
    attempt: tries,
    closed,
    isSuperseded: closed === 'superseded',
  }
  attempt(
    () => store.options.onReport?.(record.error, context),
    (error) => store.internalError(error),
  )
}
