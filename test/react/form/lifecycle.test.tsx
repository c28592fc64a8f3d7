import { useMutation } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'
import { useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ErrorSummary, Field } from '../../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { failureOf, messagesWith, renderForm, SubmitForm, summaryLines } from './renderForm.js'
import { words } from '../../setup/words.js'
import { toasts } from '../../setup/onScreen.js'

const two = (
  <>
    <Field name="to" label="To" />
    <Field name="from" label="From" />
  </>
)
const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)

/** A form whose answers come when the test says so, one promise a call. */
function renderPending(wrap: (form: ReactNode) => ReactNode = (form) => form) {
  const calls: { readonly resolve: (value: unknown) => void; readonly reject: (failure: unknown) => void }[] = []
  function Form(): ReactNode {
    const { mutate } = useMutation({
      mutationFn: () => new Promise<unknown>((resolve, reject) => calls.push({ resolve, reject })),
    })
    return (
      <>
        <ErrorSummary />
        {two}
        <button onClick={() => mutate()}>Send</button>
      </>
    )
  }
  const result = renderWithApiErrors(
    wrap(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
    ),
  )
  const answer = async (call: number, failure?: unknown): Promise<void> => {
    if (failure === undefined) calls[call]?.resolve('saved')
    else calls[call]?.reject(failure)
    await settled()
  }
  return { ...result, answer, send: () => userEvent.click(screen.getByRole('button', { name: 'Send' })) }
}

describe('attempts', () => {
  it('ignore an answer that comes after that of a later one', async () => {
    const { send, answer } = renderPending()
    await send()
    await send()
    await answer(1, missing('To'))
    await answer(0, missing('From'))
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByLabelText('From')).toBeValid()
    expect(toasts()).toEqual([])
  })

  it('ignore a late failure after a success', async () => {
    const { send, answer, apiErrors } = renderPending()
    await send()
    await send()
    await answer(1)
    await answer(0, missing('From'))
    expect([...document.querySelectorAll('[aria-invalid]'), ...toasts()]).toEqual([])
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['superseded'])
  })

  it('show, announce and focus an equal error again, also the same Error instance', async () => {
    const { submit } = renderForm(two)
    const failure = makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
    const alert = screen.getByRole('alert')
    const announced: (string | null)[] = []
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.parentElement === alert) announced.push(node.nodeName)
    })
    observer.observe(alert, { childList: true })
    for (let attempt = 0; attempt < 3; attempt++) {
      await userEvent.click(document.body)
      await submit(failure)
      expect(alert.parentElement).toHaveFocus()
      expect(screen.getByLabelText('To')).toBeInvalid()
    }
    expect(announced.filter((name) => name === 'H2')).toHaveLength(3)
    observer.disconnect()
  })

  it('keep what stands until the answer is there, with no flash of empty', async () => {
    const { send, answer } = renderPending()
    await send()
    await answer(0, missing('To', 'From'))
    const to = screen.getByLabelText('To')
    const seen: boolean[] = []
    const observer = new MutationObserver(() =>
      seen.push(to.hasAttribute('aria-invalid') && messagesWith(words('PARAMETER_REQUIRED').text) > 0),
    )
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    await send()
    expect(to).toBeInvalid()
    await answer(1, missing('To'))
    expect(screen.getByLabelText('From')).toBeValid()
    expect(seen).not.toContain(false)
    expect(seen.length).toBeGreaterThan(0)
    observer.disconnect()
  })

  it('are never blocked by what the server said', async () => {
    const { submit, apiErrors } = renderForm(two)
    for (let attempt = 0; attempt < 3; attempt++) await submit(missing('To'))
    expect(apiErrors.history.list()).toHaveLength(3)
    await submit()
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
    expect(summaryLines()).toEqual([])
  })
})

describe('editing', () => {
  it('clears the field that was edited and no other', async () => {
    const { submit } = renderForm(two)
    await submit(missing('To', 'From'))
    await userEvent.type(screen.getByLabelText('To'), '1')
    expect(screen.getByLabelText('To')).toBeValid()
    expect(screen.getByLabelText('From')).toBeInvalid()
    expect(summaryLines()).toHaveLength(1)
    expect(screen.getByLabelText('To')).toHaveFocus()
  })

  it('is what clears: leaving a field does not', async () => {
    const { submit } = renderForm(two)
    await submit(missing('To', 'From'))
    await userEvent.click(screen.getByLabelText('To'))
    await userEvent.tab()
    await userEvent.tab()
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(2)
  })

  it('leaves what is not about a field until the next try', async () => {
    const { submit } = renderForm(two)
    await submit({
      ResponseStatus: {
        ErrorCode: 'PARAMETER_REQUIRED',
        Message: 'm',
        Errors: [{ FieldName: 'To' }, { ErrorCode: 'SMS_NOT_ENABLED', FieldName: '' }],
      },
    })
    await userEvent.type(screen.getByLabelText('To'), '1')
    expect(summaryLines()).toEqual([words('SMS_NOT_ENABLED').text])
  })
})

describe('fields that come and go', () => {
  const row = (id: string, position: number): ReactNode => (
    <Field key={id} name={`messages.${position}.to`} label={`To ${id}`} />
  )
  const rows = (...ids: readonly string[]): ReactNode => ids.map(row)
  const invalid = (): readonly (string | undefined)[] =>
    [...document.querySelectorAll<HTMLInputElement>('input[aria-invalid]')].map(
      (input) => input.labels?.[0]?.textContent,
    )

  it('keep their errors when a row is inserted before them', async () => {
    const { submit, show } = renderForm(rows('a', 'b'))
    await submit(missing('Messages[1].To'))
    expect(invalid()).toEqual(['To b'])
    await show(rows('new', 'a', 'b'))
    expect(invalid()).toEqual(['To b'])
    expect(messagesWith(words('PARAMETER_REQUIRED').text)).toBe(1)
  })

  it('keep their errors when rows change places', async () => {
    const { submit, show } = renderForm(rows('a', 'b', 'c'))
    await submit(missing('Messages[0].To', 'Messages[2].To'))
    await show(rows('c', 'b', 'a'))
    expect(invalid()).toEqual(['To c', 'To a'])
    await show(rows('b', 'a', 'c'))
    expect(invalid()).toEqual(['To a', 'To c'])
  })

  it('keep their errors when a row before them is removed, and its line stays as text', async () => {
    const { submit, show } = renderForm(rows('a', 'b'))
    await submit(missing('Messages[0].To', 'Messages[1].To'))
    expect(screen.getAllByRole('link')).toHaveLength(2)
    await show(rows('b'))
    expect(invalid()).toEqual(['To b'])
    expect(screen.getAllByRole('link')).toHaveLength(1)
    expect(summaryLines()).toHaveLength(2)
  })

  it('clear under their new name', async () => {
    const { submit, show } = renderForm(rows('a', 'b'))
    await submit(missing('Messages[1].To'))
    await show(rows('new', 'a', 'b'))
    await userEvent.type(screen.getByLabelText('To b'), '1')
    expect(invalid()).toEqual([])
    expect(summaryLines()).toEqual([])
  })

  it('are found by their new names in the next answer', async () => {
    const { submit, show } = renderForm(rows('a', 'b'))
    await submit(missing('Messages[1].To'))
    await show(rows('new', 'a', 'b'))
    await submit(missing('Messages[1].To'))
    expect(invalid()).toEqual(['To a'])
  })

  it('get their message when they mount later', async () => {
    const { submit, show } = renderForm(<Field name="to" label="To" />)
    await submit(missing('From'))
    expect(summaryLines()).toEqual([expect.stringMatching(/^From/)])
    expect(screen.queryByRole('link')).toBeNull()
    await show(two)
    expect(screen.getByLabelText('From')).toBeInvalid()
    expect(screen.getByRole('link')).toHaveTextContent(/From/)
    expect(messagesWith(words('PARAMETER_REQUIRED').text)).toBe(1)
  })

  it('leave their line in the summary as text when they unmount', async () => {
    const { submit, show } = renderForm(two)
    await submit(missing('To', 'From'))
    await show(<Field name="to" label="To" />)
    expect(summaryLines()).toHaveLength(2)
    expect(screen.getAllByRole('link')).toHaveLength(1)
    expect(messagesWith(words('PARAMETER_REQUIRED').text)).toBe(1)
  })

  it('are still called by their label there', async () => {
    const { submit, show } = renderForm(<Field name="to" label="Recipient" />)
    await submit(missing('To'))
    await show(null)
    expect(summaryLines()).toEqual([expect.stringMatching(/^\u2068?Recipient/)])
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('several forms', () => {
  const form = (title: string, content: ReactNode = two): ReactNode => (
    <section aria-label={title}>
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(missing('To'))} name={`Send ${title}`}>
          <ErrorSummary />
          {content}
        </SubmitForm>
      </ApiErrorBoundary>
    </section>
  )
  const region = (name: string) => within(screen.getByRole('region', { name }))

  it('with the same names keep to themselves', async () => {
    renderWithApiErrors(
      <>
        {form('one')}
        {form('two')}
      </>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send two' }))
    await settled()
    expect(region('one').getByLabelText('To')).toBeValid()
    expect(region('two').getByLabelText('To')).toBeInvalid()
    expect(region('two').getByRole('alert').parentElement).toHaveFocus()
    expect(region('one').queryByRole('link')).toBeNull()
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('one inside the other: the nearest shows it, once', async () => {
    renderWithApiErrors(
      <ApiErrorBoundary>
        <ErrorSummary />
        <Field name="to" label="Outer to" />
        {form('inner')}
      </ApiErrorBoundary>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send inner' }))
    await settled()
    expect(screen.getByLabelText('Outer to')).toBeValid()
    expect(region('inner').getByLabelText('To')).toBeInvalid()
    expect(messagesWith(words('PARAMETER_REQUIRED').text)).toBe(1)
  })

  it('that closes before the answer leaves it to a toast, once', async () => {
    const close = { run: () => undefined as void }
    function Dialog({ children }: { readonly children: ReactNode }): ReactNode {
      const [isOpen, setIsOpen] = useState(true)
      close.run = () => setIsOpen(false)
      return isOpen ? children : <p>Closed</p>
    }
    const { send, answer } = renderPending((content) => <Dialog>{content}</Dialog>)
    await send()
    act(() => close.run())
    await answer(0, missing('To'))
    expect(toasts()).toHaveLength(1)
  })
})

// The kind: one failure, partly at fields and partly in a toast, and the form goes. What its fields said goes with it;
// what the toast says stays, and the failure is over when nothing shows it any more.
describe('a form that goes, with a toast of the same failure', () => {
  const page = (isOpen: boolean): ReactNode =>
    isOpen ? (
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(missing('To', 'Elsewhere'))}>{two}</SubmitForm>
      </ApiErrorBoundary>
    ) : (
      <p>Another page</p>
    )
  const renderFailed = async () => {
    const result = renderWithApiErrors(page(true))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(toasts()).toHaveLength(1)
    const go = async (): Promise<void> => {
      result.rerender(page(false))
      await settled()
    }
    const closed = () => result.apiErrors.history.list().map((entry) => entry.closed)
    return { go, closed, dismiss: () => userEvent.click(screen.getByRole('button', { name: 'Close' })) }
  }

  it('takes what its fields said with it, and the toast says what it said', async () => {
    const { go, closed } = await renderFailed()
    const [said] = toasts().map((toast) => toast.textContent)
    await go()
    expect(toasts().map((toast) => toast.textContent)).toEqual([said])
    expect(closed()).toEqual([undefined])
  })

  it('ends when the toast is dismissed after it', async () => {
    const { go, closed, dismiss } = await renderFailed()
    await go()
    await dismiss()
    expect(toasts()).toEqual([])
    expect(closed()).toEqual(['dismissed'])
  })

  it('has left when the toast was dismissed before it', async () => {
    const { go, closed, dismiss } = await renderFailed()
    await dismiss()
    expect(screen.getByLabelText('To')).toBeInvalid()
    await go()
    expect(toasts()).toEqual([])
    expect(closed()).toEqual(['left'])
  })

  const { Activity } = React
  it.runIf(Activity !== undefined)('has its messages again when a kept page comes back', async () => {
    const kept = (mode: 'visible' | 'hidden'): ReactNode => <Activity mode={mode}>{page(true)}</Activity>
    const { rerender } = renderWithApiErrors(kept('visible'))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const [said] = toasts().map((toast) => toast.textContent)
    rerender(kept('hidden'))
    await settled()
    expect(toasts().map((toast) => toast.textContent)).toEqual([said])
    rerender(kept('visible'))
    await settled()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(toasts().map((toast) => toast.textContent)).toEqual([said])
  })
})
