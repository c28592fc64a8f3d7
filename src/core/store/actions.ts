import type { ErrorStore } from './ErrorStore.js'
import { clearIssue, homesOf, isDealtWith, type FailureRecord, type PlacedIssue } from './record.js'
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
    record.isDismissed = true
    if (record.source.type !== 'query' && homesOf(record).every((home) => home === 'toast')) {
      store.end(record, 'dismissed')
    } else store.history.note(record, 'dismissed')
    store.changed(record)
  }
  store.notify()
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
    store.report(failure, record.source)
    store.close(record, 'superseded')
  }
}
