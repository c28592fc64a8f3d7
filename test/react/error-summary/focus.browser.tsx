import { act, screen, waitFor } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ApiErrorBoundary, ErrorSummary, Field } from '../../../src/index.js'
import { ProblemCount } from '../../../src/react/field/ProblemCount.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { failureOf, renderForm, SubmitForm, summaryLines } from '../form/renderForm.js'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'
import { toasts } from '../../setup/onScreen.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const follow = async (name: RegExp): Promise<void> => {
  await userEvent.click(screen.getByRole('link', { name }))
}
const space = (height: number): ReactNode => <div style={{ blockSize: height }} />
const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? Number.NaN

/** As in the tests of GOV.UK's error summary: what is focused, and what is at the top of the screen. */
const CASES = [
  { what: 'an input', content: <Field name="it" label="It" />, focused: 'input', top: 'label' },
  {
    what: 'a textarea',
    content: (
      <Field name="it" label="It">
        <textarea />
      </Field>
    ),
    focused: 'textarea',
    top: 'label',
  },
  {
    what: 'a select',
    content: (
      <Field name="it" label="It">
        <select />
      </Field>
    ),
    focused: 'select',
    top: 'label',
  },
  { what: 'a file', content: <Field name="it" label="It" type="file" />, focused: 'input', top: 'label' },
  {
    what: 'a single checkbox',
    content: <Field name="it" label="It" type="checkbox" />,
    focused: 'input',
    top: 'label',
  },
  {
    what: 'radio buttons',
    content: (
      <Field name="it" label="It" group="radio">
        {(props) =>
          ['a', 'b'].map((value) => (
            <label key={value}>
              <input type="radio" value={value} {...props} />
              {value}
            </label>
          ))
        }
      </Field>
    ),
    focused: '[value=a]',
    top: 'legend',
  },
  {
    what: 'checkboxes',
    content: (
      <Field name="it" label="It" group="checkbox">
        {(props) =>
          ['a', 'b'].map((value) => (
            <label key={value}>
              <input type="checkbox" value={value} {...props} />
              {value}
            </label>
          ))
        }
      </Field>
    ),
    focused: '[value=a]',
    top: 'legend',
  },
  {
    what: 'radio buttons of which the first is disabled',
    content: (
      <Field name="it" label="It" group="radio">
        {(props) =>
          ['a', 'b'].map((value) => (
            <label key={value}>
              <input type="radio" disabled={value === 'a'} value={value} {...props} />
              {value}
            </label>
          ))
        }
      </Field>
    ),
    focused: '[value=b]',
    top: 'legend',
  },
  {
    what: 'radio buttons far below their legend',
    content: (
      <Field name="it" label="It" group="radio">
        {(props) => (
          <>
            {space(700)}
            <label>
              <input type="radio" value="a" {...props} />a
            </label>
          </>
        )}
      </Field>
    ),
    focused: '[value=a]',
    top: 'legend',
  },
  {
    what: 'the parts of a date',
    content: (
      <Field name="it" label="It" group="parts">
        {(props) =>
          ['day', 'month'].map((part) => <input key={part} aria-label={part} {...props} name={`it.${part}`} />)
        }
      </Field>
    ),
    focused: '[aria-label=day]',
    top: 'legend',
  },
  {
    what: 'the part of a date that is in error',
    content: (
      <Field name="it" label="It" group="parts">
        {(props) =>
          ['day', 'month'].map((part) => (
            <input
              key={part}
              aria-label={part}
              {...props}
              aria-invalid={part === 'month' ? props['aria-invalid'] : undefined}
              name={`it.${part}`}
            />
          ))
        }
      </Field>
    ),
    focused: '[aria-label=month]',
    top: 'legend',
  },
  {
    what: 'an input in a fieldset, near its legend',
    content: (
      <fieldset>
        <legend>Legend</legend>
        <Field name="it" label="It" />
      </fieldset>
    ),
    focused: 'input',
    top: 'legend',
  },
  {
    what: 'an input in a fieldset, far below its legend',
    content: (
      <fieldset>
        <legend>Legend</legend>
        {space(600)}
        <Field name="it" label="It" />
      </fieldset>
    ),
    focused: 'input',
    top: 'label',
  },
  {
    what: 'a widget that takes the focus inside',
    content: (
      <Field name="it" label="It">
        {({ id, ...props }) => (
          <div {...props} id={id}>
            <button type="button">Choose</button>
          </div>
        )}
      </Field>
    ),
    focused: 'button',
    top: '[data-field]',
  },
] as const

describe('a link of the summary', () => {
  it.each(CASES)('focuses $what and brings its caption to the top', async ({ content, focused, top }) => {
    const { submit } = renderForm(
      <>
        {space(1500)}
        <div data-testid="field">{content}</div>
        {space(1500)}
      </>,
    )
    await submit(missing('It'))
    await follow(/It/)
    const field = screen.getByTestId('field')
    expect(document.activeElement).toBe(field.querySelector(focused))
    expect(topOf(field.querySelector(top))).toBeCloseTo(0, 0)
    expect(location.hash).toBe('')
  })

  it('works with the keyboard alone, and leaves no tab stop at the summary', async () => {
    const { submit } = renderForm(<Field name="to" label="To" />)
    await submit(missing('To'))
    const wrapper = screen.getByRole('alert').parentElement
    expect(wrapper).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    expect(wrapper).not.toHaveAttribute('tabindex')
    await userEvent.keyboard('{Enter}')
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('stands in the order of the page, not of the answer', async () => {
    const { submit } = renderForm(
      ['a', 'b', 'c'].map((name) => <Field key={name} name={name} label={`Field ${name}`} />),
    )
    await submit(missing('NotHere', 'C', 'A'))
    expect(summaryLines().map((line) => line.slice(0, 7))).toEqual(['Field a', 'Field c', 'Not her'])
  })
})

describe('a target that is not in view', () => {
  it('in closed details is opened, all the way up', async () => {
    const { submit } = renderForm(
      <details data-testid="outer">
        <summary>More</summary>
        <details data-testid="inner">
          <summary>Even more</summary>
          <Field name="to" label="To" />
        </details>
      </details>,
    )
    await submit(missing('To'))
    await follow(/To/)
    expect(screen.getByLabelText('To')).toHaveFocus()
    for (const id of ['outer', 'inner']) expect(screen.getByTestId(id)).toHaveProperty('open', true)
  })

  it('in a closed accordion of an unmounted tab is revealed first, and waited for', async () => {
    const asked: string[] = []
    let reveal: (tab: string) => void = () => undefined
    function Tabs(): ReactNode {
      const [tab, setTab] = useState('first')
      reveal = setTab
      return (
        <>
          <button type="button" aria-pressed={tab === 'second'} onClick={() => setTab('second')}>
            Second <ProblemCount names={['from']} />
          </button>
          {tab === 'first' ? (
            <Field name="to" label="To" />
          ) : (
            <details>
              <summary>More</summary>
              <Field name="from" label="From" />
            </details>
          )}
        </>
      )
    }
    const { submit } = renderForm(<Tabs />, {
      onReveal: async (name) => {
        asked.push(name)
        await new Promise((resolve) => {
          requestAnimationFrame(resolve)
        })
        act(() => reveal(name === 'From' || name === 'from' ? 'second' : 'first'))
      },
    })
    await submit(missing('From'))
    expect(screen.getByRole('button', { name: `Second ${ui('problemCount', { count: 1 })}` })).toBeVisible()
    await follow(/From/)
    await waitFor(() => expect(screen.getByLabelText('From')).toHaveFocus())
    expect(asked).toEqual(['From'])
    expect(messageOf('From')).toContain(words('PARAMETER_REQUIRED').text)
  })

  it('that the app cannot reveal makes its link text, and the focus stays there', async () => {
    const { submit } = renderForm(<Field name="to" label="To" />, { onReveal: () => false })
    await submit(missing('PropertySid'))
    await follow(/Property sid/)
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
    expect(document.activeElement).toHaveTextContent(/Property sid/)
  })

  it.each([
    {
      how: 'inert',
      content: (
        <div inert>
          <Field name="to" label="To" />
        </div>
      ),
    },
    {
      how: 'hidden',
      content: (
        <div hidden>
          <Field name="to" label="To" />
        </div>
      ),
    },
  ])('because it is $how is no link', async ({ content }) => {
    const { submit } = renderForm(content)
    await submit(missing('To'))
    expect(summaryLines()).toHaveLength(1)
    expect(screen.queryByRole('link')).toBeNull()
  })

  it.each([
    {
      how: 'not displayed',
      content: (
        <div style={{ display: 'none' }}>
          <Field name="to" label="To" />
        </div>
      ),
    },
    {
      how: 'disabled',
      content: (
        <fieldset disabled>
          <Field name="to" label="To" />
        </fieldset>
      ),
    },
  ])('because it is $how becomes text when it is followed', async ({ content }) => {
    const { submit } = renderForm(content)
    await submit(missing('To'))
    await follow(/To/)
    await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
    expect(document.activeElement?.tagName).toBe('LI')
  })
})

describe('without a summary', () => {
  it('the first invalid field of the page gets the focus', async () => {
    const { submit } = renderForm(
      ['a', 'b', 'c'].map((name) => <Field key={name} name={name} label={name} />),
      { summary: false },
    )
    await submit(missing('C', 'B'))
    expect(screen.getByLabelText('b')).toHaveFocus()
    await userEvent.click(document.body)
    await submit(missing('C', 'B'))
    expect(screen.getByLabelText('b')).toHaveFocus()
  })

  it('a field that cannot take focus gives way to the next', async () => {
    const { submit } = renderForm(
      <>
        <Field name="a" label="a" disabled />
        <Field name="b" label="b" />
      </>,
      { summary: false },
    )
    await submit(missing('A', 'B'))
    expect(screen.getByLabelText('b')).toHaveFocus()
  })
})

describe('a form in a modal dialog', () => {
  it('shows its problems and takes the focus inside', async () => {
    renderWithApiErrors(
      <dialog ref={(element) => element?.showModal()}>
        <ApiErrorBoundary>
          <SubmitForm send={() => Promise.reject(missing('To'))}>
            <ErrorSummary />
            <Field name="to" label="To" />
          </SubmitForm>
        </ApiErrorBoundary>
      </dialog>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    await follow(/To/)
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('that closes before the answer leaves it to one toast, and the focus where it is', async () => {
    let fail: (failure: unknown) => void = () => undefined
    function Page(): ReactNode {
      const [isOpen, setIsOpen] = useState(true)
      return (
        <>
          <button onClick={() => setIsOpen(true)}>Open</button>
          {isOpen && (
            <dialog open>
              <ApiErrorBoundary>
                <SubmitForm send={() => new Promise((_, reject) => (fail = reject))}>
                  <Field name="to" label="To" />
                </SubmitForm>
              </ApiErrorBoundary>
              <button onClick={() => setIsOpen(false)}>Close</button>
            </dialog>
          )}
        </>
      )
    }
    renderWithApiErrors(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    screen.getByRole('button', { name: 'Open' }).focus()
    fail(missing('To'))
    await settled()
    expect(toasts()).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus()
  })
})

const messageOf = (label: string): string | null | undefined =>
  document.getElementById(screen.getByLabelText(label).getAttribute('aria-describedby') ?? '')?.textContent
