'use client'

import { useState } from 'react'
import type { FailureRecord } from '../../core/client/FailureRecord.js'
import type { ApiToast } from '../../core/client/ToastQueue.js'
import type { Params } from '../../core/types.js'
import { useMessages } from '../hooks/useMessages.js'
import { useTries } from '../hooks/useTries.js'
import { useWait } from '../hooks/useWait.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { heardIn } from './heardIn.js'
import type { Announce } from './useAnnouncements.js'

/** Sends the failed requests of a toast again, where that can help. */
export function useTryAgain(
  { id, record }: ApiToast,
  announce: Announce,
): {
  readonly canTryAgain: boolean
  readonly isTrying: boolean
  readonly isEarly: boolean
  readonly tries: Params | undefined
  readonly tryAgain: () => void
} {
  const client = useApiErrorClient()
  const { ui } = useMessages()
  const [isTrying, setTrying] = useState(false)
  const { meta, retry } = record.source
  const { isOn: isEarly } = useWait(record.error, record.time)
  const tries = useTries(record.error)

  return {
    canTryAgain:
      retry !== undefined &&
      (meta === false || meta?.retry !== false) &&
      client.define(record.error.code, record).retryable,
    isTrying,
    isEarly,
    tries,
    tryAgain: () => {
      if (isTrying || isEarly) return
      setTrying(true)
      announce('polite', [ui('tryingAgain')])
      // All queries, but of changes the latest only: the user may have sent the same one twice.
      const records = client.toasts.records(id).filter((each) => each === record || each.source.type === 'query')
      void Promise.all(records.map(send)).finally(() => setTrying(false))
    },
  }

  async function send(failed: FailureRecord): Promise<void> {
    try {
      await failed.source.retry?.()
      client.close(failed, 'recovered')
    } catch (failure) {
      // A query that fails again is one outage, but the user has asked and wants to hear.
      if (failed.source.type === 'query') heardIn(client.toasts).delete(id)
      // The caches tell of the failures of queries and mutations themselves.
      if (failed.source.type !== 'report') return
      client.report(failure, failed.source)
      client.close(failed, 'superseded')
    }
  }
}
