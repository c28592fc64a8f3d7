import { useMutation } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, useFieldError } from '../../../src/index.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { fieldMessages, toasts } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { failureOf, SubmitForm, summaryLines } from './renderForm.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const invalid = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[aria-invalid="true"]')].map((control) => control.getAttribute('name'))

/** An answer that comes when the test says so. */
function createAnswer() {
  const calls: ((failure: unknown) => void)[] = []
  return {
    send: () => new Promise<unknown>((_, reject) => void calls.push(reject)),
    fail: async (failure: unknown): Promise<void> => {
      calls.at(-1)?.(failure)
      await settled()
    },
  }
}

const press = () => userEvent.click(screen.getByRole('button', { name: 'Send' }))

function Bare(): ReactNode {
  const { controlProps, errorProps, messages, clear } = useFieldError('from', 'From')
  return (
    <>
      <input aria-label="From" {...controlProps} />
      <span {...errorProps}>{messages}</span>
      <button type="button" onClick={clear}>
        Use default
      </button>
    </>
  )
}

const summary = <ErrorSummary key="summary" />
const fields = [<Field key="to" name="to" label="To" />, <Bare key="from" />]
const controls = ['to', 'from'].map((name) => (
  <input key={name} name={name} aria-label={name === 'to' ? 'To' : 'From'} />
))

// R3. The kind: the user goes on while a request runs, and the answer is about what no longer stands there.
describe.each([
  { what: 'fields in a boundary', content: fields, isPlain: false },
  { what: 'fields in an ApiForm', content: fields, isPlain: true },
  { what: 'plain controls of an ApiForm', content: controls, isPlain: true },
])('a field that was edited since the call began: $what', ({ content, isPlain }) => {
  const render = (children: ReactNode) => {
    const answer = createAnswer()
    const inside = (
      <>
        {children}
        {content}
      </>
    )
    const form = isPlain ? (
      <ApiForm onSubmit={answer.send}>
        {inside}
        <button>Send</button>
      </ApiForm>
    ) : (
      <SubmitForm send={answer.send}>{inside}</SubmitForm>
    )
    const { apiErrors } = renderWithApiErrors(<ApiErrorBoundary>{form}</ApiErrorBoundary>)
    return { ...answer, apiErrors }
  }

  it('is not marked, and what else is wrong says that nothing was saved', async () => {
    const { fail } = render(summary)
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await fail(missing('To', 'From'))
    expect(invalid()).toEqual(['from'])
    expect(summaryLines()).toEqual([expect.stringMatching(/From/)])
    expect(toasts()).toEqual([])
  })

  it('keeps nothing open once the rest is dealt with', async () => {
    const { fail, apiErrors } = render(summary)
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await fail(missing('To', 'From'))
    await userEvent.type(screen.getByLabelText('From'), '1')
    await settled()
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['cleared'])
  })

  it('is named in the summary when nothing else is wrong, with a link', async () => {
    const { fail } = render(summary)
    await press()
    await userEvent.clear(screen.getByLabelText('From'))
    await userEvent.type(screen.getByLabelText('From'), '22')
    await fail(failureOf('PARAMETER_INVALID', ['From']))
    expect(invalid()).toEqual([])
    expect(summaryLines()).toEqual([expect.stringMatching(/^From/)])
    expect(screen.getByRole('link')).toBeVisible()
    expect(toasts()).toEqual([])
  })

  it('is named in a toast where there is no summary, which stays while the user types on', async () => {
    const { fail } = render(null)
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await fail(missing('To'))
    await userEvent.type(screen.getByLabelText('To'), '2')
    await settled()
    expect(invalid()).toEqual([])
    expect(toasts()).toHaveLength(1)
    expect(toasts()[0]).toHaveTextContent(/To/)
  })

  it('is marked by the answer to the next try', async () => {
    const { fail } = render(summary)
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await fail(missing('To'))
    await press()
    await fail(missing('To'))
    expect(invalid()).toEqual(['to'])
    expect(summaryLines()).toHaveLength(1)
  })

  it('before the call began is marked', async () => {
    const { fail } = render(summary)
    await userEvent.type(screen.getByLabelText('To'), '1')
    await press()
    await fail(missing('To'))
    expect(invalid()).toEqual(['to'])
  })

  it('is not marked when the form was reset meanwhile', async () => {
    const { fail } = render(summary)
    await press()
    await act(async () => document.querySelector('form')?.reset())
    await fail(missing('To', 'From'))
    expect(invalid()).toEqual([])
    expect(summaryLines()).toHaveLength(2)
  })
})

describe('a field that the app clears since the call began', () => {
  it('is not marked', async () => {
    const { send, fail } = createAnswer()
    renderWithApiErrors(
      <ApiErrorBoundary>
        <SubmitForm send={send}>{fields}</SubmitForm>
      </ApiErrorBoundary>,
    )
    await press()
    await userEvent.click(screen.getByRole('button', { name: 'Use default' }))
    await fail(missing('From', 'To'))
    expect(invalid()).toEqual(['to'])
    expect(toasts()).toEqual([])
  })
})

describe('a group', () => {
  const render = async () => {
    const { send, fail } = createAnswer()
    renderWithApiErrors(
      <ApiErrorBoundary>
        <SubmitForm send={send}>{fields}</SubmitForm>
      </ApiErrorBoundary>,
    )
    await press()
    return fail
  }
  const failure = failureOf('CONFLICTING_PARAMETERS', ['To', 'From'])

  it('stays while any of its fields is unchanged', async () => {
    const fail = await render()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await fail(failure)
    expect(invalid()).toEqual(['to', 'from'])
  })

  it('is not marked once all of them have changed', async () => {
    const fail = await render()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await userEvent.type(screen.getByLabelText('From'), '1')
    await fail(failure)
    expect(invalid()).toEqual([])
    expect(toasts()).toHaveLength(1)
  })
})

describe('an edit that saves at once', () => {
  const save = createAnswer()
  function Switch({ control }: { readonly control: (save: () => void) => ReactNode }): ReactNode {
    const { mutate } = useMutation({ mutationFn: save.send })
    return control(mutate)
  }
  const Widget = (props: ComponentProps<'input'>): ReactNode => <input {...props} onInput={undefined} />
  const cases: readonly { readonly what: string; readonly control: (save: () => void) => ReactNode }[] = [
    { what: 'onInput of a Field', control: (run) => <Field name="to" label="To" onInput={run} /> },
    {
      what: 'onChange of its control',
      control: (run) => (
        <Field name="to" label="To">
          <input onChange={run} />
        </Field>
      ),
    },
    {
      what: 'onChange of a component',
      control: (run) => (
        <Field name="to" label="To">
          <Widget onChange={run} />
        </Field>
      ),
    },
    {
      what: 'a plain control',
      control: (run) => (
        <ApiForm onSubmit={() => undefined}>
          <input name="to" aria-label="To" onChange={run} />
        </ApiForm>
      ),
    },
  ]
  it.each(cases)('is answered at its field: $what', async ({ control }) => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Switch control={control} />
      </ApiErrorBoundary>,
    )
    await userEvent.type(screen.getByLabelText('To'), '1')
    await save.fail(missing('To'))
    expect(invalid()).toEqual(['to'])
    expect(fieldMessages()).toHaveLength(1)
    expect(toasts()).toEqual([])
  })
})
