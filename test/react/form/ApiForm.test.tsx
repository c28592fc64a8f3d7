import { useMutation, useQuery } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field, FieldError, useFieldError } from '../../../src/index.js'
import { ApiForm } from '../../../src/react/form/ApiForm.js'
import { makeFailure, renderWithApiErrors } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { failureOf, messagesWith, summaryLines } from './renderForm.js'
import { containing, ui, words } from '../../setup/words.js'
import { fieldMessages, toasts } from '../../setup/onScreen.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const press = async (name = 'Send'): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await settled()
}
const plain = (
  <>
    <label>
      To <input name="to" aria-describedby="hint" />
    </label>
    <span id="hint">With the country code</span>
    <label>
      From{' '}
      <select name="from">
        <option>Reception</option>
      </select>
    </label>
    <label>
      Text <textarea name="text" />
    </label>
    <button>Send</button>
  </>
)
const form = (onSubmit: (data: FormData) => unknown, children: ReactNode = plain): ReactNode => (
  <ApiForm onSubmit={onSubmit}>
    <ErrorSummary />
    {children}
  </ApiForm>
)

describe('ApiForm with onSubmit', () => {
  it('marks plain controls by their names, and the summary says the message', async () => {
    renderWithApiErrors(form(() => Promise.reject(missing('To', 'Text'))))
    await press()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(
      containing('With the country code', words('PARAMETER_REQUIRED').text),
    )
    expect(screen.getByLabelText('From')).toBeValid()
    expect(screen.getByLabelText('Text')).toBeInvalid()
    expect(summaryLines()).toHaveLength(2)
    expect(toasts()).toHaveLength(0)
  })

  it('keeps what was typed', async () => {
    renderWithApiErrors(form(() => Promise.reject(missing('Text'))))
    await userEvent.type(screen.getByLabelText('To'), '+442079460501')
    await press()
    expect(screen.getByLabelText('To')).toHaveValue('+442079460501')
  })

  it('links from the summary to plain controls', async () => {
    renderWithApiErrors(form(() => Promise.reject(missing('From'))))
    await press()
    await userEvent.click(screen.getByRole('link', { name: /From/ }))
    expect(screen.getByLabelText('From')).toHaveFocus()
  })

  it('clears a plain control that is edited, and its description is the one it had', async () => {
    renderWithApiErrors(form(() => Promise.reject(missing('To', 'Text'))))
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('To')).toHaveAttribute('aria-describedby', 'hint')
    expect(screen.getByLabelText('Text')).toBeInvalid()
    expect(summaryLines()).toHaveLength(1)
  })

  it('shows the message beside a plain control where a FieldError is, once', async () => {
    renderWithApiErrors(
      form(
        () => Promise.reject(missing('To')),
        <>
          <FieldError name="to" />
          {plain}
        </>,
      ),
    )
    await press()
    expect(messagesWith(words('PARAMETER_REQUIRED').text)).toBe(1)
    const description = document.getElementById(
      screen.getByLabelText('To').getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
    )
    expect(description).toHaveTextContent(words('PARAMETER_REQUIRED').text)
    expect(screen.getByRole('alert')).not.toContainElement(description)
    expect(summaryLines()).toHaveLength(1)
  })

  it('finds controls that come later, and follows their names', async () => {
    function Rows(): ReactNode {
      const [ids, setIds] = useState(['a'])
      return (
        <>
          {ids.map((id, index) => (
            <input key={id} aria-label={id} name={`rows.${index}.to`} />
          ))}
          <button type="button" onClick={() => setIds(['new', ...ids])}>
            Insert
          </button>
          <button>Send</button>
        </>
      )
    }
    renderWithApiErrors(form(() => Promise.reject(missing('Rows[0].To')), <Rows />))
    await press()
    expect(screen.getByLabelText('a')).toBeInvalid()
    await press('Insert')
    expect(screen.getByLabelText('new')).toBeValid()
    expect(screen.getByLabelText('a')).toBeInvalid()
    expect(screen.getByRole('link')).toBeInTheDocument()
    await press()
    expect(screen.getByLabelText('new')).toBeInvalid()
    expect(screen.getByLabelText('a')).toBeValid()
  })

  it('describes radio buttons on their group, and marks no radio button', async () => {
    const radios = (
      <fieldset role="radiogroup">
        <legend>Direction</legend>
        {['In', 'Out'].map((value) => (
          <label key={value}>
            <input type="radio" name="direction" value={value} />
            {value}
          </label>
        ))}
        <button>Send</button>
      </fieldset>
    )
    renderWithApiErrors(form(() => Promise.reject(missing('Direction')), radios))
    await press()
    expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription(containing(words('PARAMETER_REQUIRED').text))
    expect(screen.getByRole('radiogroup')).toHaveAttribute('aria-invalid', 'true')
    expect(document.querySelectorAll('input[aria-invalid], input[aria-describedby]')).toHaveLength(0)
    await userEvent.click(screen.getByLabelText('Out'))
    expect(screen.getByRole('radiogroup')).not.toHaveAttribute('aria-invalid')
    expect(summaryLines()).toEqual([])
  })

  it('marks each of several checkboxes, and describes their group', async () => {
    const boxes = (
      <fieldset>
        <legend>Scopes</legend>
        {['read', 'write'].map((value) => (
          <label key={value}>
            <input type="checkbox" name="scopes" value={value} />
            {value}
          </label>
        ))}
        <button>Send</button>
      </fieldset>
    )
    renderWithApiErrors(form(() => Promise.reject(missing('Scopes')), boxes))
    await press()
    expect(screen.getByRole('group', { name: 'Scopes' })).toHaveAccessibleDescription(
      containing(words('PARAMETER_REQUIRED').text),
    )
    expect(document.querySelectorAll('input[aria-invalid="true"]')).toHaveLength(2)
    expect(document.querySelector('fieldset')).not.toHaveAttribute('aria-invalid')
  })

  it('gives the function what is filled in, with the button that was pressed', async () => {
    const onSubmit = vi.fn<(data: FormData) => void>()
    renderWithApiErrors(
      form(
        onSubmit,
        <>
          <input name="to" defaultValue="1" />
          <button name="how" value="later">
            Later
          </button>
        </>,
      ),
    )
    await press('Later')
    expect(onSubmit.mock.calls.map((args) => args.length)).toEqual([1])
    expect(Object.fromEntries(onSubmit.mock.calls[0]?.[0] ?? [])).toEqual({ to: '1', how: 'later' })
  })

  it.each([
    { how: 'an ApiError', failure: makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }) },
    {
      how: 'its JSON, as a server action returns it',
      failure: makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }).toJSON(),
    },
    {
      how: '{ error } with a response',
      failure: { data: undefined, error: missing('To'), response: { ok: false, status: 400 } },
    },
    { how: 'a body', failure: missing('To') },
    { how: 'a Response', failure: makeFailure('PARAMETER_REQUIRED', { fields: ['To'], as: 'response' }) },
  ])('takes $how that is returned for a failure', async ({ failure }) => {
    renderWithApiErrors(form(() => Promise.resolve(failure)))
    await press()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it.each([
    undefined,
    null,
    'ok',
    { id: 1, error: null },
    { ResponseStatus: {} },
    [{ ErrorCode: 'INVALID_SMS_TEXT' }],
    { ErrorCode: null, Message: { Sid: 1 } },
  ])('takes %j for a success', async (answer) => {
    const { apiErrors } = renderWithApiErrors(form(() => Promise.resolve(answer)))
    await press()
    expect(screen.getByRole('status')).toHaveTextContent(ui('saved'))
    expect(apiErrors.history.list()).toEqual([])
  })

  it('takes a synchronous throw for a failure', async () => {
    const fail = (): never => {
      throw makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
    }
    renderWithApiErrors(form(fail))
    await press()
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('clears everything on success, and can be sent again without an edit before', async () => {
    const answers: unknown[] = [missing('To'), missing('To')]
    const { apiErrors } = renderWithApiErrors(form(async () => answers.shift()))
    await press()
    await press()
    expect(screen.getByLabelText('To')).toBeInvalid()
    await press()
    expect(screen.getByLabelText('To')).toBeValid()
    expect(summaryLines()).toEqual([])
    expect(apiErrors.history.list()).toHaveLength(2)
  })

  it('sends once while an answer is awaited, says so, and keeps the focus on the button', async () => {
    let answer: (value?: unknown) => void = () => undefined
    const onSubmit = vi.fn(() => new Promise((resolve) => (answer = resolve)))
    const { container } = renderWithApiErrors(form(onSubmit))
    const button = screen.getByRole('button')
    await userEvent.click(button)
    await userEvent.click(button)
    fireEvent.submit(container.querySelector('form') ?? container)
    await settled()
    expect(onSubmit).toHaveBeenCalledTimes(1)
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toBeEnabled()
    expect(button).toHaveFocus()
    expect(container.querySelector('form')).toHaveAttribute('aria-busy', 'true')
    expect(screen.getByRole('status')).toHaveTextContent(ui('submitting'))
    answer()
    await settled()
    expect(button).not.toHaveAttribute('aria-disabled')
    expect(screen.getByRole('status')).toHaveTextContent(ui('saved'))
    await userEvent.click(button)
    expect(onSubmit).toHaveBeenCalledTimes(2)
  })

  it('shows warnings as warnings and counts as saved', async () => {
    document.title = 'Send a message'
    const { ResponseStatus } = missing('To')
    const warning = {
      ResponseStatus: {
        ...ResponseStatus,
        ErrorCode: '',
        Errors: [{ FieldName: 'To', ErrorCode: 'PARAMETER_TOO_LONG', Meta: { Severity: 'Warning' } }],
      },
    }
    renderWithApiErrors(
      form(
        () => Promise.resolve(warning),
        <>
          <Field name="to" label="To" />
          <button>Send</button>
        </>,
      ),
    )
    await press()
    expect(fieldMessages()[0]).toHaveAttribute('data-severity', 'warning')
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(
      `${ui('warningPrefix')} ${words('PARAMETER_TOO_LONG').text}The server says so.`,
    )
    expect(screen.getByRole('status')).toHaveTextContent(ui('saved'))
    expect(screen.getByRole('button')).toHaveFocus()
    expect(document.title).toBe('Send a message')
  })

  it('works under StrictMode, with fields of every kind', async () => {
    function Widget(): ReactNode {
      const { controlProps, errorProps, messages } = useFieldError('color', 'Color')
      const { onInput, name: _, ...rest } = controlProps
      return (
        <>
          <div role="textbox" aria-label="Color" tabIndex={0} {...rest} onClick={onInput} />
          <p {...errorProps}>{messages}</p>
        </>
      )
    }
    renderWithApiErrors(
      <StrictMode>
        {form(
          () => Promise.reject(missing('To', 'File', 'Color')),
          <>
            <Field name="to" label="To" />
            <Field name="file" label="File" type="file" />
            <Widget />
            <button>Send</button>
          </>,
        )}
      </StrictMode>,
    )
    await press()
    for (const name of ['To', 'File', 'Color'])
      expect(screen.getByLabelText(name)).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByLabelText('Color')).toHaveAccessibleDescription(words('PARAMETER_REQUIRED').text)
    await userEvent.click(screen.getByLabelText('Color'))
    expect(screen.getByLabelText('Color')).not.toHaveAttribute('aria-invalid')
    expect(summaryLines()).toHaveLength(2)
  })

  it('leaves to a toast what comes after it has gone', async () => {
    let fail: (failure: unknown) => void = () => undefined
    const { rerender } = renderWithApiErrors(form(() => new Promise((_, reject) => (fail = reject))))
    await press()
    rerender(<p>Elsewhere</p>)
    fail(missing('To'))
    await settled()
    expect(toasts()).toHaveLength(1)
  })
})

describe('the scope of ApiForm', () => {
  it('is that of the boundary around it, when it is the only form', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <ErrorSummary />
        <ApiForm onSubmit={() => Promise.reject(missing('To'))}>{plain}</ApiForm>
      </ApiErrorBoundary>,
    )
    await press()
    expect(summaryLines()).toHaveLength(1)
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('is its own, where another form has that of the boundary', async () => {
    const section = (name: string): ReactNode => (
      <section aria-label={name}>{form(() => Promise.reject(missing('To')))}</section>
    )
    renderWithApiErrors(
      <StrictMode>
        <ApiErrorBoundary>
          {section('one')}
          {section('two')}
        </ApiErrorBoundary>
      </StrictMode>,
    )
    const [one, two] = ['one', 'two'].map((name) => within(screen.getByRole('region', { name })))
    await userEvent.click(two?.getByRole('button') ?? document.body)
    await settled()
    expect(two?.getByLabelText('To')).toBeInvalid()
    expect(one?.getByLabelText('To')).toBeValid()
    expect(one?.queryByRole('link')).toBeNull()
  })

  it('gets the failures of a query inside, and the form stays', async () => {
    function Options(): ReactNode {
      useQuery({ queryKey: ['options'], queryFn: () => Promise.reject(failureOf('FLOW_NOT_FOUND')), retry: false })
      return null
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        {form(
          () => undefined,
          <>
            {plain}
            <Options />
          </>,
        )}
      </ApiErrorBoundary>,
    )
    await settled()
    expect(screen.getByRole('button', { name: 'Send' })).toBeInTheDocument()
    expect(summaryLines()).toEqual([words('FLOW_NOT_FOUND').text])
  })
})

describe('ApiForm with a mutation', () => {
  function Page({ send }: { readonly send: (data: FormData) => Promise<unknown> }): ReactNode {
    const mutation = useMutation({ mutationFn: send })
    return (
      <ApiForm mutation={mutation}>
        <ErrorSummary />
        {plain}
      </ApiForm>
    )
  }

  it('shows its failures, although the hook was called outside', async () => {
    renderWithApiErrors(<Page send={() => Promise.reject(missing('To'))} />)
    await press()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(summaryLines()).toHaveLength(1)
    expect(toasts()).toHaveLength(0)
  })

  it('clears on success', async () => {
    const answers = [() => Promise.reject(missing('To')), () => Promise.resolve('saved')]
    renderWithApiErrors(<Page send={() => answers.shift()?.() ?? Promise.resolve()} />)
    await press()
    await press()
    expect(screen.getByLabelText('To')).toBeValid()
    expect(summaryLines()).toEqual([])
    expect(screen.getByRole('status')).toHaveTextContent(ui('saved'))
  })

  it('takes what the mutation needs out of what is filled in', async () => {
    const send = vi.fn(async ({ to }: { readonly to: string }) => to)
    function Typed(): ReactNode {
      const mutation = useMutation({ mutationFn: send })
      return (
        <ApiForm mutation={mutation} variables={(data) => ({ to: String(data.get('to')) })}>
          {plain}
        </ApiForm>
      )
    }
    renderWithApiErrors(<Typed />)
    await userEvent.type(screen.getByLabelText('To'), '1')
    await press()
    expect(send.mock.calls[0]?.[0]).toEqual({ to: '1' })
  })

  it('sends once while an answer is awaited', async () => {
    const send = vi.fn(() => new Promise(() => undefined))
    renderWithApiErrors(<Page send={send} />)
    await press()
    await press()
    expect(send).toHaveBeenCalledTimes(1)
  })
})

describe('outside of a provider', () => {
  it('says what is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => render(form(() => undefined))).toThrow(/ApiErrorProvider/)
    vi.mocked(console.error).mockRestore()
  })
})
