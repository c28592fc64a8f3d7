import type { Fields } from '../Fields.js'
import { json } from '../respond.js'
import { limits } from '../vocabulary.js'

/** Answers with the part of a list that `Results_Count` and `Results_Skip` ask for. */
export function page(query: Fields, name: string, records: Iterable<unknown>): Response {
  const all = [...records]
  const count = query.integer('Results_Count', { min: 1, max: limits.pageSize }) ?? limits.pageSize
  const skipped = query.integer('Results_Skip', { min: 0, max: 1_000_000 }) ?? 0
  const start = query.integer('NextPageToken', { min: 0, max: 1_000_000 }) ?? skipped
  query.raise()
  const end = start + count
  const next = end < all.length ? String(end) : null
  return json({ TotalCount: all.length, NextPageToken: next, [name]: all.slice(start, end) })
}
