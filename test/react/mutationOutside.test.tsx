import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, FieldError } from '../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { fieldMessages, summaryLines, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'

const missing = (...fields: readonly string[]) => makeFailure('PARAMETER_REQUIRED', { fields })

/** A component that calls the mutation and renders what has the fields. */
function Outside({
  failure,
  children,
}: {
  readonly failure: unknown
  readonly children: (send: () => void) => ReactNode
}): ReactNode {
  const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure) })
  return children(() => mutate())
}

async function fail(failure: unknown, children: (send: () => void) => ReactNode, around = (page: ReactNode) => page) {
  renderWithApiErrors(around(<Outside failure={failure}>{children}</Outside>))
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
  return takeConsole()
}

// The kind: a mutation that is called where the fields that it fails at are not.
describe('P42 a mutation outside of the boundary that has its fields', () => {
  it('is told to the developer, with the fields and what to do', async () => {
    const told = await fail(missing('VatNumber', 'Iban'), (send) => (
      <ApiErrorBoundary>
        <Field name="vatNumber" label="VAT number" />
        <Field name="iban" label="IBAN" />
        <button onClick={send}>Send</button>
      </ApiErrorBoundary>
    ))
    // Names of its own: where files share a worker, a warning that was said is not said again.
    expect(told).toEqual([
      expect.stringMatching(/not called in: vatNumber, iban\. .+ Call useMutation\(\) in a component inside/),
    ])
    expect(toastTitles()).toHaveLength(1)
    expect(fieldMessages()).toEqual([])
  })

  it('is told where the fields are of a form', async () => {
    const told = await fail(missing('Sender.Name'), (send) => (
      <>
        <ApiForm onSubmit={() => undefined}>
          <input name="sender.name" aria-label="Name" />
          <FieldError name="sender.name" />
        </ApiForm>
        <button onClick={send}>Send</button>
      </>
    ))
    expect(told).toEqual([expect.stringMatching(/not called in: sender\.name\. .+ <ApiForm mutation=/)])
  })

  it('is told inside of another boundary, whose summary lists it', async () => {
    const told = await fail(
      missing('Subject'),
      (send) => (
        <ApiErrorBoundary>
          <Field name="subject" label="Subject" />
          <button onClick={send}>Send</button>
        </ApiErrorBoundary>
      ),
      (page) => (
        <ApiErrorBoundary>
          <ErrorSummary />
          {page}
        </ApiErrorBoundary>
      ),
    )
    expect(told).toEqual([expect.stringMatching(/not called in: subject\./)])
    expect(summaryLines()).toHaveLength(1)
  })

  it.each([
    { what: 'names no field', failure: makeFailure('HTTP_500') },
    { what: 'names fields that no form has', failure: missing('Project') },
  ])('is no mistake when it $what', async ({ failure }) => {
    const told = await fail(failure, (send) => (
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <button onClick={send}>Send</button>
      </ApiErrorBoundary>
    ))
    expect(told).toEqual([])
  })

  it('is no mistake when the form sends it', async () => {
    function Page(): ReactNode {
      const mutation = useMutation({ mutationFn: (_data: FormData) => Promise.reject(missing('Receiver')) })
      return (
        <ApiErrorBoundary>
          <ApiForm mutation={mutation}>
            <Field name="receiver" label="Receiver" />
            <button>Send</button>
          </ApiForm>
        </ApiErrorBoundary>
      )
    }
    renderWithApiErrors(<Page />)
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(fieldMessages()).toHaveLength(1)
    expect(takeConsole()).toEqual([])
  })
})
