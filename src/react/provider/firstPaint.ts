'use client'

import { useState } from 'react'
import type { ErrorStore } from '../../core/store/ErrorStore.js'

const painted = new WeakSet<ErrorStore>()

/** Called in an effect of the provider: the first render of the page is committed. */
export function markPainted(store: ErrorStore): void {
  painted.add(store)
}

/** Whether a component is in the first render of the page: screen readers announce no alert that loads with it. */
export function useIsFirstPaint(store: ErrorStore): boolean {
  const [isFirst] = useState(() => !painted.has(store))
  return isFirst
}
