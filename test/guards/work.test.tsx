import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { takeConsole } from '../setup/console.js'
import { messageOf, rejection, renderLive, untilPage, untilQuiet } from './renderLive.js'
import { traceEntries, type Trace } from './trace/entries.js'

// How much is done for one failure, in functions that are entered: exact, where times differ from run to run.
// Vitest's project `trace` runs this file, with every function of src telling when it is entered.

/** Lower these with each change that does less. */
const MOST = {
  entriesUntilText: 530, // goal: 350
  routings: 1,
  // React renders what throws a second time before it shows the boundary.
  renders: 2,
  // Title, text and next step, once each.
  wordings: 3,
}

/** What is counted by name; a function that is called otherwise now must be called so here too. */
const NAMES = {
  /** Finds the home of each issue of a failure. */
  routing: 'routeError',
  /** Renders what takes the place of the content. */
  render: 'ErrorStateView',
  /** Finds one of the texts of an issue. */
  wording: 'resolve',
}

let close: () => void = () => undefined
afterEach(async () => {
  close()
  await untilQuiet()
  takeConsole()
})

/** Renders, waits until it is quiet, and traces from the moment in which a request fails. */
async function traceFailure(
  content: ReactNode,
  fail: () => void,
  isShown: () => boolean,
  onShown: (trace: Trace) => void = () => undefined,
): Promise<Trace> {
  let trace: Trace | undefined
  // At once: what comes after the text is no part of the way to it.
  const observer = new MutationObserver(() => {
    if (trace !== undefined && isShown()) onShown(trace)
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const page = renderLive(content, () => (trace = traceEntries()))
  close = () => page.close()
  await untilQuiet()
  fail()
  await untilPage(isShown)
  observer.disconnect()
  if (trace === undefined) throw new Error('nothing has failed')
  return trace
}

/** Counts from the cache event of a failed mutation to the text beside its input. */
async function countUntilText(): Promise<Trace> {
  let fail: () => void = () => undefined
  function Form(): ReactNode {
    const { mutate } = useMutation({ mutationFn: () => Promise.reject(rejection(['to'])) })
    fail = mutate
    return (
      <form>
        <ErrorSummary />
        <Field name="to" label="To" />
      </form>
    )
  }
  const trace = await traceFailure(
    <ApiErrorBoundary>
      <Form />
    </ApiErrorBoundary>,
    () => fail(),
    () => messageOf(document.querySelector('input')).includes(en.codes.PARAMETER_REQUIRED[1]),
    (shown) => shown.stop(),
  )
  close()
  return trace
}

describe('a failed mutation', () => {
  it(`enters at most ${MOST.entriesUntilText} functions until its text stands beside the input`, async () => {
    // The least of some: where the scheduler lets React wait, the toasts are decided before the text is there.
    const traces = [await countUntilText(), await countUntilText(), await countUntilText(), await countUntilText()]
    const [least] = traces.toSorted((one, other) => one.total() - other.total())
    expect(least?.total()).toBeGreaterThan(0)
    expect(
      least?.total(),
      `do less, or raise MOST.entriesUntilText and say why; entered most:\n${least?.busiest()}`,
    ).toBeLessThanOrEqual(MOST.entriesUntilText)
  })
})

describe('a first load that fails in a boundary', () => {
  it(`is routed at most ${MOST.routings} times, rendered ${MOST.renders} times, and ${MOST.wordings} texts found`, async () => {
    let fail: (failure: unknown) => void = () => undefined
    const answer = new Promise<string>((_, reject) => (fail = reject))
    function Numbers(): ReactNode {
      const { data } = useQuery({ queryKey: ['numbers'], queryFn: () => answer })
      return <p>{data}</p>
    }
    const [title, , nextStep] = en.codes.PROPERTY_NOT_FOUND
    const trace = await traceFailure(
      <ApiErrorBoundary>
        <Numbers />
      </ApiErrorBoundary>,
      () => fail({ ResponseStatus: { ErrorCode: 'PROPERTY_NOT_FOUND', Message: 'No such property.' } }),
      () => [title, nextStep].every((text) => document.body.textContent.includes(text)),
    )
    // What is done again afterwards counts too.
    await untilQuiet()
    trace.stop()
    const most = { routing: MOST.routings, render: MOST.renders, wording: MOST.wordings }
    for (const what of ['routing', 'render', 'wording'] as const) {
      const count = trace.of(NAMES[what])
      expect(count, `no function is called ${NAMES[what]} now: correct NAMES.${what}`).toBeGreaterThan(0)
      expect(count, `${what}: ${NAMES[what]} is called more often than before`).toBeLessThanOrEqual(most[what])
    }
  })
})
