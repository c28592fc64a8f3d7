import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiErrorBoundary, ensureOk, type Params, type PseudoCode } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'
import type { Simulation } from '../telephony-api/simulate.js'

/** What a story of one state says: what goes wrong, and what a user sees of it. */
export interface StateExampleProps {
  /** What the mock API is asked to do. */
  readonly simulate: Simulation
  /** How long the app waits for the answer, in milliseconds. */
  readonly timeout?: number
  /** The code whose words are shown. */
  readonly code: PseudoCode | 'FORBIDDEN'
  readonly params?: Params
  /** The server's own words, where they are offered. */
  readonly detail?: string
  /** Whether Try again is offered. */
  readonly canTryAgain: boolean
}

/** A page that loads something when it opens. */
export function FailingPage(props: StateExampleProps): ReactNode {
  return (
    <>
      <h1>Phone numbers</h1>
      <ApiErrorBoundary>
        <Numbers {...props} />
      </ApiErrorBoundary>
    </>
  )
}

function Numbers({ simulate, timeout }: StateExampleProps): ReactNode {
  const numbers = useQuery({
    queryKey: ['numbers', simulate],
    queryFn: async (): Promise<unknown> => (await send(simulate, timeout)).json(),
    // An app lets the library try again; a story shows what the user sees when that was in vain.
    retry: false,
  })
  return <p role="status">{numbers.isPending ? 'Loading…' : 'Loaded'}</p>
}

/** A list with an action. No form and no boundary. */
export function FailingAction({ simulate, timeout }: StateExampleProps): ReactNode {
  const release = useMutation({ mutationFn: async (): Promise<unknown> => (await send(simulate, timeout)).json() })
  return (
    <>
      <h1>Phone numbers</h1>
      <ul className="rows">
        <li>
          <bdi dir="ltr">+44 20 7946 0101</bdi>
          <button className="button" data-kind="secondary" type="button" onClick={() => release.mutate()}>
            Release
          </button>
        </li>
      </ul>
    </>
  )
}

async function send(simulate: Simulation, timeout: number | undefined): Promise<Response> {
  return ensureOk(
    await telephonyFetch('/Numbers', {
      simulate,
      ...(timeout === undefined ? {} : { signal: AbortSignal.timeout(timeout) }),
    }),
  )
}
