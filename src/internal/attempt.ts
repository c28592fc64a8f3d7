/** Runs what may throw; a throw counts as `undefined`, and is told to `onError`. */
export function attempt<T>(run: () => T, onError?: (error: unknown) => void): T | undefined {
  try {
    return run()
  } catch (error) {
    onError?.(error)
    return undefined
  }
}
