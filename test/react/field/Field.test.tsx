import { act, fireEvent, screen } from '@testing-library/react'
import { Profiler, StrictMode, type ComponentProps, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { Field, FieldError, useFieldError } from '../../../src/index.js'
import { takeConsole } from '../../setup/console.js'
import { failureOf, renderForm } from '../form/renderForm.js'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'
import { fieldMessages } from '../../setup/onScreen.js'

const messages = (): readonly (string | null)[] => fieldMessages().map(({ textContent }) => textContent)
const REQUIRED = `${ui('errorPrefix')} ${words('PARAMETER_REQUIRED').text}`

describe('a field renders once when a problem comes, and once when it goes', () => {
  it.each<[what: string, field: (name: string) => ReactNode]>([
    ['an input', (name) => <Field name={name} label={name} />],
    [
      'another element',
      (name) => (
        <Field name={name} label={name}>
          <textarea />
        </Field>
      ),
    ],
    ['a FieldError', (name) => <FieldError name={name} />],
  ])('of %s', async (_, field) => {
    const commits: string[] = []
    const { submit } = renderForm(
      <>
        <Profiler id="to" onRender={(id) => commits.push(id)}>
          {field('to')}
        </Profiler>
        <Bound name="to" />
      </>,
    )
    await settled()
    commits.length = 0

    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(messages()).toEqual([REQUIRED])
    expect(screen.getAllByRole('textbox')[0]).toBeInvalid()
    fireEvent.input(screen.getAllByRole('textbox')[0] ?? document.body, { target: { value: 'x' } })
    expect(messages()).toEqual([])
    expect(commits).toEqual(['to', 'to'])
  })

  it('and a component as its control gets them as props', async () => {
    const { submit } = renderForm(
      <Field name="to" label="To">
        <Fancy />
      </Field>,
    )
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(screen.getByRole('textbox')).toBeInvalid()
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(REQUIRED)
  })
})

describe('what a field shows', () => {
  it('stays through its renders, also when a hint comes and goes', async () => {
    const { submit, show } = renderForm(<Field name="to" label="To" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    const [message] = fieldMessages()
    await show(<Field name="to" label="To" hint="With the country code" />)
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(`With the country code ${REQUIRED}`)
    await show(<Field name="to" label="Recipient" />)
    expect(screen.getByRole('textbox', { name: 'Recipient' })).toHaveAccessibleDescription(REQUIRED)
    expect(screen.getByRole('textbox')).toBeInvalid()
    expect(fieldMessages()[0]).toBe(message)
    expect(messages()).toEqual([REQUIRED])
  })

  it('is on the element that takes the place of its control', async () => {
    const { submit, show } = renderForm(<Field name="to" label="To" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    await show(
      <Field name="to" label="To">
        <textarea />
      </Field>,
    )
    expect(document.querySelector('textarea')).toBeInvalid()
    expect(document.querySelector('textarea')).toHaveAccessibleDescription(REQUIRED)
  })

  it('stays when the row of the field moves', async () => {
    const { submit, show } = renderForm(<Field key="only" name="rows.0.to" label="To" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['rows.0.to']))
    await show(<Field key="only" name="rows.1.to" label="To" />)
    expect(messages()).toEqual([REQUIRED])
    expect(screen.getByRole('textbox')).toBeInvalid()
  })

  it('is said once in strict mode, and anew when the words change', async () => {
    const { submit, apiErrors } = renderForm(
      <StrictMode>
        <Field name="to" label="To" />
      </StrictMode>,
    )
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(messages()).toEqual([REQUIRED])
    const words = { en: { codes: { PARAMETER_REQUIRED: { text: 'Enter a number' } } } }
    act(() => void apiErrors.messages.add({ messages: words }))
    expect(messages()).toEqual([`${ui('errorPrefix')} Enter a number`])
  })

  it('says which language it is in where that is not the language of the page', async () => {
    const { submit, apiErrors } = renderForm(<Field name="to" label="To" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    // A language without words of its own borrows those of the fallback.
    await act(async () => apiErrors.setLocale('de'))
    expect(screen.getAllByText(words('PARAMETER_REQUIRED').text)[0]).toHaveAttribute('lang', 'en')
    takeConsole()
  })

  it('leaves what the app says of the control', async () => {
    const { submit } = renderForm(
      <>
        <Field name="to" label="To">
          <input aria-invalid="true" aria-describedby="own" />
        </Field>
        <p id="own">Checked while typing</p>
      </>,
    )
    const input = screen.getByRole('textbox')
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    expect(input).toHaveAccessibleDescription(`Checked while typing ${REQUIRED}`)
    fireEvent.input(input, { target: { value: 'x' } })
    expect(input).toHaveAccessibleDescription('Checked while typing')
    expect(input).toBeInvalid()
  })

  it('goes with the field', async () => {
    const { submit, show } = renderForm(<Field name="to" label="To" />)
    await submit(failureOf('PARAMETER_REQUIRED', ['to']))
    await show(null)
    expect(messages()).toEqual([])
  })
})

/** A control that stands elsewhere than its message. */
function Bound({ name }: { readonly name: string }): ReactNode {
  const { controlProps } = useFieldError(name)
  return <input aria-label="Elsewhere" {...controlProps} />
}

function Fancy(props: ComponentProps<'input'>): ReactNode {
  return <input {...props} />
}
