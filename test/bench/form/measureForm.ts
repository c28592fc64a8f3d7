import { median } from '../timing.js'
import type { FormContender } from './FormContender.js'
import { openForm, type Timing } from './openForm.js'

/** Rejections and edits of a form that is warm. */
export async function measureForm(
  contender: FormContender,
  { runs, warmUp }: { readonly runs: number; readonly warmUp: number },
): Promise<Record<string, number>> {
  const form = await openForm(contender)
  const rejects: Timing[] = []
  const edits: Timing[] = []
  for (let run = 0; run < warmUp + runs; run++) rejects.push(await form.reject())
  for (let run = 0; run < warmUp + runs; run++) edits.push(await form.edit())
  const middle = (timings: readonly Timing[], part: keyof Timing): number =>
    median(timings.slice(warmUp).map((timing) => timing[part]))
  return {
    reject: middle(rejects, 'dom'),
    'reject, laid out': middle(rejects, 'layout'),
    edit: middle(edits, 'dom'),
    'edit, laid out': middle(edits, 'layout'),
  }
}

/** What {@link measureForm} finds; goals for one of ours. */
export const FORM_FIGURES = {
  reject: { goal: 2.5 },
  'reject, laid out': {},
  edit: { goal: 1.3 },
  'edit, laid out': {},
}
