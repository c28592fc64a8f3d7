import type { ApiToast } from '../../core/client/ToastQueue.js'

/**
 * The toasts on screen, newest first: those that failed last, and the one that has the focus.
 * What comes in or repeats never reorders the others.
 */
export function pickVisible(
  list: readonly ApiToast[],
  limit: number,
  focusedId: string | undefined,
): readonly ApiToast[] {
  const newest = [...list].reverse()
  const latest = new Set([...newest].sort((one, other) => other.record.time - one.record.time).slice(0, limit))
  return newest.filter((toast) => latest.has(toast) || toast.id === focusedId)
}
