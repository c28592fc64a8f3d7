import type { ErrorToast } from './useErrorToasts.js'

/**
 * The toasts on screen, newest first: those that failed last, and the one that has the focus.
 * What comes in or repeats never reorders the others.
 */
export function pickVisible(
  list: readonly ErrorToast[],
  limit: number,
  focusedId: string | undefined,
): readonly ErrorToast[] {
  const newest = [...list].reverse()
  const latest = new Set([...newest].sort((one, other) => other.time - one.time).slice(0, limit))
  return newest.filter((toast) => latest.has(toast) || toast.id === focusedId)
}
