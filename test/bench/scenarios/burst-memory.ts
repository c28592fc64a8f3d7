import { burst, mountToasts, type BurstContender } from '../burst/measureBurst.js'
import type { Scenario } from '../Scenario.js'

export const scenario: Scenario<BurstContender> = {
  title: 'What is kept of 100,000 equal failures in one task',
  contenders: 'burst',
  floor: 'floor',
  rounds: 1,
  figures: { settled: {}, heap: { unit: 'MB', goal: 1 } },
  async run(contender) {
    await mountToasts(contender)
    // What is compiled and made once does not count.
    await burst(contender, 100, () => 'City')
    const before = await heap()
    const { settled } = await burst(contender, 100_000, () => 'Street')
    return { settled, heap: (await heap()) - before }
  },
}

declare global {
  interface Performance {
    /** Chromium only. */
    readonly memory?: { readonly usedJSHeapSize: number }
  }
}

/** Megabytes that cannot be collected. */
async function heap(): Promise<number> {
  await globalThis.gc?.({ type: 'major', execution: 'async' })
  return (performance.memory?.usedJSHeapSize ?? Number.NaN) / 1_000_000
}
