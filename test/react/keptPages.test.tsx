import { useMutation, useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as React from 'react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { useForm } from 'react-hook-form'
import { useServerErrors } from '../../src/adapters/react-hook-form.js'
import { ApiErrorBoundary, ApiForm, ErrorState, ErrorSummary, Field, useApiError } from '../../src/index.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { fieldMessages, stateTitles, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { failureOf, SubmitForm, summaryLines } from './form/renderForm.js'

const { Activity } = React
const missing = (...names: readonly string[]) => failureOf('PARAMETER_REQUIRED', names)

const press = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await settled()
}

const send = () => Promise.reject(missing('To', 'From', 'Elsewhere'))
const fields = [<Field key="to" name="to" label="To" />, <Field key="from" name="from" label="From" />]
const controls = ['to', 'from'].map((name) => <input key={name} name={name} aria-label={name} />)

function Inline(): ReactNode {
  const save = useMutation({ mutationFn: () => Promise.reject(failureOf('FORBIDDEN')) })
  return (
    <>
      <button onClick={() => save.mutate()}>Send</button>
      <ErrorState error={save} />
    </>
  )
}

function Handed(): ReactNode {
  const save = useMutation({ mutationFn: send })
  const { fieldErrors } = useApiError(save, { fields: ['to', 'from'] })
  return (
    <>
      <button onClick={() => save.mutate()}>Send</button>
      <ul>
        {Object.entries(fieldErrors).map(([name, texts]) => (
          <li key={name} data-severity="error">
            {name}: {texts}
          </li>
        ))}
      </ul>
    </>
  )
}

function Hooked(): ReactNode {
  const form = useForm({ defaultValues: { to: '', from: '' } })
  const save = useMutation({ mutationFn: send })
  useServerErrors(form)
  const { errors } = form.formState
  return (
    <form onSubmit={(event) => void form.handleSubmit(() => save.mutate())(event)}>
      <input aria-label="to" {...form.register('to')} aria-invalid={errors.to !== undefined} />
      <p data-severity="error">{errors.to?.message}</p>
      <input aria-label="from" {...form.register('from')} aria-invalid={errors.from !== undefined} />
      <p data-severity="error">{errors.from?.message}</p>
      <button>Send</button>
    </form>
  )
}

function Loads({ fail, home }: { readonly fail: () => Promise<string>; readonly home?: 'toast' }): ReactNode {
  const { data, refetch } = useQuery({
    queryKey: ['page', home],
    queryFn: fail,
    ...(home === undefined ? {} : { meta: { apiError: { home } } }),
  })
  return <button onClick={() => void refetch()}>Send {data}</button>
}

const cases: readonly { readonly what: string; readonly page: ReactNode; readonly isAtOnce?: boolean }[] = [
  {
    what: 'fields and a summary',
    page: (
      <SubmitForm send={send}>
        <ErrorSummary />
        {fields}
      </SubmitForm>
    ),
  },
  { what: 'fields, and a toast for the rest', page: <SubmitForm send={send}>{fields}</SubmitForm> },
  {
    what: 'an ApiForm with fields and a summary',
    page: (
      <ApiForm onSubmit={send}>
        <ErrorSummary />
        {fields}
        <button>Send</button>
      </ApiForm>
    ),
  },
  {
    what: 'an ApiForm with plain controls',
    page: (
      <ApiForm onSubmit={send}>
        {controls}
        <button>Send</button>
      </ApiForm>
    ),
  },
  {
    what: 'two ApiForms in one boundary',
    page: (
      <>
        <ApiForm onSubmit={send}>
          <input name="other" />
        </ApiForm>
        <ApiForm onSubmit={send}>
          <ErrorSummary />
          {controls}
          <button>Send</button>
        </ApiForm>
      </>
    ),
  },
  {
    what: 'a returned error',
    page: (
      <ApiForm onSubmit={() => undefined} error={missing('To')}>
        {fields}
        <button>Send</button>
      </ApiForm>
    ),
  },
  { what: 'an ErrorState', page: <Inline /> },
  { what: 'the fields of a form library', page: <Handed /> },
  { what: 'React Hook Form', page: <Hooked /> },
  { what: 'a boundary', page: <Loads fail={() => Promise.reject(failureOf('PROPERTY_NOT_FOUND'))} />, isAtOnce: true },
  {
    what: 'a toast of a query',
    page: <Loads home="toast" fail={() => Promise.reject(failureOf('PROPERTY_NOT_FOUND'))} />,
    isAtOnce: true,
  },
]

/** React logs what a boundary catches. */
const begin = async (isAtOnce: boolean): Promise<void> => {
  await settled()
  takeConsole()
  if (!isAtOnce) await press()
}

/** All that is shown of failures. */
const shown = () => ({
  invalid: [...document.querySelectorAll('[aria-invalid="true"]')].map((control) => control.getAttribute('name')),
  described: [...document.querySelectorAll('[aria-describedby]')].map((control) =>
    control
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ),
  messages: fieldMessages().map((message) => message.textContent),
  lines: summaryLines(),
  states: stateTitles(),
  toasts: toastTitles(),
})

// R4. The kind: the app keeps a page that the user leaves, and shows it again by back or forward.
describe.runIf(Activity !== undefined)('a page that <Activity> has kept', () => {
  const kept = (mode: 'visible' | 'hidden', page: ReactNode): ReactNode => (
    <>
      <Activity mode={mode}>
        <ApiErrorBoundary>{page}</ApiErrorBoundary>
      </Activity>
      <button>Elsewhere</button>
    </>
  )

  it.each(cases)('has all that stood there, and leaves the focus alone: $what', async ({ page, isAtOnce = false }) => {
    const { rerender } = renderWithApiErrors(kept('visible', page))
    await begin(isAtOnce)
    const before = shown()
    expect([before.invalid, before.messages, before.states, before.toasts].flat()).not.toEqual([])
    for (let visit = 0; visit < 2; visit++) {
      rerender(kept('hidden', page))
      await settled()
      await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
      rerender(kept('visible', page))
      await settled()
      expect(shown()).toEqual(before)
      expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus()
    }
  })
})

describe.runIf(Activity !== undefined)('a form on a page that <Activity> has kept', () => {
  const render = (onSubmit: () => Promise<unknown>) => {
    const page = (mode: 'visible' | 'hidden'): ReactNode => (
      <Activity mode={mode}>
        <ApiForm onSubmit={onSubmit}>
          {fields}
          <button>Send</button>
        </ApiForm>
      </Activity>
    )
    const { rerender } = renderWithApiErrors(page('visible'))
    return async (mode: 'visible' | 'hidden'): Promise<void> => {
      rerender(page(mode))
      await settled()
    }
  }

  it('has no problem again that the user had dealt with', async () => {
    const go = render(() => Promise.reject(missing('To', 'From')))
    await press()
    await userEvent.type(screen.getByLabelText('To'), '1')
    await go('hidden')
    await go('visible')
    expect(shown().invalid).toEqual(['from'])
  })

  it('has at its fields what came while it was hidden, and no toast any more', async () => {
    let fail: (failure: unknown) => void = () => undefined
    const go = render(() => new Promise((_, reject) => (fail = reject)))
    await press()
    await go('hidden')
    fail(missing('To'))
    await settled()
    expect(toastTitles()).toHaveLength(1)
    await go('visible')
    expect(shown()).toMatchObject({ invalid: ['to'], toasts: [] })
  })
})

describe('a page that is kept, but hidden', () => {
  const kept = (isHidden: boolean, page: ReactNode): ReactNode => (
    <>
      <div hidden={isHidden}>
        <ApiErrorBoundary>{page}</ApiErrorBoundary>
      </div>
      <button>Elsewhere</button>
    </>
  )

  it.each(cases)('has all that stood there: $what', async ({ page, isAtOnce = false }) => {
    const { rerender } = renderWithApiErrors(kept(false, page))
    await begin(isAtOnce)
    const before = shown()
    for (let visit = 0; visit < 2; visit++) {
      rerender(kept(true, page))
      await settled()
      await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
      rerender(kept(false, page))
      await settled()
      expect(shown()).toEqual(before)
      expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus()
    }
  })
})

describe('a page that the browser has kept (bfcache)', () => {
  it.each(cases)('has all that stood there: $what', async ({ page, isAtOnce = false }) => {
    renderWithApiErrors(<ApiErrorBoundary>{page}</ApiErrorBoundary>)
    await begin(isAtOnce)
    const before = shown()
    await act(async () => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await settled()
    expect(shown()).toEqual(before)
  })
})
