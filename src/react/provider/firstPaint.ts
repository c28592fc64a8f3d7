'use client'

import { useState } from 'react'
import type { ApiErrorClient } from '../../query/ApiErrorClient.js'

const painted = new WeakSet<ApiErrorClient>()

/** Notes that the page with this client's provider is there. */
export function markPainted(client: ApiErrorClient): void {
  painted.add(client)
}

/** Whether a component has come with the page itself: alerts that are there at load are not announced, so none is claimed. */
export function useIsFirstPaint(client: ApiErrorClient): boolean {
  const [isFirst] = useState(() => !painted.has(client))
  return isFirst
}
