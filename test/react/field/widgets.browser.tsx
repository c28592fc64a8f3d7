import { screen } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ApiForm, ErrorSummary, Field } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { summaryLines } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { failureOf, renderForm } from '../form/renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const follow = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('link'))
  await settled()
}

// P5. The kind: a choice of which one is made. The keyboard reaches that one, and so does the link.
describe('the link to radio buttons', () => {
  const radios = (checked: string | undefined): ReactNode => (
    <Field name="it" label="It" group="radio">
      {(props) =>
        ['a', 'b', 'c'].map((value) => (
          <label key={value}>
            <input type="radio" value={value} defaultChecked={value === checked} {...props} />
            {value}
          </label>
        ))
      }
    </Field>
  )
  const ariaRadios = (checked: string | undefined): ReactNode => (
    <Field name="it" label="It">
      {({ id, ...props }) => (
        <div {...props} id={id} role="radiogroup" aria-label="It">
          {['a', 'b', 'c'].map((value) => (
            <button type="button" role="radio" aria-checked={value === checked} key={value} value={value}>
              {value}
            </button>
          ))}
        </div>
      )}
    </Field>
  )

  it.each([
    { what: 'native, checked', content: radios('b'), value: 'b' },
    { what: 'native, none checked', content: radios(undefined), value: 'a' },
    { what: 'of a library, checked', content: ariaRadios('c'), value: 'c' },
    { what: 'of a library, none checked', content: ariaRadios(undefined), value: 'a' },
  ])('leads to the one that is meant: $what', async ({ content, value }) => {
    const { submit } = renderForm(content)
    await submit(missing('It'))
    await follow()
    expect(document.activeElement).toHaveAttribute('value', value)
  })
})

// P63. The kind: a control that gives the focus to another. The link has led there; only where it led nowhere it is text.
it('a link to a control that hands the focus on stays a link', async () => {
  const { submit } = renderForm(
    <>
      <Field name="it" label="It" onFocus={() => screen.getByRole('combobox').focus()} />
      <div role="combobox" aria-label="Used" aria-expanded="false" aria-controls="none" tabIndex={0} />
    </>,
  )
  await submit(missing('It'))
  await follow()
  expect(screen.getByRole('combobox')).toHaveFocus()
  expect(screen.getByRole('link')).toBeVisible()
})

// P68. The kind: a widget keeps its value in a control that is hidden from people, and changes that without an event.
describe('a widget with a hidden control in an ApiForm', () => {
  const WIDGETS: readonly { readonly what: string; readonly mirror: (value: string) => ReactNode }[] = [
    { what: 'a select', mirror: (value) => mirrorSelect(value, true) },
    {
      what: 'a select in a hidden element',
      mirror: (value) => <div aria-hidden="true">{mirrorSelect(value, undefined)}</div>,
    },
    { what: 'a hidden input', mirror: (value) => <input type="hidden" name="size" value={value} /> },
    { what: 'an input that is not shown', mirror: (value) => <input hidden name="size" value={value} readOnly /> },
  ]
  const mirrorSelect = (value: string, isHidden: true | undefined): ReactNode => (
    <select aria-hidden={isHidden} tabIndex={-1} name="size" value={value} onChange={() => undefined}>
      <option>small</option>
      <option>large</option>
    </select>
  )
  function Widget({ mirror }: { readonly mirror: (value: string) => ReactNode }): ReactNode {
    const [value, setValue] = useState('small')
    return (
      <div>
        <button type="button" aria-label="Size" onClick={() => setValue('large')}>
          {value}
        </button>
        {mirror(value)}
      </div>
    )
  }

  it.each(WIDGETS)('$what: the link leads to what people use, and a new value clears', async ({ mirror }) => {
    renderWithApiErrors(
      <ApiForm onSubmit={() => Promise.reject(missing('Size'))}>
        <ErrorSummary />
        <input type="hidden" name="version" value="1" />
        <label>
          Other <input name="other" />
        </label>
        <Widget mirror={mirror} />
        <button>Send</button>
      </ApiForm>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const used = screen.getByRole('button', { name: 'Size' })
    expect(used).toHaveAccessibleDescription(/\w/)
    expect(summaryLines()).toEqual([expect.stringMatching(/^Size/)])
    await follow()
    expect(used).toHaveFocus()
    expect(summaryLines()).toHaveLength(1)
    await userEvent.click(used)
    await settled()
    expect(summaryLines()).toEqual([])
  })
})

// P3. The kind: a component that drops most of the props it is given, and says in a way of its own that it has changed.
describe('a component as the control of a Field', () => {
  interface WidgetProps {
    readonly id?: string
    readonly onChange?: (value: string) => void
    readonly onValueChange?: (value: string) => void
  }
  const KINDS = [
    {
      what: 'that keeps its id and calls onChange',
      control: <Picker />,
    },
    { what: 'that keeps nothing and calls onValueChange', control: <Bare onValueChange={() => undefined} /> },
  ]
  function Picker({ id, onChange }: WidgetProps): ReactNode {
    return (
      <div id={id}>
        <div role="combobox" aria-label="Used" aria-expanded="false" aria-controls="x" tabIndex={0} />
        <span data-testid="choose" onPointerDown={() => onChange?.('b')}>
          choose
        </span>
      </div>
    )
  }
  function Bare({ onValueChange }: WidgetProps): ReactNode {
    return (
      <>
        <div role="combobox" aria-label="Used" aria-expanded="false" aria-controls="x" tabIndex={0} />
        <span data-testid="choose" onPointerDown={() => onValueChange?.('b')}>
          choose
        </span>
      </>
    )
  }

  it.each(KINDS)('$what has a link, and choosing clears', async ({ control }) => {
    const { submit } = renderForm(
      <Field name="to" label="To">
        {control}
      </Field>,
    )
    await submit(missing('To'))
    await follow()
    expect(screen.getByRole('combobox')).toHaveFocus()
    await userEvent.click(screen.getByTestId('choose'))
    await settled()
    expect(summaryLines()).toEqual([])
  })
})
