import type { OnReveal, Scope } from '../../core/client/Scope.js'
import type { PlacedIssue } from '../../core/client/FieldState.js'

/** How many frames a field that is being revealed may take to come onto the page. */
const MOST_FRAMES = 60

/**
 * Focuses the field that an issue is about; where the app says how fields are revealed, waits for that first.
 *
 * @returns false when there is no field, or none that can take focus
 */
export function focusLine(scope: Scope, line: PlacedIssue): boolean | Promise<boolean> {
  const { onReveal } = scope
  if (onReveal === undefined) return focusFieldOf(scope, line)
  return revealAndFocus(scope, line, onReveal)
}

async function revealAndFocus(scope: Scope, line: PlacedIssue, onReveal: OnReveal): Promise<boolean> {
  const name = line.fields[0] ?? line.issue.fieldName
  if (name === undefined || (await onReveal(name)) === false) return false
  for (let frame = 0; frame < MOST_FRAMES; frame++) {
    if (focusFieldOf(scope, line)) return true
    await nextFrame()
  }
  return false
}

/** A field that comes late has its place among the lines by now. */
function focusFieldOf(scope: Scope, { issue }: PlacedIssue): boolean {
  const name = scope.summary().lines.find((line) => line.issue === issue)?.fields[0]
  return name !== undefined && scope.field(name)?.focus() === true
}

const nextFrame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 16))
