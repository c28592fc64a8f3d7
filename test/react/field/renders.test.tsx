import { act, fireEvent } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field, useApiErrorClient } from '../../../src/index.js'
import { useScope } from '../../../src/react/provider/ScopeContext.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { failureOf } from '../form/renderForm.js'

const NAMES = Array.from({ length: 500 }, (_, index) => `field${index}`)
const BAD = NAMES.filter((_, index) => index % 5 === 2)

it('a rejected form of 500 fields renders the 100 fields whose controls get props, in one commit, and an edit one field and nothing else', async () => {
  const rendered: string[] = []
  const commits: string[] = []
  let reject: (failure: unknown) => void = () => undefined
  function Failing(): ReactNode {
    const client = useApiErrorClient()
    const scopeIds = [useScope()?.scope.id ?? '']
    reject = (failure) => client.fail(failure, { type: 'mutation', scopeIds })
    return null
  }
  const { apiErrors } = renderWithApiErrors(
    <Profiler id="all" onRender={(id) => commits.push(id)}>
      <ApiErrorBoundary>
        <Profiler id="summary" onRender={(id) => commits.push(id)}>
          <ErrorSummary />
        </Profiler>
        {NAMES.map((name) => (
          <Field key={name} name={name} label={name}>
            {(props) => {
              rendered.push(name)
              return <input {...props} />
            }}
          </Field>
        ))}
        <Failing />
      </ApiErrorBoundary>
    </Profiler>,
  )
  await settled()
  rendered.length = 0
  commits.length = 0

  act(() => reject(failureOf('PARAMETER_REQUIRED', BAD)))
  await settled()
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(100)
  expect(rendered.toSorted()).toEqual(BAD.toSorted())
  expect(commits).toEqual(['all'])

  rendered.length = 0
  commits.length = 0
  const lines = vi.spyOn(apiErrors.messages, 'labelled')
  fireEvent.input(document.querySelector('[name="field52"]') ?? document.body, { target: { value: 'x' } })
  await settled()
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(99)
  expect(rendered).toEqual(['field52'])
  expect(commits).toEqual(['all'])
  expect(lines).not.toHaveBeenCalled()
})
