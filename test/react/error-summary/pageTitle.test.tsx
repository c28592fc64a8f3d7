import { useMutation } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, ErrorSummary, Field } from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { failureOf, renderForm } from '../form/renderForm.js'
import { ui } from '../../setup/words.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const fields = (
  <StrictMode>
    <Field name="to" label="To" />
    <Field name="from" label="From" />
  </StrictMode>
)

/** Titles are written after paint. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

describe("the page's title", () => {
  beforeEach(() => {
    document.title = 'Send a message'
  })

  it('says how many problems there are until the last one is cleared', async () => {
    const { submit } = renderForm(fields)
    await submit(missing('To', 'From', 'Elsewhere'))
    await waitFor(() => expect(document.title).toBe(ui('pageTitle', { title: 'Send a message', count: 3 })))
    await submit(missing('To', 'From'))
    await waitFor(() => expect(document.title).toBe(ui('pageTitle', { title: 'Send a message', count: 2 })))
    await userEvent.type(screen.getByLabelText('To'), 'x')
    await waitFor(() => expect(document.title).toBe(ui('pageTitle', { title: 'Send a message', count: 1 })))
    await userEvent.type(screen.getByLabelText('From'), 'x')
    await waitFor(() => expect(document.title).toBe('Send a message'))
  })

  it('is restored when the form goes, also to one that the app set meanwhile', async () => {
    const { submit, unmount } = renderForm(fields)
    await submit(missing('To'))
    await painted()
    document.title = 'Step 2'
    unmount()
    await painted()
    expect(document.title).toBe('Step 2')
  })

  it('is written once for one answer, and not again while it stays the same', async () => {
    const { submit } = renderForm(fields)
    const write = vi.spyOn(document, 'title', 'set')
    await submit(missing('To', 'From'))
    await painted()
    await userEvent.click(screen.getByLabelText('To'))
    await painted()
    expect(write).toHaveBeenCalledTimes(1)
    write.mockRestore()
  })

  // R7. The kind: the number is in the words of the language, with its plurals.
  it.each([
    [en, 1, '1 problem: Send a message'],
    [en, 12, '12 problems: Send a message'],
    [nl, 1, '1 probleem: Send a message'],
    [nl, 4, '4 problemen: Send a message'],
    [ar, 1, 'مشكلة واحدة: Send a message'],
    [ar, 2, 'مشكلتان: Send a message'],
    [ar, 3, '3 مشكلات: Send a message'],
  ] as const)('says it in the language: %o, %i', async ({ locale }, count, title) => {
    function Form(): ReactNode {
      const names = Array.from({ length: count }, (_, index) => `Field${index}`)
      const { mutate } = useMutation({ mutationFn: () => Promise.reject(missing(...names)) })
      return (
        <>
          <ErrorSummary />
          <button onClick={() => mutate()}>Send</button>
        </>
      )
    }
    const apiErrors = new ApiErrorClient({ locales: [en, nl, ar] })
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
      { apiErrors, locale },
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(document.title).toBe(title))
  })
})
