import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ComponentType, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Scenario } from '../Scenario.js'
import { median, timeSync } from '../timing.js'

/** A boundary, and what it needs around all of them. */
export interface BoundaryContender {
  readonly name: string
  readonly Around: ComponentType<{ readonly children: ReactNode }>
  readonly Boundary: ComponentType<{ readonly children: ReactNode }>
}

const COUNT = 1_000
const RUNS = 10
const WARM_UP = 4

export const scenario: Scenario<BoundaryContender> = {
  title: '1,000 boundaries mount and unmount',
  contenders: 'boundary',
  floor: 'react-error-boundary',
  rounds: 11,
  figures: { both: {}, mount: { goal: 1.5 }, unmount: {} },
  async run({ name, Around, Boundary }) {
    const root = document.querySelector('#root') ?? document.body
    let show: (count: number) => void = () => undefined
    function Boundaries(): ReactNode {
      const [count, setCount] = useState(0)
      show = setCount
      return Array.from({ length: count }, (_, index) => (
        <Boundary key={index}>
          <i>{index}</i>
        </Boundary>
      ))
    }
    flushSync(() =>
      createRoot(root).render(
        <QueryClientProvider client={new QueryClient()}>
          <Around>
            <Boundaries />
          </Around>
        </QueryClientProvider>,
      ),
    )
    const timeShowing = async (count: number): Promise<number> => {
      const time = await timeSync(() => flushSync(() => show(count)))
      if (root.querySelectorAll('i').length !== count) throw new Error(`${name}: not ${count} are there`)
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
