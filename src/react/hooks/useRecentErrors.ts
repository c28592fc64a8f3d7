'use client'

import { useSyncExternalStore } from 'react'
import type { HistoryEntry } from '../../core/store/FailureHistory.js'
import { useApiErrorClient } from '../provider/ClientContext.js'

/**
 * Returns the most recent failures, newest first, also those that were dismissed or made moot; at most 100.
 *
 * @returns one entry a failure; the same array until something changes
 * @example
 * const recent = useRecentErrors()
 * recent.map(({ id, error }) => <li key={id}>{error.code}</li>)
 */
export function useRecentErrors(): readonly HistoryEntry[] {
  const { history } = useApiErrorClient()
  return useSyncExternalStore(history.subscribe, history.list, history.list)
}
