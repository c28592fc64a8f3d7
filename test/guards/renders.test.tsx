import { useMutation } from '@tanstack/react-query'
import { Profiler, type ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field } from '../../src/index.js'
import { takeConsole } from '../setup/console.js'
import { rejection, renderLive, untilPage, untilQuiet } from './renderLive.js'

// What React renders when a form of 500 fields is rejected, and when one of them is edited: exact counts.

const NAMES = Array.from({ length: 500 }, (_, index) => `field${index}`)
const BAD = NAMES.filter((_, index) => index % 5 === 2)
const SUMMARY = 'summary'
const [EDITED = ''] = BAD

let close: () => void = () => undefined
afterEach(async () => {
  close()
  await untilQuiet()
  takeConsole()
})

const countInvalid = (): number => document.querySelectorAll('[aria-invalid="true"]').length

async function openForm() {
  let rendered: string[] = []
  let commits = new Set<number>()
  let reject: () => void = () => undefined
  const profile = (id: string, content: ReactNode): ReactNode => (
    <Profiler
      key={id}
      id={id}
      onRender={(_id, _phase, _actual, _base, _start, commitTime) => {
        rendered.push(id)
        commits.add(commitTime)
      }}
    >
      {content}
    </Profiler>
  )
  function Send(): ReactNode {
    const { mutate } = useMutation({ mutationFn: () => Promise.reject(rejection(BAD)) })
    reject = mutate
    return null
  }
  const page = renderLive(
    <ApiErrorBoundary>
      <form>
        {profile(SUMMARY, <ErrorSummary disableAutoFocus />)}
        {NAMES.map((name) => profile(name, <Field name={name} label={name} />))}
        <Send />
      </form>
    </ApiErrorBoundary>,
  )
  close = () => page.close()
  await untilPage(() => document.querySelectorAll('input').length === NAMES.length)
  await untilQuiet()

  /** What renders, by then and a while later, in which commits. */
  async function rendersOf(action: () => void, invalid: number) {
    rendered = []
    commits = new Set()
    action()
    await untilPage(() => countInvalid() === invalid)
    await untilQuiet()
    return { rendered: rendered.toSorted(), commits: commits.size }
  }
  return {
    reject: () => rendersOf(() => reject(), BAD.length),
    edit: () =>
      rendersOf(() => {
        document.querySelector(`[name="${EDITED}"]`)?.dispatchEvent(new Event('input', { bubbles: true }))
      }, BAD.length - 1),
  }
}

it('a rejection renders the 100 rejected fields and the summary, in one commit', async () => {
  const form = await openForm()
  expect(await form.reject()).toEqual({ rendered: [...BAD, SUMMARY].toSorted(), commits: 1 })
})

it('an edit renders the edited field and the summary, in one commit', async () => {
  const form = await openForm()
  await form.reject()
  expect(await form.edit()).toEqual({ rendered: [EDITED, SUMMARY].toSorted(), commits: 1 })
})
