import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, ErrorSummary, Field, useErrorSummary } from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { plain, ui } from '../../setup/words.js'
import { settled } from '../../setup/settled.js'

const missing = (count: number) => ({
  ResponseStatus: {
    ErrorCode: 'PARAMETER_REQUIRED',
    Message: 'Required.',
    Errors: Array.from({ length: count }, (_, row) => ({ FieldName: `Rows[${row}].Sku` })),
  },
})

function Form({ failure }: { readonly failure: unknown }): ReactNode {
  const { mutate } = useMutation({ mutationFn: () => Promise.reject(failure) })
  return (
    <>
      <Field name="subject" label="Subject" />
      <button onClick={() => mutate()}>Save</button>
    </>
  )
}

async function reject(failure: unknown, summary: ReactNode = <ErrorSummary />, options = {}) {
  const apiErrors = new ApiErrorClient({ locales: [en], ...options })
  renderWithApiErrors(
    <ApiErrorBoundary>
      {summary}
      <Form failure={failure} />
    </ApiErrorBoundary>,
    { apiErrors },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await settled()
  return plain(screen.getAllByRole('alert')[0]?.textContent)
}

function Own(): ReactNode {
  const { lines, title, more, rootProps, alertProps } = useErrorSummary()
  return (
    <div {...rootProps}>
      <div {...alertProps}>{`${title.text}: ${lines.length}, ${more?.text ?? 'all'}`}</div>
    </div>
  )
}

/** A format of the app's own, which says that it has left some out. */
const parsers = [
  (body: unknown) =>
    typeof body === 'object' && body !== null && 'fault' in body
      ? { code: 'PARAMETER_REQUIRED', issues: [{ fieldName: 'To' }, { fieldName: 'Text' }], omittedIssues: 30 }
      : undefined,
]

// The kind: a failure has more problems than are kept of it.
describe('P35 more problems than are listed', () => {
  it('are counted in the heading, and said after the lines', async () => {
    const text = await reject(missing(1005))
    expect(text.startsWith(ui('summaryTitle', { count: 1005 }))).toBe(true)
    expect(text.endsWith(ui('moreIssues', { count: 5 }))).toBe(true)
  })

  it('are there for a summary of your own', async () => {
    expect(await reject(missing(1001), <Own />)).toBe(
      `${ui('summaryTitle', { count: 1001 })}: 1000, ${ui('moreIssues', { count: 1 })}`,
    )
  })

  it('are those too that a parser of the app has left out', async () => {
    const text = await reject({ fault: true }, <ErrorSummary />, { parsers })
    expect(text).toContain(ui('summaryTitle', { count: 32 }))
    expect(text.endsWith(ui('moreIssues', { count: 30 }))).toBe(true)
  })

  it('are not spoken of where all are listed', async () => {
    expect(await reject(missing(3), <Own />)).toBe(`${ui('summaryTitle', { count: 3 })}: 3, all`)
  })
})
