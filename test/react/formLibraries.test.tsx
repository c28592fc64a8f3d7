import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { useRef, type ReactNode } from 'react'
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field, useApiError, type FormFields } from '../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { messagesWith, summaryLines, toasts, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'

const REQUIRED = words('PARAMETER_REQUIRED')
const SERVICE = words('HTTP_500').title
const missing = (...fields: readonly string[]) => makeFailure('PARAMETER_REQUIRED', { fields })

const NAMES = ['to', 'text', 'sender.name']

/** A form of React Aria, with nothing of ours but the hook. */
function AriaForm({
  failure,
  fields,
  meta,
}: {
  readonly failure: unknown
  readonly fields?: FormFields | 'element'
  readonly meta?: Record<string, unknown>
}): ReactNode {
  const form = useRef<HTMLFormElement>(null)
  const save = useMutation({ mutationFn: () => Promise.reject(failure), ...(meta && { meta }) })
  const options = { fields: fields === 'element' ? form : fields }
  return (
    <Form
      ref={form}
      validationErrors={useApiError(save, options).fieldErrors}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {NAMES.map((name) => (
        <TextField key={name} name={name}>
          <Label>{name}</Label>
          <Input />
          <FieldError data-testid={name} />
        </TextField>
      ))}
      <button>Save</button>
    </Form>
  )
}

async function send(): Promise<void> {
  const form = screen.getByRole('button', { name: 'Save' }).closest('form')
  if (form !== null) fireEvent.submit(form)
  await settled()
}

const toastTexts = (): readonly (string | null)[] => toasts().map((toast) => toast.textContent)

const at = (name: string): string | undefined => screen.queryByTestId(name)?.textContent

// The kind: a form library shows the problems that it is given under the names of its fields, and no others.
describe.each([
  { how: 'a list', fields: NAMES },
  { how: 'its element', fields: 'element' as const },
])('P40 field errors that React Aria gets, with the names of $how', ({ fields }) => {
  it('have the names of the form, and stand nowhere else', async () => {
    renderWithApiErrors(<AriaForm failure={missing('To')} fields={fields} />)
    await send()
    expect(at('to')).toBe(REQUIRED.text)
    expect(screen.getByRole('textbox', { name: 'to' })).toBeInvalid()
    expect(messagesWith(REQUIRED.text)).toBe(1)
    expect(toastTitles()).toEqual([])
  })

  it('are found for nested names and for several at once', async () => {
    renderWithApiErrors(<AriaForm failure={missing('Text', 'Sender[Name]', 'Sender.Name')} fields={fields} />)
    await send()
    expect(at('text')).toBe(REQUIRED.text)
    expect(at('sender.name')).toContain(REQUIRED.text)
    expect(toastTitles()).toEqual([])
  })

  it('leave what belongs to no field to a toast', async () => {
    renderWithApiErrors(<AriaForm failure={missing('To', 'Project')} fields={fields} />)
    await send()
    expect(at('to')).toBe(REQUIRED.text)
    expect(toastTitles()).toHaveLength(1)
    expect(document.body).toHaveTextContent(/Project/)
  })

  it('leave what belongs to no field to the summary', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <ErrorSummary />
        <AriaForm failure={missing('To', 'Project')} fields={fields} />
      </ApiErrorBoundary>,
    )
    await send()
    expect(at('to')).toBe(REQUIRED.text)
    expect(summaryLines()).toHaveLength(1)
    expect(toastTitles()).toEqual([])
  })

  it('take nothing of a failure without fields', async () => {
    renderWithApiErrors(<AriaForm failure={makeFailure('HTTP_500')} fields={fields} />)
    await send()
    expect(toastTitles()).toEqual([SERVICE])
  })

  it('leave out what another field of ours shows', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Field name="text" label="Text" />
        <AriaForm failure={missing('To', 'Text')} fields={fields} />
      </ApiErrorBoundary>,
    )
    await send()
    expect(at('to')).toBe(REQUIRED.text)
    expect(at('text')).toBeUndefined()
  })

  it('leave out what meta gives another home', async () => {
    const meta = { apiError: { home: 'toast' } }
    renderWithApiErrors(<AriaForm failure={missing('To')} fields={fields} meta={meta} />)
    await send()
    expect(at('to')).toBeUndefined()
    expect(toastTitles()).toHaveLength(1)
  })

  it('end with the form: what has found another place says no more for that', async () => {
    const page = (content: ReactNode): ReactNode => <ApiErrorBoundary>{content}</ApiErrorBoundary>
    const { rerender } = renderWithApiErrors(page(<AriaForm failure={missing('To', 'Project')} fields={fields} />))
    await send()
    const before = toastTexts()
    expect(before).toHaveLength(1)
    rerender(page(<p>Another page</p>))
    await settled()
    expect(toastTexts()).toEqual(before)
  })

  it('come again with an equal failure', async () => {
    renderWithApiErrors(<AriaForm failure={missing('To')} fields={fields} />)
    await send()
    const input = screen.getByRole('textbox', { name: 'to' })
    fireEvent.input(input, { target: { value: 'x' } })
    fireEvent.change(input, { target: { value: 'xy' } })
    await send()
    expect(at('to')).toBe(REQUIRED.text)
  })
})

describe('P40 field errors without the names of the form', () => {
  it('have the names of the server, and the developer is told that no control has one', async () => {
    renderWithApiErrors(<AriaForm failure={missing('To')} />)
    await send()
    expect(at('to')).toBeUndefined()
    expect(takeConsole()).toEqual([expect.stringMatching(/given "To" to a form library, .+ \{ fields: \[/)])
  })

  it('are right where form and server write alike', async () => {
    renderWithApiErrors(<AriaForm failure={missing('to')} />)
    await send()
    expect(at('to')).toBe(REQUIRED.text)
  })

  it('take nothing of a failure without fields', async () => {
    renderWithApiErrors(<AriaForm failure={makeFailure('HTTP_500')} />)
    await send()
    expect(toastTitles()).toEqual([SERVICE])
  })
})

describe('P40 a component that reads more than the field errors', () => {
  function Whole({ failure }: { readonly failure: unknown }): ReactNode {
    const save = useMutation({ mutationFn: () => Promise.reject(failure) })
    const { fieldErrors, formErrors } = useApiError(save, { fields: NAMES })
    return (
      <>
        <button onClick={() => save.mutate()}>Send</button>
        <output>{JSON.stringify([fieldErrors, formErrors])}</output>
      </>
    )
  }

  it('shows the whole failure: what belongs to no field is in formErrors, with its name', async () => {
    renderWithApiErrors(<Whole failure={missing('To', 'Project')} />)
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const [fieldErrors, formErrors] = JSON.parse(screen.getByRole('status').textContent ?? '')
    expect(fieldErrors).toEqual({ to: [REQUIRED.text] })
    expect(formErrors).toEqual([expect.stringContaining('Project')])
    expect(toastTitles()).toEqual([])
  })
})
