import type { MessageRegistry } from '../../core/localize/MessageRegistry.js'
import type { Issue } from '../../core/types.js'

interface LastLabel {
  readonly label: string
  readonly locale: string
}

const labels = new WeakMap<Issue, LastLabel>()

/** Keeps what the field of an issue is called, for when it has gone from the page and its line in the summary stays. */
export function keepLabel(issue: Issue, { locale }: MessageRegistry, label: string): string {
  labels.set(issue, { label, locale })
  return label
}

/** What the field was called last; nothing if that was in another language. */
export function recallLabel(issue: Issue, { locale }: MessageRegistry): string | undefined {
  const last = labels.get(issue)
  return last?.locale === locale ? last.label : undefined
}
