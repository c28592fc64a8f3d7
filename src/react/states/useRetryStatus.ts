'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useRef } from 'react'
import type { FailureRecord } from '../../core/store/record.js'
import { StatusContext } from '../provider/StatusContext.js'

/** Returns what says aloud that the user tries again; the outcome is said after the state itself has gone. */
export function useRetryStatus(record: FailureRecord | undefined, isRetrying: boolean): () => void {
  const status = useContext(StatusContext)
  const queryClient = useContext(QueryClientContext)
  const wasRetrying = useRef(false)
  useEffect(() => status.prepare(), [status])
  useEffect(() => {
    // Failed again, or ended without a word: the next try is said again.
    if (wasRetrying.current && !isRetrying && status.get() === 'tryingAgain') status.say('ready')
    wasRetrying.current = isRetrying
  }, [status, isRetrying])
  return () => {
    if (record?.source.type === 'query') status.follow(record.source.identity, queryClient?.getQueryCache())
    else status.say('tryingAgain')
  }
}
