/** What page code of several scenarios measures with. */

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => void nextTask().then(resolve)))

/** Waits until the page is idle; garbage of one run must not be collected in the time of the next. */
export async function idle(): Promise<void> {
  await nextFrame()
  globalThis.gc?.()
  await nextFrame()
}

/** Milliseconds of an action that is over when it returns. */
export async function timeSync(action: () => void): Promise<number> {
  await idle()
  const start = performance.now()
  action()
  return performance.now() - start
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
