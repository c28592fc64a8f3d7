import { burst, BURST_FIGURES, mountToasts, type BurstContender } from '../burst/measureBurst.js'
import type { Scenario } from '../Scenario.js'

export const scenario: Scenario<BurstContender> = {
  title: '10,000 equal failures in one task become toasts',
  contenders: 'burst',
  floor: 'floor',
  rounds: 5,
  figures: BURST_FIGURES,
  async run(contender) {
    await mountToasts(contender)
    return burst(contender, 10_000, () => 'Street')
  },
}
