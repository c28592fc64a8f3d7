import { useMutation, useQuery } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { takeConsole } from '../../setup/console.js'
import { fieldMessages, summaryLines, toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { failureOf, SubmitForm } from './renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const press = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await settled()
}
const at = (label: string): HTMLElement => screen.getByLabelText(label)

// P7. The kind: one name stands in several forms of one scope. The fields of the form that was sent are meant.
describe('of two plain forms with the same name', () => {
  const WARNING = [expect.stringMatching(/The field "street.*" stands in two forms of one <ApiErrorBoundary>/)]

  /** A button that is no submit, with a mutation of its own. */
  function Check({ send, name }: { readonly send: () => Promise<unknown>; readonly name: string }): ReactNode {
    const { mutate } = useMutation({ mutationFn: send })
    return (
      <button type="button" onClick={() => mutate()}>
        {name}
      </button>
    )
  }
  const WAYS = [
    {
      way: 'a submit',
      form: (name: string, content: ReactNode, send: () => Promise<unknown>) => (
        <SubmitForm key={name} name={`Send ${name}`} send={send}>
          {content}
        </SubmitForm>
      ),
    },
    {
      way: 'a press of another button',
      form: (name: string, content: ReactNode, send: () => Promise<unknown>) => (
        <form key={name}>
          {content}
          <Check name={`Send ${name}`} send={send} />
        </form>
      ),
    },
    {
      way: 'a button that stands outside and names its form',
      form: (name: string, content: ReactNode, send: () => Promise<unknown>) => (
        <div key={name}>
          <SubmitForm name="unused" send={send}>
            {content}
          </SubmitForm>
          <OutsideButton name={`Send ${name}`} />
        </div>
      ),
    },
  ]
  function OutsideButton({ name }: { readonly name: string }): ReactNode {
    return (
      <button
        type="button"
        onClick={({ currentTarget }) => currentTarget.parentElement?.querySelector('form')?.requestSubmit()}
      >
        {name}
      </button>
    )
  }
  it.each(
    WAYS.flatMap((way, index) =>
      ['first', 'second'].map((sent) => ({ ...way, sent, street: `${sent}street${index}` })),
    ),
  )('the one that was sent by $way is marked and focused: the $sent', async ({ form, sent, street }) => {
    const failed = () => Promise.reject(missing(street))
    renderWithApiErrors(
      <StrictMode>
        <ApiErrorBoundary>
          {['first', 'second'].map((name) => form(name, <Field name={street} label={`${name} street`} />, failed))}
        </ApiErrorBoundary>
      </StrictMode>,
    )
    await press(`Send ${sent}`)
    const other = sent === 'first' ? 'second' : 'first'
    expect(at(`${sent} street`)).toBeInvalid()
    expect(at(`${sent} street`)).toHaveFocus()
    expect(at(`${other} street`)).toBeValid()
    expect(fieldMessages()).toHaveLength(1)
    expect(at(`${sent} street`).closest('form')).toContainElement(fieldMessages()[0] ?? null)
    expect(toasts()).toEqual([])

    // Another form's field is no edit of this one.
    await userEvent.type(at(`${other} street`), 'x')
    expect(at(`${sent} street`)).toBeInvalid()
    await userEvent.type(at(`${sent} street`), 'x')
    expect(at(`${sent} street`)).toBeValid()
    expect(takeConsole()).toEqual([
      expect.stringContaining(`The field "${street}" stands in two forms of one <ApiErrorBoundary>`),
    ])
  })

  it('the link of a summary leads to the one that was sent', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <ErrorSummary />
        {['first', 'second'].map((name) =>
          WAYS[0]?.form(name, <Field name="street2" label={`${name} street`} />, () =>
            Promise.reject(missing('Street2')),
          ),
        )}
      </ApiErrorBoundary>,
    )
    await press('Send second')
    expect(summaryLines()).toEqual([expect.stringMatching(/^second street/)])
    await userEvent.click(screen.getByRole('link'))
    expect(at('second street')).toHaveFocus()
    expect(takeConsole()).toEqual(WARNING)
  })

  it('a name that matches in part in the one that was sent goes before one that matches in full elsewhere', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        {WAYS[0]?.form('first', <Field name="street" label="first" />, () => Promise.resolve())}
        {WAYS[0]?.form('second', <Field name="delivery.street" label="second" />, () =>
          Promise.reject(missing('street')),
        )}
      </ApiErrorBoundary>,
    )
    await press('Send second')
    expect(at('second')).toBeInvalid()
    expect(at('first')).toBeValid()
  })

  it('a name that only another form has is found there', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <form>
          <Field name="street" label="first" />
        </form>
        {WAYS[0]?.form('second', <Field name="city" label="second" />, () => Promise.reject(missing('street')))}
      </ApiErrorBoundary>,
    )
    await press('Send second')
    expect(at('first')).toBeInvalid()
  })

  it('each shows its own failure at the same time', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        {['first', 'second'].map((name) =>
          WAYS[0]?.form(name, <Field name="street3" label={name} />, () =>
            Promise.reject(failureOf(name === 'first' ? 'PARAMETER_REQUIRED' : 'PARAMETER_TOO_LONG', ['street3'])),
          ),
        )}
      </ApiErrorBoundary>,
    )
    await press('Send first')
    await press('Send second')
    expect(at('first')).toBeInvalid()
    expect(at('second')).toBeInvalid()
    for (const form of document.querySelectorAll('form'))
      expect(form.querySelectorAll('[data-severity]')).toHaveLength(1)
    expect(takeConsole()).toEqual(WARNING)
  })
})

// P8. The kind: an ApiForm stands beside fields that are not its own. What it failed with is about its own fields only.
describe('an ApiForm beside other fields of its boundary', () => {
  const OTHERS = [
    { what: 'a filter', other: <Field name="street" label="filter" /> },
    {
      what: 'a filter in a form',
      other: (
        <form>
          <Field name="street" label="filter" />
        </form>
      ),
    },
  ]
  const OWN = [
    { own: 'a Field', field: <Field name="street" label="street" /> },
    { own: 'a plain control', field: <input name="street" aria-label="street" /> },
  ]
  it.each(OTHERS.flatMap((other) => OWN.map((own) => ({ ...other, ...own }))))(
    'marks $own of its own and not $what',
    async ({ other, field }) => {
      renderWithApiErrors(
        <ApiErrorBoundary>
          {other}
          <ApiForm onSubmit={() => Promise.reject(missing('Street'))}>
            <ErrorSummary />
            {field}
            <button>Send</button>
          </ApiForm>
        </ApiErrorBoundary>,
      )
      await press('Send')
      expect(at('street')).toBeInvalid()
      expect(at('filter')).toBeValid()
      expect(summaryLines()).toHaveLength(1)
      await userEvent.click(screen.getByRole('link'))
      expect(at('street')).toHaveFocus()
      expect(toasts()).toEqual([])
    },
  )

  it('leaves what none of its fields is called to its summary, and marks no filter', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Field name="street" label="filter" />
        <ApiForm onSubmit={() => Promise.reject(missing('Street'))}>
          <ErrorSummary />
          <Field name="city" label="city" />
          <button>Send</button>
        </ApiForm>
      </ApiErrorBoundary>,
    )
    await press('Send')
    expect(at('filter')).toBeValid()
    expect(summaryLines()).toHaveLength(1)
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('that opens as a dialog and closes takes nothing from the filter that was typed, and remounts nothing', async () => {
    function Page(): ReactNode {
      const [isOpen, setIsOpen] = useState(false)
      return (
        <ApiErrorBoundary>
          <Field name="street" label="filter" />
          <button onClick={() => setIsOpen(!isOpen)}>Toggle</button>
          {isOpen && (
            <div role="dialog">
              <ApiForm onSubmit={() => Promise.reject(missing('Street'))}>
                <Field name="street" label="street" />
                <button>Send</button>
              </ApiForm>
            </div>
          )}
        </ApiErrorBoundary>
      )
    }
    renderWithApiErrors(<Page />)
    const filter = at('filter')
    await userEvent.type(filter, 'Main')
    await press('Toggle')
    await press('Send')
    expect(within(screen.getByRole('dialog')).getByLabelText('street')).toBeInvalid()
    expect(at('street')).toHaveFocus()
    await press('Toggle')
    expect(at('filter')).toBe(filter)
    expect(filter).toHaveValue('Main')
    expect(filter).toBeValid()
    expect(toasts()).toEqual([])
  })

  // The second of two has a scope of its own: what the boundary says of fields counts there, and its queries spare it.
  describe.each([
    { what: 'the only one', before: null },
    {
      what: 'the second one',
      before: (
        <ApiForm onSubmit={() => undefined}>
          <button>Other</button>
        </ApiForm>
      ),
    },
  ])('$what', ({ before }) => {
    it('heeds the aliases of the boundary', async () => {
      renderWithApiErrors(
        <ApiErrorBoundary aliases={{ Recipient: 'to' }}>
          {before}
          <ApiForm onSubmit={() => Promise.reject(missing('Recipient'))}>
            <Field name="to" label="to" />
            <button>Send</button>
          </ApiForm>
        </ApiErrorBoundary>,
      )
      await press('Send')
      expect(at('to')).toBeInvalid()
      expect(toasts()).toEqual([])
    })

    it('is revealed as the boundary says', async () => {
      const asked: string[] = []
      renderWithApiErrors(
        <ApiErrorBoundary onReveal={(name) => asked.push(name)}>
          {before}
          <ApiForm onSubmit={() => Promise.reject(missing('to'))}>
            <Field name="to" label="to" />
            <button>Send</button>
          </ApiForm>
        </ApiErrorBoundary>,
      )
      await press('Send')
      expect(asked).toEqual(['to'])
      expect(at('to')).toHaveFocus()
    })

    it('stays when a query of the boundary fails', async () => {
      function Options(): ReactNode {
        useQuery({ queryKey: ['options'], queryFn: () => Promise.reject(failureOf('FORBIDDEN')), retry: false })
        return null
      }
      const page = (isFirstGone: boolean, more: ReactNode): ReactNode => (
        <ApiErrorBoundary>
          {!isFirstGone && before}
          <ApiForm onSubmit={() => undefined}>
            <Field name="to" label="to" />
          </ApiForm>
          {more}
        </ApiErrorBoundary>
      )
      const { rerender } = renderWithApiErrors(page(false, null))
      await userEvent.type(at('to'), '+44')
      rerender(page(true, null))
      await settled()
      rerender(page(true, <Options />))
      await settled()
      expect(at('to')).toHaveValue('+44')
      expect(toasts()).toHaveLength(1)
    })
  })
})
