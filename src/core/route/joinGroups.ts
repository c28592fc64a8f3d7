import type { Definition, Issue } from '../types.js'

/** An issue with what its code means and the fields that it names. */
export interface MatchedIssue {
  readonly issue: Issue
  readonly definition: Definition
  readonly fields: readonly string[]
  /** The issue of the same group whose message is shown in place of this one's. */
  readonly speaker?: Issue | undefined
}

/**
 * Joins a group for which the server sent one item per field: each item gets the fields of all, and the message of the
 * first is shown for all. An item that names several fields is a whole group already.
 */
export function joinGroups(matched: readonly MatchedIssue[]): readonly MatchedIssue[] {
  const groups = new Map<string, MatchedIssue[]>()
  for (const item of matched) {
    if (!item.definition.group || item.fields.length > 1) continue
    const key = JSON.stringify([item.issue.code, item.issue.index])
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  const joined = new Map<MatchedIssue, MatchedIssue>()
  for (const [speaker, ...others] of groups.values()) {
    if (speaker === undefined || others.length === 0) continue
    const fields = [...new Set([speaker, ...others].flatMap((item) => item.fields))]
    joined.set(speaker, { ...speaker, fields })
    for (const item of others) joined.set(item, { ...item, fields, speaker: speaker.issue })
  }
  return joined.size === 0 ? matched : matched.map((item) => joined.get(item) ?? item)
}
