'use client'

import { useState } from 'react'
import type { ErrorStore } from '../../core/store/ErrorStore.js'

const painted = new WeakSet<ErrorStore>()

/** Notes that the page with this store's provider is there. */
export function markPainted(store: ErrorStore): void {
  painted.add(store)
}

/** Whether a component has come with the page itself: alerts that are there at load are not announced, so none is claimed. */
export function useIsFirstPaint(store: ErrorStore): boolean {
  const [isFirst] = useState(() => !painted.has(store))
  return isFirst
}
