import { useMutation } from '@tanstack/react-query'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReactNode } from 'react'
import { ApiErrorBoundary, Field } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { takeConsole } from '../setup/console.js'
import { messageOf, rejection, renderLive, untilPage, untilQuiet } from './renderLive.js'
import { traceEntries, type Trace } from './trace/entries.js'

// The tour of the code that the README, src/index.ts and presentError.ts give is the way that a failure really takes.
// Vitest's project `trace` runs this file, with every function of src telling when it is entered.

const read = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')

const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export function presentError/.exec(
  read('src/core/presentError.ts'),
)?.[1]
const summary = comment?.split('@param')[0] ?? ''

/** The stages: normalize, classify, route, localize. */
const stages = /(\w+(?: → \w+)+)/.exec(summary)?.[1]?.split(' → ') ?? []
const [normalize, classify, route, localize] = stages.map((stage) => `${stage}Error`)

/** Who takes them: ErrorStore.fail, ErrorStore.place, describeIssue. */
const [fail, place, describeIssue] = Array.from(summary.matchAll(/`((?:\w+\.)?\w+)`/g), ([, name]) => name)

/** What is entered, step by step; the functions of one step call each other. */
const TOUR = [[fail], [normalize], [place], [route, classify], [describeIssue], [localize], ['Text']]

let close: () => void = () => undefined
afterEach(async () => {
  close()
  await untilQuiet()
  takeConsole()
})

describe('the tour', () => {
  it('has the same stages in presentError.ts, in the README and in src/index.ts', () => {
    expect(stages, 'the doc comment of presentError names the stages: a → b → c → d').toHaveLength(4)
    const diagram = /thrown value ─▶ (.*) ─▶ render/.exec(read('README.md'))?.[1]
    expect(diagram?.split(' ─▶ '), 'correct the diagram of the README').toEqual(stages)
    const exported = Array.from(read('src/index.ts').matchAll(/export \{ (\w+) \} from '\.\/core\/(\w+)\/\1/g))
    const inOrder = exported.flatMap(([, name, folder]) => (name === `${folder}Error` ? [folder] : []))
    expect(inOrder, 'export the stages in their order; each lives in the folder of its name').toEqual(stages)
  })

  it('is the way of a failed mutation to its field', async () => {
    let send: () => void = () => undefined
    function Form(): ReactNode {
      const { mutate } = useMutation({ mutationFn: () => Promise.reject(rejection(['to'])) })
      send = mutate
      return <Field name="to" label="To" />
    }
    let trace: Trace | undefined
    const page = renderLive(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
      () => (trace = traceEntries()),
    )
    close = () => page.close()
    await untilQuiet()
    send()
    await untilPage(() => messageOf(document.querySelector('input')).includes(en.codes.PARAMETER_REQUIRED[1]))
    trace?.stop()

    const names = trace?.names() ?? []
    let at = 0
    for (const step of TOUR) {
      const found = step.map((name) => names.findIndex((each, index) => index >= at && `.${each}`.endsWith(`.${name}`)))
      expect(
        step.filter((_, index) => found[index] === -1),
        'not entered after the step before: correct the doc comment of presentError, the README and src/index.ts',
      ).toEqual([])
      at = Math.max(...found)
    }
  })
})
