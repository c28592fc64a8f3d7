import { useMutation } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, FieldError, useFieldError } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { fieldMessages, summaryLines, toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { failureOf, renderForm, SubmitForm } from './renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const send = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
}

/** A field whose parts are all of the app. */
function Own({ name }: { readonly name: string }): ReactNode {
  const { controlProps, messages } = useFieldError(name)
  return (
    <p>
      <input aria-label={name} {...controlProps} />
      <em data-severity="error">{messages.join()}</em>
    </p>
  )
}

const FIELDS = [
  { what: 'a Field', field: <Field name="to" label="to" /> },
  { what: 'useFieldError', field: <Own name="to" /> },
  {
    what: 'a control and a FieldError',
    field: (
      <p>
        <input aria-label="to" name="to" />
        <FieldError name="to" />
      </p>
    ),
  },
]
const WAYS = [
  { how: 'hidden', props: { hidden: true } },
  { how: 'not displayed', props: { style: { display: 'none' } } },
]

// P11. The kind: a field is on the page, and nobody can see it. Then its message has the next home, and comes to the
// field as soon as that is seen. What can be brought to light is a home, and is brought to light.
describe('a field that nobody can see', () => {
  const shown = () => fieldMessages().filter((message) => message.textContent !== '')

  it.each(FIELDS.flatMap((field) => WAYS.map((way) => ({ ...field, ...way }))))(
    'leaves its message to a toast: $what in a panel that is $how',
    async ({ field, props }) => {
      const page = (panel: object): ReactNode => (
        <StrictMode>
          <ApiForm onSubmit={() => Promise.reject(missing('To'))}>
            <div {...panel}>{field}</div>
            <button>Send</button>
          </ApiForm>
        </StrictMode>
      )
      const { rerender } = renderWithApiErrors(page(props))
      await send()
      expect(toasts()).toHaveLength(1)
      expect(shown()).toEqual([])
      expect(screen.getByLabelText('to')).toBeInvalid()

      rerender(page({}))
      await settled()
      expect(toasts()).toEqual([])
      expect(shown()).toHaveLength(1)
      // What was on screen keeps its home while a tab hides it.
      rerender(page(props))
      await settled()
      expect(toasts()).toEqual([])
      // A new try looks again.
      await userEvent.click(screen.getByText('Send'))
      await settled()
      expect(toasts()).toHaveLength(1)
    },
  )

  it('leaves it to the summary where there is one, whose line describes it', async () => {
    const { submit } = renderForm(
      <div hidden>
        <Field name="to" label="To" />
      </div>,
    )
    await submit(missing('To'))
    expect(summaryLines()).toHaveLength(1)
    expect(shown()).toEqual([])
    const id = screen.getByLabelText('To').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(id)).toHaveTextContent(/\w/)
  })

  it('in closed details keeps it, and they are opened: all of them, without a summary', async () => {
    const panel = (name: string): ReactNode => (
      <details>
        <summary>{name}</summary>
        <Field name={name} label={name} />
      </details>
    )
    const { submit } = renderForm(
      <>
        {panel('to')}
        {panel('from')}
        {panel('text')}
      </>,
      { summary: false },
    )
    await submit(missing('To', 'Text'))
    expect(toasts()).toEqual([])
    expect([...document.querySelectorAll('details')].map(({ open }) => open)).toEqual([true, false, true])
    expect(screen.getByLabelText('to')).toHaveFocus()
  })

  function Tabs({ isKept }: { readonly isKept: boolean }): ReactNode {
    const [tab, setTab] = useState(1)
    reveal = setTab
    return (
      <>
        {(isKept || tab === 1) && (
          <div hidden={tab !== 1}>
            <Field name="to" label="To" />
          </div>
        )}
        {(isKept || tab === 2) && (
          <div hidden={tab !== 2}>
            <Field name="from" label="From" />
          </div>
        )}
      </>
    )
  }
  let reveal: (tab: number) => void = () => undefined

  it.each([
    { what: 'kept', isKept: true },
    { what: 'not on the page', isKept: false },
  ])('is revealed and focused by the app without a summary: a panel that is $what', async ({ isKept }) => {
    const { submit } = renderForm(<Tabs isKept={isKept} />, {
      summary: false,
      onReveal: (name) => reveal(/from/i.test(name) ? 2 : 1),
    })
    await submit(missing('From'))
    await waitFor(() => expect(screen.getByLabelText('From')).toHaveFocus())
    await settled()
    expect(shown()).toHaveLength(1)
    expect(toasts()).toEqual([])
  })

  it('is not revealed for what was saved by itself: a toast says it, and the tab stays', async () => {
    function Autosaved(): ReactNode {
      const { mutate } = useMutation({ mutationFn: () => Promise.reject(missing('From')) })
      return (
        <>
          <Tabs isKept />
          <input aria-label="Note" onBlur={() => mutate()} />
        </>
      )
    }
    const asked: string[] = []
    renderWithApiErrors(
      <ApiErrorBoundary onReveal={(name) => asked.push(name)}>
        <Autosaved />
      </ApiErrorBoundary>,
    )
    await userEvent.type(screen.getByLabelText('Note'), 'x')
    await userEvent.tab({ shift: true })
    await settled()
    expect(asked).toEqual([])
    expect(toasts()).toHaveLength(1)
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('that the app cannot reveal leaves it to a toast', async () => {
    const { submit } = renderForm(<Tabs isKept />, { summary: false, onReveal: () => false })
    await submit(missing('From'))
    await settled()
    expect(toasts()).toHaveLength(1)
    expect(shown()).toEqual([])
  })
})

// P13. The kind: a line that leads nowhere at some moment. It is a link whenever it can lead somewhere.
describe('a line that led nowhere', () => {
  const link = () => screen.queryByRole('link')

  it('was made while its field was hidden, and is a link when that is shown', async () => {
    const page = (hidden: boolean): ReactNode => (
      <div hidden={hidden}>
        <Field name="to" label="To" />
      </div>
    )
    const { submit, show } = renderForm(page(true))
    await submit(missing('To'))
    expect(link()).toBeNull()
    await show(page(false))
    await userEvent.click(screen.getByRole('link'))
    expect(screen.getByLabelText('To')).toHaveFocus()
    expect(fieldMessages()).toHaveLength(1)
  })

  it.each([
    { how: 'disabled', wrap: (isOff: boolean, field: ReactNode) => <fieldset disabled={isOff}>{field}</fieldset> },
    {
      how: 'inert',
      // React 18 does not know the property.
      wrap: (isOff: boolean, field: ReactNode) => (
        <div ref={(element) => void element?.toggleAttribute('inert', isOff)}>{field}</div>
      ),
    },
  ])('because its field was $how is a link again afterwards', async ({ wrap }) => {
    const field = <Field name="to" label="To" />
    const { submit, show } = renderForm(wrap(true, field))
    await submit(missing('To'))
    if (link() !== null) await userEvent.click(screen.getByRole('link'))
    await settled()
    expect(link()).toBeNull()
    const announced = screen.getByRole('heading')
    await show(wrap(false, field))
    await userEvent.click(screen.getByRole('link'))
    expect(screen.getByLabelText('To')).toHaveFocus()
    expect(screen.getByRole('heading')).toBe(announced)
  })
})

// P10. The kind: fields of rows leave the page. Rows that the user deletes take their problems with them; what can come
// back keeps them.
describe('rows that leave', () => {
  function Rows({ plain = false }: { readonly plain?: boolean }): ReactNode {
    const [ids, setIds] = useState(['a', 'b'])
    scroll = () => setIds(['b'])
    return (
      <>
        {ids.map((id, row) => (
          <div key={id}>
            {plain ? (
              <input aria-label={`To ${id}`} name={`rows.${row}.to`} />
            ) : (
              <Field name={`rows.${row}.to`} label={`To ${id}`} />
            )}
            <button type="button" onClick={() => setIds(ids.filter((other) => other !== id))}>
              Delete {id}
            </button>
          </div>
        ))}
      </>
    )
  }
  let scroll: () => void = () => undefined
  const page = (content: ReactNode, summary: boolean, failure = missing('Rows[0].To', 'Rows[1].To')): ReactNode => (
    <ApiForm onSubmit={() => Promise.reject(failure)}>
      {summary && <ErrorSummary />}
      {content}
      <button>Send</button>
    </ApiForm>
  )

  it.each([
    { what: 'with a summary', summary: true, plain: false },
    { what: 'without a summary', summary: false, plain: false },
    { what: 'of plain controls', summary: true, plain: true },
  ])('by a press are dealt with, $what', async ({ summary, plain }) => {
    renderWithApiErrors(<StrictMode>{page(<Rows plain={plain} />, summary)}</StrictMode>)
    await send()
    await userEvent.click(screen.getByRole('button', { name: 'Delete a' }))
    await settled()
    expect(screen.getByLabelText('To b')).toBeInvalid()
    expect(summaryLines()).toHaveLength(summary ? 1 : 0)
    expect(toasts()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Delete b' }))
    await settled()
    expect([...summaryLines(), ...toasts()]).toEqual([])
  })

  it.each([
    { what: 'a line', summary: true, before: 'Send' },
    { what: 'the next home', summary: false, before: 'Send' },
    { what: 'a line, also after another press', summary: true, before: 'Other' },
    { what: 'the next home, also after another press', summary: false, before: 'Other' },
  ])('by scrolling keep $what', async ({ summary, before }) => {
    const other = <button type="button">Other</button>
    renderWithApiErrors(page([<Rows key="rows" />, <p key="other">{other}</p>], summary, missing('Rows[0].To')))
    await send()
    if (before !== 'Send') await userEvent.click(screen.getByRole('button', { name: before }))
    act(() => {
      document.body.dispatchEvent(new Event('wheel', { bubbles: true }))
      scroll()
    })
    await settled()
    expect(summaryLines()).toHaveLength(summary ? 1 : 0)
    expect(toasts()).toHaveLength(summary ? 0 : 1)
  })

  it('with the step of a wizard keep a line', async () => {
    function Wizard(): ReactNode {
      const [step, setStep] = useState(1)
      return (
        <ApiErrorBoundary>
          <SubmitForm send={() => Promise.reject(missing('Rows[0].To', 'Name'))}>
            <ErrorSummary />
            {step === 1 ? (
              <>
                <Field name="name" label="Name" />
                <Rows />
              </>
            ) : (
              <Field name="other" label="Other" />
            )}
            <button type="button" onClick={() => setStep(2)}>
              Next
            </button>
          </SubmitForm>
        </ApiErrorBoundary>
      )
    }
    renderWithApiErrors(<Wizard />)
    await send()
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    await settled()
    expect(summaryLines()).toHaveLength(2)
  })
})

// P12. The kind: each form knows how to reveal its own fields, wherever it stands.
describe('onReveal', () => {
  it.each([
    { what: 'one', forms: ['a'] },
    { what: 'two', forms: ['a', 'b'] },
  ])('of $what ApiForm inside a boundary is its own', async ({ forms }) => {
    const asked: string[] = []
    const page = (className: string): ReactNode => (
      <ApiErrorBoundary>
        <p className={className} />
        {forms.map((form) => (
          <ApiForm
            key={form}
            onSubmit={() => Promise.reject(missing('Gone'))}
            onReveal={(name) => {
              asked.push(`${form} ${name}`)
              return false
            }}
          >
            <ErrorSummary />
            <button>Send {form}</button>
          </ApiForm>
        ))}
      </ApiErrorBoundary>
    )
    const { rerender } = renderWithApiErrors(page('one'))
    rerender(page('two'))
    for (const form of forms) {
      await userEvent.click(screen.getByRole('button', { name: `Send ${form}` }))
      await settled()
      await userEvent.click(screen.getByRole('link'))
      await settled()
    }
    expect(asked).toEqual(forms.map((form) => `${form} Gone`))
  })
})
