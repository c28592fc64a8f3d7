import type { PlacedIssue } from '../store/record.js'
import type { OnReveal } from '../store/Surfaces.js'
import type { FieldHandle } from './FieldHandle.js'
import type { SummaryState } from './summaryState.js'

/** How many frames a field that is being revealed may take to come onto the page. */
const MOST_FRAMES = 60

/** A form, as far as its fields are led to. */
interface LitForm {
  readonly onReveal: OnReveal | undefined
  readonly summary: () => SummaryState
  field(name: string): FieldHandle | undefined
}

/** Whether a line can lead to its field, or with `isNow` whether that would take the focus at this moment. */
export function canLead(form: LitForm, { fields: [name], issue }: PlacedIssue, isNow = false): boolean {
  const field = name === undefined ? undefined : form.field(name)
  if (field !== undefined && field.canFocus?.(isNow) !== false) return true
  // What the app can bring to light need not be on the page yet.
  return !isNow && form.onReveal !== undefined && (field ?? issue.fieldName) !== undefined
}

/**
 * Focuses the field that an issue is about; where the app says how fields are revealed, waits for that first.
 *
 * @returns false when there is no field, or none that can take focus
 */
export async function focusLine(form: LitForm, line: PlacedIssue): Promise<boolean> {
  const { onReveal } = form
  if (onReveal === undefined) return focusNow(form, line)
  const name = line.fields[0] ?? line.issue.fieldName
  if (name === undefined || (await onReveal(name)) === false) return false
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    if (focusNow(form, line)) return true
    await new Promise((resolve) => setTimeout(resolve, 16))
  }
  return false
}

/** A field that comes late has its place among the lines by now. */
function focusNow(form: LitForm, { issue }: PlacedIssue): boolean {
  const name = form.summary().lines.find((line) => line.issue === issue)?.fields[0]
  return name !== undefined && form.field(name)?.focus() === true
}

/**
 * Brings to light what a failed try has brought: opens what is closed around messages, and focuses the first of them
 * if the try was the user's.
 *
 * @returns the problems that the app was asked to reveal, and could not
 */
export async function bringToLight(form: LitForm, placed: readonly PlacedIssue[]): Promise<readonly PlacedIssue[]> {
  const { lines, isNew, isAnswer, attempt } = form.summary()
  for (const { fields } of isNew ? lines : []) form.field(fields[0] ?? '')?.open?.()
  const canBeRevealed = ({ record, home, issue }: PlacedIssue): boolean =>
    home === 'toast' && issue.fieldName !== undefined && record.attempt >= attempt && record.source.type !== 'query'
  const elsewhere = form.onReveal === undefined ? [] : placed.filter(canBeRevealed)
  const failed: PlacedIssue[] = []
  for (const line of [...(isNew && isAnswer ? lines : []), ...elsewhere]) {
    if (line.issue.severity !== 'error') continue
    if (await focusLine(form, line)) break
    if (form.onReveal !== undefined) failed.push(line)
  }
  return failed
}
