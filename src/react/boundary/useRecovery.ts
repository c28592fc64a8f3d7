'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useRef } from 'react'
import { useErrorStore } from '../provider/ClientContext.js'

/** Calls back when the query whose failure is shown succeeds without the boundary: after a sign-in, or for another component. */
export function useRecovery(error: unknown, onRecovery: () => void): void {
  const { records } = useErrorStore()
  const queryClient = useContext(QueryClientContext)
  const latest = useRef(onRecovery)
  useEffect(() => {
    latest.current = onRecovery
  })
  useEffect(() => {
    const source = records.of({ failure: error })?.source
    if (source?.type !== 'query') return undefined
    return queryClient?.getQueryCache().subscribe((event) => {
      if (event.query === source.identity && event.type === 'updated' && event.action.type === 'success')
        latest.current()
    })
  }, [records, queryClient, error])
}
