import { useMutation, useQuery } from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { startTransition, StrictMode, useState, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { describe, expect, it } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, useApiError } from '../../src/index.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { fieldMessages, summaryLines, toastTitles } from '../setup/onScreen.js'
import { settled } from '../setup/settled.js'
import { words } from '../setup/words.js'

// Attempts (README, "Tries"): calls of one gesture, and calls that overlap, each stand for themselves; a call of a
// later gesture takes the place of what an earlier one of the same observer left, and its success clears that.

const LIMIT = words('PROJECT_LIMIT_REACHED').title
const limit = () => makeFailure('PROJECT_LIMIT_REACHED')
const missing = (...fields: string[]) => makeFailure('PARAMETER_REQUIRED', { fields })

/** Promises that settle when the test says so, in the order of the calls. */
function createCalls() {
  const calls: { readonly resolve: (value: unknown) => void; readonly reject: (failure: unknown) => void }[] = []
  return {
    call: () => new Promise<unknown>((resolve, reject) => calls.push({ resolve, reject })),
    /** Answers one call: with a failure, or without one with success. */
    answer: async (index: number, failure?: unknown) => {
      await act(async () => (failure === undefined ? calls[index]?.resolve('ok') : calls[index]?.reject(failure)))
      await settled()
    },
  }
}

const press = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await settled()
}
const onPage = (content: ReactNode) => renderWithApiErrors(<ApiErrorBoundary>{content}</ApiErrorBoundary>)

describe('calls of one gesture (P16)', () => {
  type Mutation = {
    readonly mutate: (value: unknown) => void
    readonly mutateAsync: (value: unknown) => Promise<unknown>
  }
  const ignore = (): undefined => undefined

  function Uploads({
    send,
    run,
    hasSummary = false,
  }: {
    readonly send: () => Promise<unknown>
    readonly run: (mutation: Mutation) => void
    readonly hasSummary?: boolean
  }) {
    const upload = useMutation({ mutationFn: (_file: unknown) => send() })
    return (
      <>
        {hasSummary && <ErrorSummary disableAutoFocus />}
        <Field name="to" label="To" />
        <Field name="from" label="From" />
        <button onClick={() => run(upload)}>Upload</button>
      </>
    )
  }
  const atOnce = ({ mutate }: Mutation): void => ['a', 'b', 'c'].forEach((file) => mutate(file))

  it('are each shown, equal ones once, where two of three are refused', async () => {
    const { call, answer } = createCalls()
    onPage(<Uploads send={call} run={atOnce} />)
    await press('Upload')
    await answer(0, limit())
    await answer(1)
    await answer(2, limit())
    expect(toastTitles()).toEqual([expect.stringContaining(`${LIMIT} ×2`)])
  })

  it('are each shown where each is refused for another field', async () => {
    const { call, answer } = createCalls()
    onPage(<Uploads send={call} run={atOnce} hasSummary />)
    await press('Upload')
    await answer(2, missing('From'))
    await answer(0, missing('To'))
    await answer(1)
    expect(fieldMessages()).toHaveLength(2)
    expect(summaryLines()).toHaveLength(2)
  })

  it('are each shown without variables, too: the success of one says nothing of another', async () => {
    const { call, answer } = createCalls()
    onPage(<Uploads send={call} run={({ mutate }) => [1, 2].forEach(() => mutate(undefined))} />)
    await press('Upload')
    await answer(0, missing('To'))
    await answer(1)
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('are each shown when one follows the other, in a loop', async () => {
    const { call, answer } = createCalls()
    const inLoop = async ({ mutateAsync }: Mutation): Promise<void> => {
      for (const file of ['a', 'b', 'c']) await mutateAsync(file).catch(ignore)
    }
    onPage(<Uploads send={call} run={(upload) => void inLoop(upload)} />)
    await press('Upload')
    await answer(0, missing('To'))
    await answer(1, limit())
    await answer(2)
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(toastTitles()).toEqual([LIMIT])
  })

  it('are each shown when they overlap under two gestures, with different variables', async () => {
    const { call, answer } = createCalls()
    let file = 0
    onPage(<Uploads send={call} run={({ mutate }) => mutate({ file: ++file })} />)
    await press('Upload')
    await press('Upload')
    await answer(1)
    await answer(0, missing('To'))
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('go with the next gesture that sends the same', async () => {
    const { call, answer } = createCalls()
    onPage(<Uploads send={call} run={atOnce} />)
    await press('Upload')
    await answer(0, missing('To'))
    await answer(1, missing('From'))
    await answer(2)
    await press('Upload')
    await answer(3)
    expect([...fieldMessages(), ...summaryLines()]).toEqual([])
  })

  it('leave alone what the user sent, when they begin by themselves', async () => {
    const { call, answer } = createCalls()
    function Autosave() {
      const save = useMutation({ mutationFn: (_draft: string) => call() })
      return (
        <>
          <Field name="to" label="To" />
          <Field name="from" label="From" onBlur={() => save.mutate('draft')} />
          <button onClick={() => save.mutate('all')}>Send</button>
        </>
      )
    }
    onPage(<Autosave />)
    await press('Send')
    await answer(0, missing('To'))
    fireEvent.pointerDown(document.body)
    fireEvent.blur(screen.getByLabelText('From'))
    await answer(1)
    expect(screen.getByLabelText('To')).toBeInvalid()
  })
})

describe('a next try of the same form (P17)', () => {
  const renderSend = (form: (send: () => Promise<unknown>) => ReactNode) => {
    let failure: unknown
    onPage(form(() => (failure === undefined ? Promise.resolve('ok') : Promise.reject(failure))))
    return async (next?: unknown) => {
      failure = next
      await press('Send')
    }
  }
  function Plain({ send }: { readonly send: () => Promise<unknown> }) {
    const { mutate } = useMutation({ mutationFn: (_values: unknown) => send() })
    const [count, setCount] = useState(0)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setCount(count + 1)
          mutate({ count })
        }}
      >
        <button>Send</button>
      </form>
    )
  }
  function Bare({ send }: { readonly send: () => Promise<unknown> }) {
    const { mutate } = useMutation({ mutationFn: (_values: unknown) => send() })
    return <button onClick={() => mutate({})}>Send</button>
  }
  const FORMS = [
    ['a form with a plain mutation', (send: () => Promise<unknown>) => <Plain send={send} />],
    [
      'a form with a plain mutation under StrictMode',
      (send: () => Promise<unknown>) => (
        <StrictMode>
          <Plain send={send} />
        </StrictMode>
      ),
    ],
    ['a button without a form', (send: () => Promise<unknown>) => <Bare send={send} />],
    [
      'an ApiForm',
      (send: () => Promise<unknown>) => (
        <ApiForm onSubmit={send}>
          <button>Send</button>
        </ApiForm>
      ),
    ],
  ] as const

  it.each(FORMS)('takes the toast away when it succeeds: %s', async (_, form) => {
    const send = renderSend(form)
    await send(limit())
    expect(toastTitles()).toEqual([LIMIT])
    await send()
    expect(toastTitles()).toEqual([])
  })

  it.each(FORMS)('counts an equal failure once, and says it again: %s', async (_, form) => {
    const send = renderSend(form)
    await send(limit())
    await send(limit())
    await send(limit())
    expect(toastTitles()).toEqual([LIMIT])
  })

  it('takes away what it was refused with for another reason, in a toast', async () => {
    const send = renderSend((run) => <Bare send={run} />)
    await send(limit())
    await send(makeFailure('FORBIDDEN'))
    expect(toastTitles()).toEqual([words('FORBIDDEN').title])
  })

  it('leaves the toast of another button of the same mutation', async () => {
    const { call, answer } = createCalls()
    function Rows() {
      const remove = useMutation({ mutationFn: (_row: number) => call() })
      return [1, 2].map((row) => <button key={row} onClick={() => remove.mutate(row)}>{`Delete ${row}`}</button>)
    }
    onPage(<Rows />)
    await press('Delete 1')
    await answer(0, limit())
    await press('Delete 2')
    await answer(1)
    expect(toastTitles()).toEqual([LIMIT])
  })
})

describe('a reset (P18)', () => {
  function Form({ send }: { readonly send: () => Promise<unknown> }) {
    const save = useMutation({ mutationFn: (_values: unknown) => send() })
    return (
      <form
        aria-label="SMS"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({})
        }}
      >
        <Field name="to" label="To" />
        <button>Send</button>
        <button type="button" onClick={save.reset}>
          Forget
        </button>
        <button type="reset">Reset</button>
      </form>
    )
  }
  const RESETS = [
    ['reset() of the mutation', () => press('Forget')],
    ['a reset button', () => press('Reset')],
    ['form.reset()', async () => act(async () => screen.getByRole<HTMLFormElement>('form').reset())],
  ] as const

  it.each(RESETS)('clears fields, summary and toast of the form: %s', async (_, reset) => {
    const failure = {
      ResponseStatus: {
        ErrorCode: 'PARAMETER_REQUIRED',
        Message: '',
        Errors: [{ FieldName: 'To' }, { ErrorCode: 'PROJECT_LIMIT_REACHED' }],
      },
    }
    const { apiErrors } = renderWithApiErrors(
      <>
        <ApiErrorBoundary>
          <Form send={() => Promise.reject(failure)} />
        </ApiErrorBoundary>
      </>,
    )
    await press('Send')
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(toastTitles()).toHaveLength(1)
    await reset()
    await settled()
    expect(screen.getByLabelText('To')).toBeValid()
    expect(toastTitles()).toEqual([])
    expect(apiErrors.history.list().map(({ closed }) => closed)).toEqual(['cleared'])
  })

  it('of one form leaves another in the same scope', async () => {
    onPage(
      <>
        <Form send={() => Promise.reject(missing('To'))} />
        <form aria-label="Filter">
          <button type="reset">Clear</button>
        </form>
      </>,
    )
    await press('Send')
    await press('Clear')
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('that the app prevents clears nothing', async () => {
    onPage(
      <div onReset={(event) => event.preventDefault()}>
        <Form send={() => Promise.reject(missing('To'))} />
      </div>,
    )
    await press('Send')
    await press('Reset')
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it('of an ApiForm clears what it shows, and the next try is shown again', async () => {
    onPage(
      <ApiForm onSubmit={() => Promise.reject(missing('To'))}>
        <ErrorSummary disableAutoFocus />
        <label>
          To <input name="to" />
        </label>
        <button>Send</button>
        <button type="reset">Reset</button>
      </ApiForm>,
    )
    await press('Send')
    await press('Reset')
    expect(summaryLines()).toEqual([])
    expect(screen.getByLabelText('To')).toBeValid()
    await press('Send')
    expect(summaryLines()).toHaveLength(1)
  })
})

describe('dismiss() of a failure that a component shows (P19)', () => {
  function Show({ source }: { readonly source: unknown }) {
    const { title, dismiss } = useApiError(source)
    return title === null ? null : (
      <p>
        {title} <button onClick={dismiss}>Dismiss</button>
      </p>
    )
  }
  let answers: (() => Promise<unknown>)[] = []
  function Query() {
    const query = useQuery({ queryKey: ['a'], queryFn: () => answers.shift()?.() ?? Promise.resolve(1) })
    return (
      <>
        <Show source={query} />
        <button onClick={() => void query.refetch()}>Refresh</button>
      </>
    )
  }
  const fails = () => Promise.reject(limit())
  const shown = () => screen.queryByText(LIMIT, { exact: false })

  it('of a query lasts while it goes on failing by itself, and no toast takes its place', async () => {
    answers = [fails, fails, fails]
    const { queryClient } = renderWithApiErrors(
      <>
        <Query />
      </>,
    )
    await settled()
    expect(shown()).not.toBeNull()
    await press('Dismiss')
    expect(shown()).toBeNull()
    fireEvent.keyDown(document.body, { key: 'Tab' })
    await act(() => queryClient.refetchQueries())
    await settled()
    expect(shown()).toBeNull()
    expect(toastTitles()).toEqual([])
  })

  it('of a query ends with a failure after a try of the user', async () => {
    answers = [fails, fails]
    renderWithApiErrors(<Query />)
    await settled()
    await press('Dismiss')
    await press('Refresh')
    expect(shown()).not.toBeNull()
  })

  it('of a query ends with a failure after a success', async () => {
    answers = [fails, () => Promise.resolve(2), fails]
    const { queryClient } = renderWithApiErrors(<Query />)
    await settled()
    await press('Dismiss')
    fireEvent.keyDown(document.body, { key: 'Tab' })
    await act(() => queryClient.refetchQueries())
    await act(() => queryClient.refetchQueries())
    await settled()
    expect(shown()).not.toBeNull()
  })

  it.each([true, false])('of a mutation lasts until the next try; in a scope: %s', async (isScoped) => {
    function Mutation() {
      const save = useMutation({ mutationFn: () => Promise.reject(limit()) })
      return (
        <>
          <Show source={save} />
          <button onClick={() => save.mutate()}>Save</button>
        </>
      )
    }
    renderWithApiErrors(isScoped ? <ApiErrorBoundary>{<Mutation />}</ApiErrorBoundary> : <Mutation />)
    await press('Save')
    await press('Dismiss')
    expect(shown()).toBeNull()
    await press('Save')
    expect(shown()).not.toBeNull()
  })

  it('of a thrown value that no query and no mutation had', async () => {
    function Caught() {
      const [error] = useState(limit)
      return <Show source={error} />
    }
    renderWithApiErrors(<Caught />)
    await press('Dismiss')
    expect(shown()).toBeNull()
  })

  it("of the scope's current failure", async () => {
    function Current() {
      const { title, dismiss } = useApiError()
      return title === null ? null : <button onClick={dismiss}>{`Dismiss ${title}`}</button>
    }
    answers = [fails]
    function Failing() {
      useQuery({ queryKey: ['b'], queryFn: () => answers.shift()?.() })
      return <Current />
    }
    renderWithApiErrors(
      <ApiErrorBoundary queries="inline">
        <Failing />
      </ApiErrorBoundary>,
    )
    await settled()
    await press(`Dismiss ${LIMIT}`)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('what the app does while a form waits for its answer (P20)', () => {
  function Dialog({ send, isKept }: { readonly send: () => Promise<unknown>; readonly isKept: boolean }) {
    const [isOpen, setIsOpen] = useState(true)
    const [page, setPage] = useState(1)
    return (
      <>
        <button onClick={() => startTransition(() => setPage(page + 1))}>{`Page ${page}`}</button>
        {isOpen && (
          <ApiForm
            onSubmit={async () => {
              if (!isKept) setIsOpen(false)
              return send()
            }}
          >
            <Field name="to" label="To" />
            <button>Send</button>
          </ApiForm>
        )}
      </>
    )
  }

  it.each([
    ['in a boundary', (dialog: ReactNode) => <ApiErrorBoundary>{dialog}</ApiErrorBoundary>],
    ['by itself', (dialog: ReactNode) => dialog],
    ['under StrictMode', (dialog: ReactNode) => <StrictMode>{dialog}</StrictMode>],
  ] as const)('happens at once, and the failure of a form that has closed is a toast: %s', async (_, wrap) => {
    const { call, answer } = createCalls()
    renderWithApiErrors(wrap(<Dialog send={call} isKept={false} />))
    await press('Send')
    expect(screen.queryByLabelText('To')).toBeNull()
    await answer(0, missing('To'))
    expect(toastTitles()).toEqual([words('PARAMETER_REQUIRED').title])
  })

  it('is not held back where the app uses a transition', async () => {
    const { call, answer } = createCalls()
    renderWithApiErrors(<Dialog send={call} isKept />)
    await press('Send')
    await press('Page 1')
    expect(screen.getByRole('button', { name: 'Page 2' })).toBeVisible()
    await answer(0, missing('To'))
    expect(screen.getByLabelText('To')).toBeInvalid()
  })

  it("goes to the router's boundary where it redirects", async () => {
    const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' })
    renderWithApiErrors(
      <ErrorBoundary fallback={<p>Sign in here</p>}>
        <Dialog send={() => Promise.reject(redirect)} isKept />
      </ErrorBoundary>,
    )
    await press('Send')
    expect(screen.getByText('Sign in here')).toBeVisible()
    expect(takeConsole()).not.toEqual([])
  })
})
