import { useMutation, useQuery } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field } from '../../src/index.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { failureOf } from './form/renderForm.js'

// P1 and its kind: focus moves only as the answer to what the user did to send, and only while that is still what the
// user did last. All else (a check on blur, an autosave, a switch that saves at once) marks and lists, and moves nothing.

const failure = failureOf('PARAMETER_REQUIRED', ['to'])

/** A form whose mutation is sent in one of several ways, and answered when the test says so. */
function renderForm(content: (send: () => void) => ReactNode, { summary = true, isStrict = false } = {}) {
  let answer: () => void = () => undefined
  function Form(): ReactNode {
    const { mutate } = useMutation({
      mutationFn: () => new Promise((_resolve, reject) => (answer = () => reject(failure))),
    })
    return (
      <>
        {summary && <ErrorSummary />}
        <Field name="to" label="To" />
        <Field name="text" label="Text" />
        {content(() => mutate())}
      </>
    )
  }
  const page = (
    <ApiErrorBoundary>
      <Form />
    </ApiErrorBoundary>
  )
  renderWithApiErrors(isStrict ? <StrictMode>{page}</StrictMode> : page)
  return {
    rejected: async () => {
      await act(async () => answer())
      await settled()
      expect(screen.getByLabelText('To')).toBeInvalid()
    },
  }
}

const summary = (): HTMLElement | null => screen.getByRole('alert').parentElement
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the focus goes to the summary', () => {
  it.each([
    ['a press of a button', (send: () => void) => <button onClick={send}>Send</button>],
    [
      'a press of what has the role of one',
      (send: () => void) => (
        <div role="button" tabIndex={0} onClick={send} onKeyDown={() => undefined}>
          Send
        </div>
      ),
    ],
    [
      'a press that acts on pointerup',
      (send: () => void) => (
        <button onPointerUp={send} onClick={() => undefined}>
          Send
        </button>
      ),
    ],
    [
      'a press whose validation takes its time',
      (send: () => void) => (
        <button onClick={() => void Promise.resolve().then(() => setTimeout(send, 0))}>Send</button>
      ),
    ],
  ] as const)('after %s', async (_, content) => {
    const { rejected } = renderForm(content)
    await press('Send')
    await settled()
    await rejected()
    expect(summary()).toHaveFocus()
  })

  it('under StrictMode, and on the second try alike', async () => {
    const { rejected } = renderForm((send) => <button onClick={send}>Send</button>, { isStrict: true })
    for (let attempt = 0; attempt < 2; attempt++) {
      await press('Send')
      await rejected()
      expect(summary()).toHaveFocus()
    }
  })

  it('after Enter in a field of an ApiForm', async () => {
    renderWithApiErrors(
      <ApiForm onSubmit={() => Promise.reject(failure)}>
        <ErrorSummary />
        <Field name="to" label="To" />
        <button>Send</button>
      </ApiForm>,
    )
    await userEvent.type(screen.getByLabelText('To'), '1{Enter}')
    await settled()
    expect(summary()).toHaveFocus()
  })
})

describe('the focus stays', () => {
  it('where the user types meanwhile, after a check on blur', async () => {
    const { rejected } = renderForm((send) => <input aria-label="Email" onBlur={send} />)
    await userEvent.type(screen.getByLabelText('Email'), 'x')
    await userEvent.tab({ shift: true })
    expect(screen.getByLabelText('Text')).toHaveFocus()
    await rejected()
    expect(screen.getByLabelText('Text')).toHaveFocus()
  })

  it('where the user types meanwhile, after a press of Send: the answer is late', async () => {
    const { rejected } = renderForm((send) => <button onClick={send}>Send</button>)
    await press('Send')
    await userEvent.type(screen.getByLabelText('Text'), 'more')
    await rejected()
    expect(screen.getByLabelText('Text')).toHaveFocus()
    expect(screen.getByLabelText('Text')).toHaveValue('more')
  })

  it('where it is when the change was saved by itself', async () => {
    const { rejected } = renderForm((send) => <textarea aria-label="Note" onChange={() => setTimeout(send, 0)} />)
    await userEvent.type(screen.getByLabelText('Note'), 'x')
    await settled()
    await rejected()
    expect(screen.getByLabelText('Note')).toHaveFocus()
  })

  it.each(['switch', 'checkbox', 'tab'] as const)('on a %s that saves at once', async (role) => {
    const { rejected } = renderForm((send) => (
      <button role={role} aria-checked={role === 'tab' ? undefined : false} onClick={send}>
        Alerts
      </button>
    ))
    await userEvent.click(screen.getByRole(role))
    await rejected()
    expect(screen.getByRole(role)).toHaveFocus()
  })

  it('without a summary, too: the first invalid field takes it only as an answer', async () => {
    const { rejected } = renderForm(
      (send) => (
        <>
          <button onClick={send}>Send</button>
          <input aria-label="Email" onBlur={send} />
        </>
      ),
      { summary: false },
    )
    act(() => screen.getByLabelText('Email').focus())
    await userEvent.tab({ shift: true })
    await rejected()
    expect(screen.getByRole('button', { name: 'Send' })).toHaveFocus()
    await press('Send')
    await rejected()
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('after Enter in a textarea, where it makes a new line', async () => {
    const { rejected } = renderForm((send) => (
      <textarea aria-label="Note" onKeyDown={({ key }) => key === 'Enter' && send()} />
    ))
    await userEvent.type(screen.getByLabelText('Note'), '{Enter}')
    await rejected()
    expect(screen.getByLabelText('Note')).toHaveFocus()
  })
})

it('an event of a script that presses a button counts as a press', async () => {
  const { rejected } = renderForm((send) => <button onClick={send}>Send</button>)
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
  await rejected()
  expect(summary()).toHaveFocus()
})

describe('a query that a search form asks for', () => {
  function Search({ answers }: { readonly answers: (() => Promise<unknown>)[] }): ReactNode {
    const [text, setText] = useState('')
    const query = useQuery({
      queryKey: ['search', text],
      queryFn: () => answers.shift()?.(),
      enabled: text !== '',
    })
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setText('a')
          if (text !== '') void query.refetch()
        }}
      >
        <ErrorSummary />
        <Field name="to" label="To" />
        <button>Search</button>
      </form>
    )
  }
  const fails = (): Promise<unknown> => Promise.reject(failure)
  const renderSearch = (...answers: (() => Promise<unknown>)[]) =>
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Search answers={answers} />
      </ApiErrorBoundary>,
    )

  it('is answered like a submit: the summary takes the focus', async () => {
    renderSearch(fails)
    await press('Search')
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(summary()).toHaveFocus()
  })

  it('moves no focus when it fails in the background later', async () => {
    const { queryClient } = renderSearch(fails, fails)
    await press('Search')
    await settled()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await act(() => queryClient.refetchQueries())
    await settled()
    expect(screen.getByLabelText('To')).toHaveFocus()
  })
})

describe('disableAutoFocus', () => {
  const fields = (
    <>
      <Field name="to" label="To" />
      <button>Send</button>
    </>
  )
  const fails = (): Promise<unknown> => Promise.reject(failure)
  const form = (own: { readonly disableAutoFocus?: boolean }, hasSummary: boolean) => (
    <ApiForm onSubmit={fails} {...own}>
      {hasSummary && <ErrorSummary />}
      {fields}
    </ApiForm>
  )
  const button = () => screen.getByRole('button', { name: 'Send' })

  it.each([true, false])('of an ApiForm keeps the focus on the button; with a summary: %s', async (hasSummary) => {
    renderWithApiErrors(form({ disableAutoFocus: true }, hasSummary))
    await press('Send')
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(button()).toHaveFocus()
  })

  it.each([true, false])('of a boundary holds for the forms in it; with a summary: %s', async (hasSummary) => {
    renderWithApiErrors(<ApiErrorBoundary disableAutoFocus>{form({}, hasSummary)}</ApiErrorBoundary>)
    await press('Send')
    await settled()
    expect(button()).toHaveFocus()
  })

  it('of an ApiForm wins over that of its boundary', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary disableAutoFocus>{form({ disableAutoFocus: false }, false)}</ApiErrorBoundary>,
    )
    await press('Send')
    await settled()
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('still says the same aloud', async () => {
    renderWithApiErrors(form({ disableAutoFocus: true }, true))
    await press('Send')
    await settled()
    expect(screen.getByRole('alert')).not.toBeEmptyDOMElement()
    expect(screen.getByRole('alert')).not.toHaveAttribute('aria-live', 'off')
  })
})
