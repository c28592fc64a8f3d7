import type { FormContender } from '../form/FormContender.js'
import { FORM_FIGURES, measureForm } from '../form/measureForm.js'
import type { Scenario } from '../Scenario.js'

export const scenario: Scenario<FormContender> = {
  title: 'The server rejects 100 of 500 fields; the user edits one',
  contenders: 'form',
  floor: 'floor-summary',
  rounds: 7,
  query: 'fields=500',
  figures: FORM_FIGURES,
  run: (contender) => measureForm(contender, { runs: 5, warmUp: 3 }),
}
