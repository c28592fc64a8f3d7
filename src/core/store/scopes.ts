import type { ErrorStore } from './ErrorStore.js'
import { closeReasonOf, comeBack, openPlacements, type FailureRecord, type PlacedIssue } from './record.js'
import type { Scope } from './Surfaces.js'

/** Failures of scopes that have unmounted; weak, as most scopes never come back. */
const left = new WeakMap<Scope, readonly FailureRecord[]>()

/** Adds a scope that is on screen; the returned function takes it away with what its form still showed. */
export function registerScope(store: ErrorStore, scope: Scope): () => void {
  const remove = store.surfaces.addScope(scope)
  // <Activity> runs the effects of hidden content again when it is shown: its failures come back.
  for (const record of left.get(scope) ?? []) {
    comeBack(record)
    if (closeReasonOf(record) === 'left') store.reopen(record)
    else if (closeReasonOf(record) === undefined) store.touch(record)
  }
  return () => {
    left.set(scope, store.records.inScope(scope.id))
    remove()
  }
}

/** The issues that a scope has to show, oldest failure first. */
export function placedIn({ records }: ErrorStore, scope: Scope): readonly PlacedIssue[] {
  return records.inScope(scope.id).flatMap((record) => openPlacements(record, scope.id))
}
