import type { ToastQueue } from '../../core/client/ToastQueue.js'

const heard = new WeakMap<ToastQueue, Map<string, number>>()

/** Which revision of each toast was announced last; kept beside the queue, so that a toaster that mounts again does not repeat them. */
export function heardIn(toasts: ToastQueue): Map<string, number> {
  const known = heard.get(toasts) ?? new Map<string, number>()
  heard.set(toasts, known)
  return known
}
