import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, ErrorSummary, Field } from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { watchLiveRegions } from '../../setup/watchLiveRegions.js'
import { ui, words } from '../../setup/words.js'
import { failureOf, SubmitForm } from '../form/renderForm.js'

const LINE = (label: string) => `${label}: ${words('PARAMETER_REQUIRED').text}`

function renderRejected({ hasLate = false } = {}) {
  const page = (isLate: boolean) => (
    <ApiErrorBoundary>
      <SubmitForm send={() => Promise.reject(failureOf('PARAMETER_REQUIRED', ['To', 'From']))}>
        <ErrorSummary />
        <Field name="to" label="To" />
        {(!hasLate || isLate) && <Field name="from" label="From" />}
      </SubmitForm>
    </ApiErrorBoundary>
  )
  const apiErrors = new ApiErrorClient({ locales: [en, nl] })
  const { rerender } = renderWithApiErrors(page(false), { apiErrors })
  const said = watchLiveRegions(document.body)
  return {
    apiErrors,
    said,
    submit: async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Send' }))
      await settled()
    },
    reveal: async () => {
      rerender(page(true))
      await settled()
    },
  }
}

const WHOLE = `${ui('summaryTitle', { count: 2 })}${LINE('To')}${LINE('From')}`

describe('the summary', () => {
  it('is announced once for a failed submit, and again for an equal one', async () => {
    const { said, submit } = renderRejected()
    await submit()
    expect(said()).toEqual([WHOLE])
    await submit()
    expect(said()).toEqual([WHOLE, WHOLE])
  })

  it('is silent when a line goes', async () => {
    const { said, submit } = renderRejected()
    await submit()
    await userEvent.type(screen.getByLabelText('To'), 'x')
    await settled()
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    expect(said()).toEqual([WHOLE])
  })

  it('is silent when the language changes', async () => {
    const { said, submit, apiErrors } = renderRejected()
    await submit()
    await act(async () => apiErrors.setLocale('nl'))
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent(String(nl.codes.PARAMETER_REQUIRED[1]))
    expect(said()).toEqual([WHOLE])
  })

  it('is silent when a field is revealed that a line is about', async () => {
    const { said, submit, reveal } = renderRejected({ hasLate: true })
    await submit()
    const before = said().length
    expect(before).toBe(1)
    await reveal()
    expect(screen.getByRole('link', { name: /From/ })).toBeVisible()
    expect(said()).toHaveLength(before)
  })

  it('is silent when a link leads nowhere and becomes text', async () => {
    const { said, submit } = renderRejected()
    await submit()
    screen.getByLabelText('To').toggleAttribute('disabled', true)
    fireEvent.click(screen.getByRole('link', { name: /To/ }))
    await settled()
    expect(screen.queryByRole('link', { name: /To/ })).toBeNull()
    expect(said()).toHaveLength(1)
  })
})
