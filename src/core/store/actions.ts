import type { ApiErrorMetaValue } from '../types.js'
import type { ErrorStore } from './ErrorStore.js'
import { clearIssue, homesOf, isDealtWith, type FailureRecord, type FailureSource, type PlacedIssue } from './record.js'
import { report } from './reports.js'
import type { Scope } from './Surfaces.js'

/** The user edited a field: its issues are cleared, those of other fields stay. */
export function clearIssues(store: ErrorStore, scope: Scope, issues: readonly PlacedIssue[]): void {
  for (const { record, issue } of issues) clearIssue(record, scope.id, issue)
  for (const record of new Set(issues.map((placed) => placed.record))) {
    if (isDealtWith(record)) store.end(record, 'cleared')
    else store.changed(record)
  }
  store.notify()
}

/** The user closed a toast: what has no other home is closed, a failing query stays quiet until it recovers. */
export function dismissToast(store: ErrorStore, id: string): void {
  for (const record of store.toasts.delete(id)) {
    dismiss(store, record)
    // The next failure of the same request may wait for its decision, and would bring the toast back.
    for (const next of callsOf(store, record.source)) if (next !== record) dismiss(store, next)
  }
  store.notify()
}

function dismiss(store: ErrorStore, record: FailureRecord): void {
  record.dismissed = { gesture: store.surfaces.gesture, isEverywhere: false }
  store.place(record)
  if (record.source.type !== 'query' && homesOf(record).every((home) => home === 'toast')) {
    store.end(record, 'dismissed')
  } else store.history.note(record, 'dismissed')
  store.changed(record)
}

/** The failures of one request that are not closed. */
function callsOf({ records }: ErrorStore, { identity, call }: FailureSource): readonly FailureRecord[] {
  return identity === undefined ? [] : records.with(identity).filter(({ source }) => source.call === call)
}

/** The app has reset what calls a mutation: what its calls failed with goes. */
export function clearCalls(store: ErrorStore, identity: unknown): void {
  for (const record of store.records.with(identity)) store.end(record, 'cleared')
  store.notify()
}

/** A form was reset: what it was refused with goes, and what stands at its fields. */
export function resetForm(store: ErrorStore, form: object): void {
  for (const record of store.records.all()) if (record.source.gesture?.form === form) store.end(record, 'cleared')
  for (const scope of store.surfaces.scopes) scope.form?.clearIn(form)
  store.notify()
}

/** The user has taken a failure off the page, wherever it stands; a query that goes on failing stays quiet. */
export function dismissFailure(store: ErrorStore, record: FailureRecord): void {
  if (record.source.type === 'query') {
    record.dismissed = { gesture: store.surfaces.gesture, isEverywhere: true }
    store.toasts.remove(record)
    store.history.note(record, 'dismissed')
    store.changed(record)
  } else store.end(record, 'dismissed')
  store.notify()
}

/** Nobody watches a query any more: if it stays like that, what it failed with goes off the page. */
export function abandon(store: ErrorStore, identity: unknown): void {
  for (const record of store.records.with(identity)) store.touch(record)
}

/** The app has emptied its cache: no toast and no sign-in of before is for who comes next; what a form shows stays. */
export function forget(store: ErrorStore, identity: unknown, call: unknown): void {
  for (const record of callsOf(store, { type: 'mutation', scopeIds: [], identity, call })) {
    record.dismissed = { gesture: undefined, isEverywhere: false }
    if (homesOf(record).some((home) => home !== 'toast' && home !== 'auth')) store.toasts.remove(record)
    else store.end(record, 'left')
    store.changed(record)
  }
  store.notify()
}

/** What is noted when a request is sent: when it fails, its form may have unmounted. */
export function sending(
  { signIn, surfaces }: ErrorStore,
  scopeId: string | undefined,
  meta?: ApiErrorMetaValue,
): Pick<FailureSource, 'startedAt' | 'gesture'> & { readonly signsIn: boolean } {
  const isSaid = typeof meta === 'object' && meta.home === 'summary'
  const signsIn = isSaid || surfaces.scope(scopeId)?.form?.signsIn === true
  return { startedAt: signIn.now(), gesture: surfaces.gesture, signsIn }
}

/** The user tries again: sends everything that a toast stands for. */
export async function retryToast(store: ErrorStore, id: string): Promise<void> {
  const { toasts } = store
  toasts.setRetrying(id, true)
  toasts.notify()
  await Promise.all(toasts.records(id).map((record) => retry(store, record)))
  toasts.setRetrying(id, false)
  toasts.notify()
}

async function retry(store: ErrorStore, record: FailureRecord): Promise<void> {
  const { retry: send, type } = record.source
  if (send === undefined) return
  try {
    await send()
    store.close(record, 'recovered')
  } catch (failure) {
    // Failures of queries and mutations come back as cache events.
    if (type !== 'report') return
    report(store, failure, record.source)
    store.close(record, 'superseded')
  }
}
