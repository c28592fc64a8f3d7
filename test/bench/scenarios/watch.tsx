import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState, type ComponentType, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Scenario } from '../Scenario.js'
import { median, timeSync } from '../timing.js'

/** What stands around components with plain queries. */
export interface WatchContender {
  readonly name: string
  readonly Around: ComponentType<{ readonly children: ReactNode }>
}

const COUNT = 1_000
const RUNS = 10
const WARM_UP = 4

function Watcher(): ReactNode {
  const { data } = useQuery({ queryKey: ['one'], queryFn: () => 'here' })
  return <i>{data}</i>
}

export const scenario: Scenario<WatchContender> = {
  title: '1,000 components that watch one query mount and unmount',
  contenders: 'watch',
  floor: 'plain',
  rounds: 11,
  figures: { both: { goal: 1.1 }, mount: {}, unmount: {} },
  async run({ name, Around }) {
    const root = document.querySelector('#root') ?? document.body
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
    queryClient.setQueryData(['one'], 'here')
    let show: (count: number) => void = () => undefined
    function Watchers(): ReactNode {
      const [count, setCount] = useState(0)
      show = setCount
      return Array.from({ length: count }, (_, index) => <Watcher key={index} />)
    }
    flushSync(() =>
      createRoot(root).render(
        <QueryClientProvider client={queryClient}>
          <Around>
            <Watchers />
          </Around>
        </QueryClientProvider>,
      ),
    )
    // Effects, and so the subscriptions, are part of it: React runs them before it returns.
    const timeShowing = async (count: number): Promise<number> => {
      const time = await timeSync(() => flushSync(() => show(count)))
      const watching = queryClient
        .getQueryCache()
        .find({ queryKey: ['one'] })
        ?.getObserversCount()
      if (root.querySelectorAll('i').length !== count || watching !== count)
        throw new Error(`${name}: ${watching} instead of ${count} are watching`)
      return time
    }
    const mounts: number[] = []
    const unmounts: number[] = []
    for (let run = 0; run < WARM_UP + RUNS; run++) {
      mounts.push(await timeShowing(COUNT))
      unmounts.push(await timeShowing(0))
    }
    const [mount, unmount] = [median(mounts.slice(WARM_UP)), median(unmounts.slice(WARM_UP))]
    return { both: mount + unmount, mount, unmount }
  },
}
