import type { FailureRecord, PlacedIssue } from '../store/record.js'
import type { OnReveal } from '../store/Surfaces.js'
import type { FieldHandle } from './FieldHandle.js'
import type { SentRecord } from './FieldRegistry.js'
import type { SummaryState } from './summaryState.js'

/** How many frames a revealed field may take to mount. */
const MOST_FRAMES = 60

/** A form, as far as its fields are led to. */
interface LitForm {
  readonly onReveal: OnReveal | undefined
  readonly summary: () => SummaryState
  field(name: string, record?: SentRecord): FieldHandle | undefined
}

/** Whether a line can lead to its field, or with `isNow` whether that would take the focus at this moment. */
export function canLead(form: LitForm, { fields: [name], issue, record }: PlacedIssue, isNow = false): boolean {
  const field = name === undefined ? undefined : form.field(name, record)
  if (field !== undefined && field.canFocus?.(isNow) !== false) return true
  // What the app can bring to light need not be on the page yet.
  return !isNow && form.onReveal !== undefined && (field ?? issue.fieldName) !== undefined
}

/**
 * Focuses the field that an issue is about; where the app says how fields are revealed, waits for that first.
 *
 * @param isWanted whether the focus is to move still: the user can have gone on meanwhile
 * @returns false when there is no field, or none that can take focus
 */
export async function focusLine(
  form: LitForm,
  line: PlacedIssue,
  isWanted: () => boolean = () => true,
): Promise<boolean> {
  const { onReveal } = form
  if (onReveal === undefined) return focusNow(form, line)
  const name = line.fields[0] ?? line.issue.fieldName
  if (name === undefined || (await onReveal(name)) === false) return false
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    if (!isWanted() || focusNow(form, line)) return true
    await new Promise((resolve) => setTimeout(resolve, 16))
  }
  return false
}

/** Looks the line up again: a field that mounted meanwhile is only in the current lines. */
function focusNow(form: LitForm, { issue, record }: PlacedIssue): boolean {
  const name = form.summary().lines.find((line) => line.issue === issue)?.fields[0]
  return name !== undefined && form.field(name, record)?.focus(record.source.gesture?.form) === true
}

/**
 * Brings to light what a failed try has brought: opens what is closed around messages, and focuses the first of them
 * if the try answers what the user did last.
 *
 * @returns the problems that the app could have revealed, and has not
 */
export async function bringToLight(
  form: LitForm,
  placed: readonly PlacedIssue[],
  { attempt, isAnswer }: { readonly attempt: number; readonly isAnswer: (record: FailureRecord) => boolean },
): Promise<readonly PlacedIssue[]> {
  const { lines } = form.summary()
  const fresh = lines.filter(({ record }) => record.attempt === attempt)
  for (const { fields, record } of fresh) form.field(fields[0] ?? '', record)?.open?.()
  const canBeRevealed = ({ record, home, issue }: PlacedIssue): boolean =>
    home === 'toast' && issue.fieldName !== undefined && record.attempt === attempt && record.source.type !== 'query'
  const elsewhere = form.onReveal === undefined ? [] : placed.filter(canBeRevealed)
  const isWanted = (): boolean => [...fresh, ...elsewhere].some(({ record }) => isAnswer(record))
  if (!isWanted()) return form.onReveal === undefined ? [] : fresh
  const failed: PlacedIssue[] = []
  for (const line of [...(fresh.length > 0 ? lines : []), ...elsewhere]) {
    if (line.issue.severity !== 'error') continue
    if (await focusLine(form, line, isWanted)) break
    if (form.onReveal !== undefined) failed.push(line)
  }
  return failed
}
