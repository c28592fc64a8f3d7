import { useMutation } from '@tanstack/react-query'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ErrorState,
  ErrorSummary,
  Field,
  FieldError,
  useErrorSummary,
  useErrorToasts,
  useFieldError,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { ui, words } from '../setup/words.js'
import { failureOf, SubmitForm, summaryLines } from './form/renderForm.js'

// Surfaces that an app renders by itself over the hooks: they are homes as ours are, so nothing shows twice.

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const REQUIRED = words('PARAMETER_REQUIRED')
const toasts = (): readonly HTMLElement[] => within(screen.getByRole('region')).queryAllByRole('dialog')

async function renderRejected(content: ReactNode, failure: unknown = missing('to')) {
  const result = renderWithApiErrors(
    <ApiErrorBoundary>
      <SubmitForm send={() => Promise.reject(failure)}>{content}</SubmitForm>
    </ApiErrorBoundary>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
  return result
}

function OwnSummary(): ReactNode {
  const { lines, title, rootProps, alertProps } = useErrorSummary()
  return (
    <div {...rootProps} data-testid="summary">
      <div {...alertProps}>
        {lines.length > 0 && <strong>{title.text}</strong>}
        {lines.map(({ key, text, itemProps, linkProps }) => (
          <p key={key} {...itemProps}>
            {linkProps === undefined ? text.text : <a {...linkProps}>{text.text}</a>}
          </p>
        ))}
      </div>
    </div>
  )
}

describe('a field of your own', () => {
  function Marked({ name, children }: { readonly name: string; readonly children?: ReactNode }): ReactNode {
    return (
      <>
        <input aria-label={name} {...useFieldError(name).controlProps} />
        {children}
      </>
    )
  }
  function Speaking({ name }: { readonly name: string }): ReactNode {
    const { controlProps, errorProps, messages } = useFieldError(name)
    return (
      <>
        <input aria-label={name} {...controlProps} />
        <em {...errorProps}>{messages.join(' ')}</em>
      </>
    )
  }

  it('that reads its messages is their home', async () => {
    await renderRejected(<Speaking name="to" />)
    expect(screen.getByLabelText('to')).toHaveAccessibleDescription(REQUIRED.text)
    expect(toasts()).toHaveLength(0)
  })

  it('that reads them under another id, too: no element is looked for', async () => {
    function Elsewhere(): ReactNode {
      const { controlProps, messages } = useFieldError('to')
      return <input aria-label="to" title={messages.join(' ')} {...controlProps} />
    }
    await renderRejected(<Elsewhere />)
    expect(screen.getByTitle(REQUIRED.text)).toBeInvalid()
    expect(toasts()).toHaveLength(0)
  })

  it('that reads none is marked, and the summary says what is wrong', async () => {
    await renderRejected(
      <>
        <ErrorSummary />
        <Marked name="to" />
      </>,
    )
    expect(screen.getByLabelText('to')).toBeInvalid()
    expect(summaryLines()).toHaveLength(1)
    expect(screen.getByLabelText('to')).toHaveAccessibleDescription(expect.stringContaining(REQUIRED.text))
    expect(toasts()).toHaveLength(0)
  })

  it('that reads none, without a summary, leaves them to a toast', async () => {
    await renderRejected(<Marked name="to" />)
    expect(screen.getByLabelText('to')).toBeInvalid()
    expect(toasts()).toHaveLength(1)
  })

  it('that begins to read them takes them back from the toast, without a sound', async () => {
    function Late(): ReactNode {
      const [isOpen, setIsOpen] = useState(false)
      return (
        <Marked name="to">
          {isOpen && <FieldError name="to" />}
          <button type="button" onClick={() => setIsOpen(true)}>
            Open
          </button>
        </Marked>
      )
    }
    await renderRejected(<Late />)
    expect(toasts()).toHaveLength(1)
    const said = [...document.querySelectorAll('[data-api-toaster] [aria-live]')].map(({ textContent }) => textContent)
    fireEvent.click(screen.getByRole('button', { name: 'Open' }))
    await settled()
    expect(toasts()).toHaveLength(0)
    expect(screen.getByLabelText('to')).toHaveAccessibleDescription(expect.stringContaining(REQUIRED.text))
    expect(
      [...document.querySelectorAll('[data-api-toaster] [aria-live]')].map(({ textContent }) => textContent),
    ).toEqual(said)
  })
})

describe('a summary of your own', () => {
  it('is the home of what no field shows', async () => {
    await renderRejected(<OwnSummary />, missing('NotOnThePage'))
    expect(within(screen.getByTestId('summary')).getByText(ui('summaryTitle', { count: 1 }))).toBeVisible()
    expect(toasts()).toHaveLength(0)
  })

  it('takes the focus after a failed submit, and leads to the fields', async () => {
    await renderRejected(
      <>
        <OwnSummary />
        <Field name="to" label="To" />
      </>,
    )
    expect(screen.getByTestId('summary')).toHaveFocus()
    fireEvent.click(screen.getByRole('link'))
    expect(screen.getByLabelText('To')).toHaveFocus()
  })
})

describe('toasts of your own', () => {
  function OwnToasts(): ReactNode {
    return (
      <ul aria-label="Problems">
        {useErrorToasts().map(({ id, title, lines, count, dismiss }) => (
          <li key={id}>
            <strong>{title.text}</strong> {lines.map(({ text }) => text.text).join(' ')} {count}
            <button onClick={dismiss}>{`Dismiss ${id}`}</button>
          </li>
        ))}
      </ul>
    )
  }

  it('are the home of what has no better place, once for equal failures, until they are dismissed', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    render(
      <ApiErrorProvider client={client}>
        <OwnToasts />
      </ApiErrorProvider>,
    )
    await act(async () => {
      for (let count = 0; count < 3; count++) client.report(failureOf('PROJECT_LIMIT_REACHED', []))
    })
    await settled()
    const { title, nextStep } = words('PROJECT_LIMIT_REACHED')
    const items = screen.getAllByRole('listitem')
    expect(items).toHaveLength(1)
    expect(items[0]).toHaveTextContent(`${title} ${nextStep} 3`)
    fireEvent.click(screen.getByRole('button'))
    expect(screen.queryAllByRole('listitem')).toEqual([])
    expect(client.history.list()).toHaveLength(3)
    expect(client.history.list().every(({ closed }) => closed !== undefined)).toBe(true)
  })
})

describe('a part of ours', () => {
  it('takes class, style, ref and data attributes', async () => {
    const elements: Record<string, Element | null> = {}
    await renderRejected(
      <>
        <ErrorSummary
          className="mine"
          style={{ color: 'red' }}
          data-x="1"
          ref={(element) => void (elements.summary = element)}
        />
        <Field name="to" label="To" className="mine" data-x="2" ref={(element) => void (elements.input = element)} />
        <FieldError name="from" className="mine" data-x="3" ref={(element) => void (elements.error = element)} />
      </>,
    )
    expect(elements.summary).toHaveClass('mine')
    expect(elements.summary).toHaveAttribute('data-x', '1')
    expect(elements.summary).toHaveFocus()
    expect(elements.input).toBe(screen.getByLabelText('To'))
    expect(elements.input).toHaveAttribute('data-x', '2')
    expect(elements.error).toHaveClass('mine')
    expect(elements.error).toHaveAttribute('data-x', '3')
  })

  it('is replaced by a function: the messages of a field, its layout, the content of the summary', async () => {
    await renderRejected(
      <>
        <ErrorSummary>{({ lines }) => <p>{lines.length} to mend</p>}</ErrorSummary>
        <Field
          name="to"
          label="To"
          render={({ label, control, field }) => (
            <>
              {control}
              {label}
              <FieldError name="to">
                {(messages) => messages.map(({ text }) => <b key={text.text}>{text.text}</b>)}
              </FieldError>
              {field.isInvalid && <i>wrong</i>}
            </>
          )}
        />
      </>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('1 to mend')
    const input = screen.getByLabelText('To')
    expect(input.nextElementSibling?.tagName).toBe('LABEL')
    expect(screen.getByText('wrong')).toBeVisible()
    expect(input).toHaveAccessibleDescription(REQUIRED.text)
    expect(toasts()).toHaveLength(0)
  })

  it('is replaced in the place of content, too: a state lays out its parts', async () => {
    function Page(): ReactNode {
      const save = useMutation({ mutationFn: () => Promise.reject(makeFailure('HTTP_500')) })
      return (
        <>
          <button onClick={() => save.mutate()}>Save</button>
          <ErrorState
            error={save}
            className="mine"
            render={({ message, actions }) => (
              <section>
                {actions}
                {message}
              </section>
            )}
          />
        </>
      )
    }
    renderWithApiErrors(<Page />)
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await settled()
    const state = screen.getByRole('heading').closest('.mine')
    expect(state?.firstElementChild?.firstElementChild).toContainElement(
      screen.getByRole('button', { name: ui('tryAgain') }),
    )
    expect(screen.queryByText(ui('details'))).toBeNull()
    expect(toasts()).toHaveLength(0)
  })

  it('keeps its control through every change of props: what was typed and the focus stay', async () => {
    const page = (bad: boolean) => (
      <ApiErrorBoundary>
        <Field
          name="to"
          label="To"
          {...(bad ? { 'aria-invalid': true, hint: 'With the country code', className: 'x', disabled: false } : {})}
        />
      </ApiErrorBoundary>
    )
    const { rerender } = renderWithApiErrors(page(false))
    const input = screen.getByLabelText('To')
    fireEvent.change(input, { target: { value: '+44' } })
    act(() => input.focus())
    rerender(page(true))
    expect(screen.getByLabelText('To')).toBe(input)
    expect(input).toHaveValue('+44')
    expect(input).toHaveFocus()
    rerender(page(false))
    expect(screen.getByLabelText('To')).toBe(input)
  })
})
