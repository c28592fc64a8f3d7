import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, FieldError } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { fieldMessages, summaryLines, toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { containing, words } from '../../setup/words.js'
import { failureOf } from './renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const { text } = words('PARAMETER_REQUIRED')
const form = (failure: unknown, children: ReactNode): ReactNode => (
  <StrictMode>
    <ApiForm onSubmit={() => Promise.reject(failure)}>
      {children}
      <button>Send</button>
    </ApiForm>
  </StrictMode>
)
const send = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
}
const input = (name: string): ReactNode => <input key={name} name={name} aria-label={name} />

// R5. The kind: a plain control has no place for its message, and nothing else on the page says it. Then its form does.
describe('a plain control without a FieldError and without a summary', () => {
  it.each([
    { what: 'an input', control: input('to') },
    { what: 'a select', control: <select name="to" aria-label="to" /> },
    {
      what: 'a textarea in a label',
      control: (
        <label>
          to <textarea name="to" />
        </label>
      ),
    },
    { what: 'a checkbox', control: <input type="checkbox" name="to" aria-label="to" /> },
  ])('is described by its message and focused, and there is no toast: $what', async ({ control }) => {
    renderWithApiErrors(form(missing('To'), control))
    await send()
    expect(toasts()).toEqual([])
    expect(fieldMessages()).toHaveLength(1)
    const field = screen.getByLabelText(/^to/)
    expect(field).toBeInvalid()
    expect(field).toHaveFocus()
    expect(field).toHaveAccessibleDescription(containing(text))
    expect(fieldMessages()[0]?.closest('form')).not.toBeNull()
  })

  it('each has its own message with its label, the first gets the focus, and an edit clears one', async () => {
    renderWithApiErrors(form(missing('From', 'To'), [input('to'), input('from')]))
    await send()
    expect(fieldMessages().map((message) => message.textContent)).toEqual([
      expect.stringMatching(/\bto\b/),
      expect.stringMatching(/\bfrom\b/),
    ])
    expect(screen.getByLabelText('to')).toHaveFocus()
    await userEvent.type(screen.getByLabelText('to'), '1')
    expect(fieldMessages()).toHaveLength(1)
    expect(screen.getByLabelText('to')).not.toHaveAccessibleDescription()
    expect(screen.getByLabelText('from')).toHaveAccessibleDescription(containing(text))
  })

  it('radio buttons are described on their group', async () => {
    renderWithApiErrors(
      form(
        missing('Way'),
        <fieldset role="radiogroup">
          <legend>Way</legend>
          {['in', 'out'].map((way) => (
            <input key={way} type="radio" name="way" value={way} aria-label={way} />
          ))}
        </fieldset>,
      ),
    )
    await send()
    expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription(containing(text))
    expect(screen.getByLabelText('in')).toHaveFocus()
    expect(fieldMessages()).toHaveLength(1)
    expect(toasts()).toEqual([])
  })

  it('says it once where a FieldError, a Field or a summary comes to say it', async () => {
    const page = (more: ReactNode): ReactNode => form(missing('To'), [input('to'), <div key="more">{more}</div>])
    const { rerender } = renderWithApiErrors(page(null))
    await send()
    expect(fieldMessages()).toHaveLength(1)
    rerender(page(<FieldError name="to" />))
    await settled()
    expect(fieldMessages()).toHaveLength(1)
    expect(screen.getByLabelText('to')).toHaveAccessibleDescription(containing(text))
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    rerender(page(<ErrorSummary />))
    await settled()
    expect(fieldMessages()).toEqual([])
    expect(summaryLines()).toHaveLength(1)
    rerender(page(null))
    await settled()
    expect(fieldMessages()).toHaveLength(1)
    expect(toasts()).toEqual([])
  })

  it('lets a Field of the same group say it', async () => {
    renderWithApiErrors(
      form(failureOf('ONE_OF_SEVERAL_PARAMETERS_REQUIRED', ['To', 'From']), [
        input('to'),
        <Field key="from" name="from" label="from" />,
      ]),
    )
    await send()
    expect(fieldMessages()).toHaveLength(1)
    expect(fieldMessages()[0]?.closest('[data-invalid]')).not.toBeNull()
    expect(screen.getByLabelText('to')).toBeInvalid()
    expect(toasts()).toEqual([])
  })

  it('in a boundary with a summary leaves it to that', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <ErrorSummary />
        {form(missing('To'), input('to'))}
      </ApiErrorBoundary>,
    )
    await send()
    expect(fieldMessages()).toEqual([])
    expect(summaryLines()).toHaveLength(1)
  })

  it('leaves to a toast what no control is called', async () => {
    renderWithApiErrors(form(missing('Elsewhere'), input('to')))
    await send()
    expect(fieldMessages()).toEqual([])
    expect(toasts()).toHaveLength(1)
  })
})
