import { useMutation } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import { Profiler, StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiErrorClient, ErrorSummary, Field } from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import { failureOf, renderForm, SubmitForm, summaryLines } from '../form/renderForm.js'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'
import { summaryItems } from '../../setup/onScreen.js'

const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)
const lineOf = (label: string): string => ui('labelled', { label, text: words('PARAMETER_REQUIRED').text })
const fields = (
  <>
    <Field name="to" label="To" />
    <Field name="from" label="From" />
    <Field name="text" label="Text" />
  </>
)
const summary = () => screen.getByRole('alert').parentElement
const edit = (name: string): void =>
  void fireEvent.input(screen.getByRole('textbox', { name }), { target: { value: 'x' } })

describe('the lines of a summary', () => {
  it('are rendered once for each answer, and one that is dealt with goes alone', async () => {
    const commits: string[] = []
    const { submit } = renderForm(
      <>
        <Profiler id="summary" onRender={(id) => commits.push(id)}>
          <ErrorSummary />
        </Profiler>
        {fields}
      </>,
      { summary: false },
    )
    await settled()
    commits.length = 0

    await submit(missing('to', 'from', 'text'))
    expect(summaryLines()).toEqual([lineOf('To'), lineOf('From'), lineOf('Text')])
    const [first, , last] = summaryItems()
    edit('From')
    expect(summaryItems()).toEqual([first, last])
    expect(screen.getByRole('heading')).toHaveTextContent(ui('summaryTitle', { count: 2 }))
    expect(commits).toEqual(['summary', 'summary'])
  })

  it('lead to fields that were disabled while the form waited for the answer', async () => {
    let answer: (failure: unknown) => void = () => undefined
    function Form(): ReactNode {
      const { mutate, isPending } = useMutation({ mutationFn: () => new Promise((_, reject) => (answer = reject)) })
      return (
        <>
          <ErrorSummary />
          <fieldset disabled={isPending}>
            <Field name="to" label="To" />
          </fieldset>
          <button onClick={() => mutate()}>Send</button>
        </>
      )
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(screen.getByRole('textbox', { name: 'To' })).toBeDisabled()
    answer(missing('to'))
    await settled()
    fireEvent.click(screen.getByRole('link'))
    expect(screen.getByRole('textbox', { name: 'To' })).toHaveFocus()
  })

  it('are announced again when the next try fails alike', async () => {
    const { submit } = renderForm(fields)
    await submit(missing('to'))
    const [before] = summaryItems()
    await submit(missing('to'))
    expect(summaryLines()).toEqual([lineOf('To')])
    expect(summaryItems()).not.toContain(before)
  })

  it('stay through a render, and under a heading of another level', async () => {
    const page = (level: 2 | 3, className: string) => (
      <StrictMode>
        <ApiErrorBoundary>
          <SubmitForm send={() => Promise.reject(missing('to'))}>
            <ErrorSummary headingLevel={level} className={className} />
            {fields}
          </SubmitForm>
        </ApiErrorBoundary>
      </StrictMode>
    )
    const { rerender } = renderWithApiErrors(page(2, 'wide'))
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const [line] = summaryItems()
    rerender(page(2, 'narrow'))
    expect(summaryItems()).toEqual([line])
    expect(summary()).toHaveClass('narrow')
    expect(summary()).not.toHaveAttribute('data-empty')
    rerender(page(3, 'narrow'))
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(ui('summaryTitle', { count: 1 }))
    expect(summaryLines()).toEqual([lineOf('To')])
  })

  it('are left alone when words change that they do not say', async () => {
    const { submit, apiErrors } = renderForm(fields)
    await submit(missing('to', 'from'))
    const before = summaryItems()
    act(() => void apiErrors.messages.add({ messages: { en: { codes: { FORBIDDEN: { text: 'Ask for access' } } } } }))
    expect(summaryItems()).toEqual(before)
  })

  it('say the words of another language, and the link in focus keeps it', async () => {
    const apiErrors = new ApiErrorClient({ locales: [en, nl] })
    renderWithApiErrors(
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(missing('to', 'from'))}>
          <ErrorSummary />
          {fields}
        </SubmitForm>
      </ApiErrorBoundary>,
      { apiErrors },
    )
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    act(() => screen.getByRole('link', { name: /From/ }).focus())
    await act(async () => apiErrors.setLocale('nl'))
    expect(summaryLines()).toEqual(['To: Vul dit veld in', 'From: Vul dit veld in'])
    expect(screen.getByRole('link', { name: /From/ })).toHaveFocus()
  })

  it('are in the order of the page, also when a field comes later', async () => {
    const { submit, show } = renderForm(<Field name="text" label="Text" />)
    await submit(missing('text', 'to'))
    const [text] = summaryItems()
    await show(
      <>
        <Field key="to" name="to" label="To" />
        <Field name="text" label="Text" />
      </>,
    )
    expect(summaryLines()).toEqual([lineOf('To'), lineOf('Text')])
    expect(summaryItems()[1]).toBe(text)
  })
})
