import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiErrorBoundary } from '../../src/index.js'
import type { PageExample } from './CodeExample.js'
import { sendRequest } from './sendRequest.js'

/** A page that loads something when it opens; the boundary shows what kept it from doing so. */
export function CodePage({ title, code }: PageExample): ReactNode {
  return (
    <>
      <h1>{title}</h1>
      <ApiErrorBoundary>
        <Content code={code} />
      </ApiErrorBoundary>
    </>
  )
}

function Content({ code }: Pick<PageExample, 'code'>): ReactNode {
  const record = useQuery({ queryKey: ['page', code], queryFn: () => sendRequest(code) })
  return <p role="status">{record.isPending ? 'Loading…' : 'Loaded'}</p>
}
