import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, Field, type FieldProps } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { failureOf, renderForm } from '../form/renderForm.js'

// P2. The kind: something about a field changes while it is filled in. Its control stays the same element, with the text
// and the focus that it has.
describe('a control stays, with its text and its focus', () => {
  const base = { name: 'to', label: 'To' }
  const CHANGES: readonly { readonly what: string; readonly props: readonly FieldProps[] }[] = [
    { what: 'its aria-invalid', props: [base, { ...base, 'aria-invalid': true }, base] },
    { what: 'its name', props: [base, { ...base, name: 'cc' }, { ...base, name: 'rows.0.to' }] },
    { what: 'its hint', props: [base, { ...base, hint: 'With the country code' }, base] },
    { what: 'its label', props: [base, { ...base, label: <b>To</b> }, base] },
    { what: 'its id, type and class', props: [base, { ...base, id: 'own', type: 'tel', className: 'wide' }, base] },
    {
      what: 'its children, a function or an element or none',
      props: [
        { ...base, children: (props) => <input {...props} /> },
        { ...base, children: <input inputMode="tel" /> },
        base,
        { ...base, children: ({ onInput, ...props }) => <input {...props} onChange={onInput} /> },
      ],
    },
    {
      what: 'its ref',
      props: [base, { ...base, children: <input ref={() => undefined} /> }, base],
    },
  ]

  it.each(CHANGES)('when $what changes, also while it is refused', async ({ props }) => {
    const [first = base, ...others] = props
    const { show, submit } = renderForm(<Field {...first} />)
    await submit(failureOf('PARAMETER_REQUIRED', ['To']))
    const control = screen.getByLabelText('To')
    await userEvent.type(control, '+44')
    for (const next of others) {
      await show(<Field {...next} />)
      expect(screen.getByLabelText('To')).toBe(control)
      expect(control).toHaveFocus()
      expect(control).toHaveValue('+44')
    }
  })

  const { Activity } = React
  it.runIf(Activity !== undefined)('in an ApiForm whose scope another takes while it is hidden', async () => {
    const form = (label: string): ReactNode => (
      <ApiForm onSubmit={() => Promise.reject(failureOf('PARAMETER_REQUIRED', ['To']))}>
        <Field name="to" label={label} />
        <button>Send {label}</button>
      </ApiForm>
    )
    const page = (mode: 'visible' | 'hidden', isWithSecond = false): ReactNode => (
      <StrictMode>
        <ApiErrorBoundary>
          <Activity mode={mode}>{form('first')}</Activity>
          {isWithSecond && form('second')}
        </ApiErrorBoundary>
      </StrictMode>
    )
    const { rerender } = renderWithApiErrors(page('visible'))
    const control = screen.getByLabelText('first')
    await userEvent.type(control, '+44')
    for (const next of [page('hidden'), page('hidden', true), page('visible', true)]) {
      rerender(next)
      await settled()
    }
    expect(screen.getByLabelText('first')).toBe(control)
    expect(control).toHaveValue('+44')
    await userEvent.click(screen.getByRole('button', { name: 'Send first' }))
    await settled()
    expect(control).toBeInvalid()
    expect(screen.getByLabelText('second')).toBeValid()
  })
})
