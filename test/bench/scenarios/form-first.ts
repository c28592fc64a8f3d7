import type { FormContender } from '../form/FormContender.js'
import { openForm } from '../form/openForm.js'
import type { Scenario } from '../Scenario.js'

export const scenario: Scenario<FormContender> = {
  title: 'The first rejection in a fresh page: 4 of 20 fields',
  contenders: 'form',
  floor: 'floor-summary',
  // A page has one first rejection.
  rounds: 15,
  query: 'fields=20',
  figures: { 'first reject': { goal: 2 }, 'first reject, laid out': {} },
  async run(contender) {
    const { dom, layout } = await (await openForm(contender)).reject()
    return { 'first reject': dom, 'first reject, laid out': layout }
  },
}
