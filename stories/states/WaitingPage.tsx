import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiErrorBoundary, ensureOk } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** A page that says so while it waits for a connection. */
export function WaitingPage(): ReactNode {
  return (
    <>
      <h1>Phone numbers</h1>
      <ApiErrorBoundary>
        <Count />
      </ApiErrorBoundary>
    </>
  )
}

function Count(): ReactNode {
  const { data, fetchStatus } = useQuery({
    queryKey: ['count'],
    queryFn: async (): Promise<{ TotalCount: number }> => (await ensureOk(await telephonyFetch('/Numbers'))).json(),
  })
  if (data !== undefined) return <p role="status">{data.TotalCount} phone numbers</p>
  return <p role="status">{fetchStatus === 'paused' ? 'Waiting for a connection…' : 'Loading…'}</p>
}
