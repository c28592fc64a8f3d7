import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiError } from '../../src/index.js'

/** A part of a page that loads, unless `fail` makes a failure. */
export function FailingQuery({
  name,
  fail,
}: {
  readonly name: string
  readonly fail: () => ApiError | undefined
}): ReactNode {
  const query = useQuery({
    queryKey: [name],
    retry: false,
    queryFn: async () => {
      const failure = fail()
      if (failure !== undefined) throw failure
      return `${name}: loaded`
    },
  })
  return <p>{query.data ?? 'Loading…'}</p>
}
