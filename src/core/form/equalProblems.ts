import type { ErrorStore } from '../store/ErrorStore.js'
import type { PlacedIssue } from '../store/record.js'

/** What two problems have in common that say the same at the same place; the words come from nothing else. */
function problemKey(store: ErrorStore, { issue, home, fields, record }: PlacedIssue): string {
  const { code, fieldName, params, serverMessage, severity, index } = issue
  const { meta, type } = record.source
  const { message, params: own } = meta === false ? {} : (meta ?? {})
  const detail = store.define(code, record.error).detail ? serverMessage : undefined
  const place = fields.length > 0 ? fields : fieldName
  const limits = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1))
  // The summary is the form's as its fields are: one of them may be hidden for one try, and not for the next.
  const where = home === 'summary' ? 'field' : home
  return JSON.stringify([where, place, code, limits, severity, index, detail, message, own, type])
}

/** Of problems that say the same at the same place, the one that came last stands for all. */
export function withoutEqual(store: ErrorStore, placed: readonly PlacedIssue[]): readonly PlacedIssue[] {
  if (placed.length < 2) return placed
  const latest = new Map<string, PlacedIssue>()
  for (const item of placed) latest.set(problemKey(store, item), item)
  return placed.length === latest.size ? placed : [...latest.values()]
}

/** All problems that say the same as one of these. */
export function withEqual(
  store: ErrorStore,
  some: readonly PlacedIssue[],
  all: readonly PlacedIssue[],
): readonly PlacedIssue[] {
  const keys = new Set(some.map((item) => problemKey(store, item)))
  return all.filter((item) => keys.has(problemKey(store, item)))
}
