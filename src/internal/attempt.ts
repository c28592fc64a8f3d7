/** Runs what may throw on hostile values; a throw counts as `undefined`. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
