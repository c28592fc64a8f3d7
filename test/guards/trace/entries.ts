import { basename } from 'node:path'

declare global {
  /** Called by each function of `src` that {@link instrument} has seen. */
  var traceEntry: ((file: string, name: string) => void) | undefined
}

/** One call of a function. */
interface Entry {
  readonly file: string
  readonly name: string
}

/** What was entered. */
export interface Trace {
  stop(): void
  total(): number
  /** All functions in the order in which they were entered, such as `ErrorStore.fail` of ErrorStore.ts. */
  names(): readonly string[]
  /** How often functions of this name were entered. */
  of(name: string): number
  /** The functions that were entered most, for the message of a failing test. */
  busiest(): string
}

/** Notes each function that is entered from now on, until `stop()` is called. */
export function traceEntries(): Trace {
  const entries: Entry[] = []
  globalThis.traceEntry = (file, name) => entries.push({ file, name })
  return {
    stop: () => void (globalThis.traceEntry = undefined),
    total: () => entries.length,
    names: () => entries.map(({ file, name }) => `${basename(file).replace(/\.tsx?$/, '')}.${name}`),
    of: (wanted: string) => entries.filter(({ name }) => name === wanted).length,
    busiest: () => {
      const counts = new Map<string, number>()
      for (const { file, name } of entries) counts.set(`${file} ${name}`, (counts.get(`${file} ${name}`) ?? 0) + 1)
      return [...counts]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, 15)
        .map(([what, count]) => `${count} ${what}`)
        .join('\n')
    },
  }
}
