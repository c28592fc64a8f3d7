import type { FormContender } from '../form/FormContender.js'
import { FORM_FIGURES, measureForm } from '../form/measureForm.js'
import type { Scenario } from '../Scenario.js'

export const scenario: Scenario<FormContender> = {
  title: 'The server rejects 4 of 20 fields; the user edits one',
  contenders: 'form',
  floor: 'floor-summary',
  rounds: 7,
  query: 'fields=20',
  figures: FORM_FIGURES,
  // Short enough for noise to show in a single one.
  run: (contender) => measureForm(contender, { runs: 15, warmUp: 10 }),
}
