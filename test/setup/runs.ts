import fc from 'fast-check'

/** Seconds for which generated tests go on, for `npm run test:long`; otherwise each has its usual number of cases. */
const SECONDS = Number(process.env.LONG ?? 0)

/** How long a generated test may take. */
export const LONGEST = SECONDS > 0 ? SECONDS * 1000 + 60_000 : 120_000

/** Checks a property with its usual number of cases, or for as long as was asked for; then says how many there were. */
export async function check<Values>(
  name: string,
  property: fc.IRawProperty<Values, boolean>,
  usual: number,
): Promise<void> {
  const time = SECONDS > 0 ? { numRuns: 100_000_000, interruptAfterTimeLimit: SECONDS * 1000 } : { numRuns: usual }
  const details = await fc.check(property, { ...time, markInterruptAsFailure: false })
  if (SECONDS > 0) process.stdout.write(`${name}: ${details.numRuns} cases\n`)
  if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? name, { cause: details.errorInstance })
}
