import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Field } from '../../../src/index.js'
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

  it('says that there is an error until the last one is cleared', async () => {
    const { submit } = renderForm(fields)
    await submit(missing('To', 'From'))
    await waitFor(() => expect(document.title).toBe(ui('pageTitle', { title: 'Send a message' })))
    await userEvent.type(screen.getByLabelText('To'), 'x')
    await painted()
    expect(document.title).toBe(ui('pageTitle', { title: 'Send a message' }))
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
    await userEvent.type(screen.getByLabelText('To'), 'x')
    await painted()
    expect(write).toHaveBeenCalledTimes(1)
    write.mockRestore()
  })
})
