import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, ApiForm, ErrorSummary, Field, type ApiErrorClientOptions } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { fieldMessages, summaryLines } from '../setup/onScreen.js'
import { words } from '../setup/words.js'
import { createClients, createSource, during, Page, renderApp, stateTitles, toastTitles } from './app.js'

type Handler = NonNullable<ApiErrorClientOptions['onUnauthorized']>

const unauthorized = () => makeFailure('HTTP_401')
const SIGN_IN = words('HTTP_401').title

function Save({ run, name = 'Save', home }: SaveProps): ReactNode {
  const save = useMutation({ mutationFn: run, ...(home === undefined ? {} : { meta: { apiError: { home } } }) })
  return <button onClick={() => save.mutate()}>{name}</button>
}
interface SaveProps {
  readonly run: () => Promise<unknown>
  readonly name?: string
  readonly home?: 'summary'
}

const press = (name: string) => during(() => fireEvent.click(screen.getByText(name)))

/** An app whose handler is one of those that people write. */
function renderWith(onUnauthorized: Handler, ui: ReactNode) {
  const app = renderApp(ui, { clients: createClients({ onUnauthorized }) })
  const poll = (key = 'a') => during(() => app.queryClient.refetchQueries({ queryKey: [key] }))
  return { ...app, poll }
}

// The kind: a query goes on failing for want of a sign-in, and nobody has signed in.
describe('a query that stays refused asks for a sign-in once', () => {
  it.each([
    ['returns nothing', () => undefined],
    ['says at once that it is done', () => Promise.resolve()],
    ['sends it again, in vain', async ({ retry }) => retry()],
    ['cannot sign in', () => Promise.reject(unauthorized())],
  ] satisfies readonly (readonly [string, Handler])[])('when the handler %s', async (_, answer) => {
    const onUnauthorized = vi.fn<Handler>(answer)
    const source = createSource(unauthorized())
    const { poll } = renderWith(onUnauthorized, <Page queryKey={['a']} queryFn={source.run} />)
    await poll()
    for (let count = 0; count < 10; count++) await poll()
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    expect(toastTitles().length).toBeLessThan(2)

    source.works()
    await poll()
    expect(toastTitles()).toEqual([])
    source.fails(unauthorized())
    await poll()
    await poll()
    expect(onUnauthorized).toHaveBeenCalledTimes(2)
  })

  it('each of two queries that poll by turns', async () => {
    const onUnauthorized = vi.fn<Handler>(() => undefined)
    const [a, b] = [createSource(unauthorized()), createSource(unauthorized())]
    b.works()
    const pages = (
      <>
        <Page queryKey={['a']} queryFn={a.run} />
        <Page queryKey={['b']} queryFn={b.run} />
      </>
    )
    const { poll } = renderWith(onUnauthorized, pages)
    await poll()
    b.fails(unauthorized())
    for (let count = 0; count < 5; count++) {
      await poll('a')
      await poll('b')
    }
    expect(onUnauthorized).toHaveBeenCalledTimes(2)
  })

  it('and again when a mutation of a form that signs in has succeeded, also one that has left the page by then', async () => {
    const onUnauthorized = vi.fn<Handler>(() => undefined)
    const source = createSource(unauthorized())
    const page = <Page key="page" queryKey={['a']} queryFn={source.run} />
    let answer: (() => void) | undefined
    const login = (
      <ApiErrorBoundary key="login">
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
        <Save name="Login" run={() => new Promise<void>((resolve) => (answer = resolve))} />
      </ApiErrorBoundary>
    )
    const { poll, show } = renderWith(onUnauthorized, [page, login])
    await poll()
    await press('Login')
    show([page])
    await during(() => answer?.())
    await poll()
    await poll()
    expect(onUnauthorized).toHaveBeenCalledTimes(2)
  })

  it('a page that waits is not taken away by the next poll', async () => {
    const source = createSource(unauthorized())
    const { poll } = renderWith(
      () => undefined,
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
    )
    await poll()
    await poll()
    expect([...stateTitles(), ...toastTitles()]).toEqual([])
    expect(screen.getByText('failed')).toBeVisible()
  })
})

// The kind: the app takes up the sign-in and never says when it is over.
describe('a handler that returns nothing', () => {
  it('is asked again by what is sent after it was asked: a mutation, another query, a report', async () => {
    const onUnauthorized = vi.fn<Handler>(() => undefined)
    const source = createSource(unauthorized())
    const { client, show } = renderWith(onUnauthorized, <Save run={source.run} />)
    await press('Save')
    await press('Save')
    expect(onUnauthorized).toHaveBeenCalledTimes(2)
    await during(() =>
      show([<Save key="1" run={source.run} />, <Page key="2" queryKey={['a']} queryFn={source.run} />]),
    )
    expect(onUnauthorized).toHaveBeenCalledTimes(3)
    await during(() => client.report(unauthorized()))
    expect(onUnauthorized).toHaveBeenCalledTimes(4)
    expect(toastTitles()).toEqual([])
  })

  it('is asked once for what was sent before, however late its answer comes, and retry() sends all of it', async () => {
    const requests: Parameters<Handler>[0][] = []
    const onUnauthorized = vi.fn<Handler>((request) => void requests.push(request))
    const answers: (() => void)[] = []
    const slow = vi.fn<() => Promise<unknown>>(
      () => new Promise((_, reject) => answers.push(() => reject(unauthorized()))),
    )
    const fast = createSource(unauthorized())
    renderWith(onUnauthorized, [
      <Page key="1" queryKey={['slow']} queryFn={slow} />,
      <Save key="2" run={fast.run} />,
      <Save key="3" name="Slow" run={slow} />,
    ])
    await press('Slow')
    await press('Save')
    for (const answer of answers.splice(0)) await during(answer)
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    fast.works()
    slow.mockResolvedValue('ok')
    await during(() => requests[0]?.retry())
    expect(screen.getByText('data')).toBeVisible()
    expect(fast.run).toHaveBeenCalledTimes(2)
    expect(toastTitles()).toEqual([])
  })

  it('may return what its navigation returns', async () => {
    // As plain JavaScript: `() => (location.href = '/login')`.
    const onUnauthorized = vi.fn<Handler>(() => JSON.parse('"/login"'))
    const source = createSource(unauthorized())
    renderWith(onUnauthorized, <Save run={source.run} />)
    await press('Save')
    await press('Save')
    expect(onUnauthorized).toHaveBeenCalledTimes(2)
  })
})

const wrongPassword = () => Promise.reject(unauthorized())
const currentPassword = <Field key="c" name="password" label="Password" autoComplete="section-a Current-Password" />

// The kind: what answers 401 is the very form in which people sign in.
describe('a form that signs in shows its own 401', () => {
  it.each([
    ['Field', <Field key="1" name="password" label="Password" autoComplete="current-password" />, ['summary']],
    ['a field in a component', inWrapper(), ['summary']],
    ['a field with tokens and capitals', currentPassword, ['summary']],
    [
      'a form that changes a password',
      [currentPassword, <Field key="n" name="next" label="New" autoComplete="new-password" />],
      ['auth'],
    ],
    ['a form without a password', <Field key="1" name="name" label="Name" autoComplete="username" />, ['auth']],
  ])('known by its fields: %s', async (_, fields, homes) => {
    const onUnauthorized = vi.fn<Handler>()
    const { reports } = renderWith(
      onUnauthorized,
      <ApiErrorBoundary>
        <ErrorSummary />
        {fields}
        <Save name="Login" run={wrongPassword} />
      </ApiErrorBoundary>,
    )
    await press('Login')
    expect(reports.map((report) => report.homes)).toEqual([homes])
    expect(summaryLines()).toHaveLength(homes[0] === 'summary' ? 1 : 0)
    expect(onUnauthorized).toHaveBeenCalledTimes(homes[0] === 'auth' ? 1 : 0)
  })

  it('without a summary as a toast, and at the next try once more', async () => {
    const onUnauthorized = vi.fn<Handler>()
    renderWith(onUnauthorized, [
      <ApiErrorBoundary key="1">
        {currentPassword}
        <Save name="Login" run={wrongPassword} />
      </ApiErrorBoundary>,
    ])
    await press('Login')
    await press('Login')
    expect(toastTitles()).toHaveLength(1)
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it.each([
    ['onSubmit', { onSubmit: () => wrongPassword() }],
    ['a mutation', undefined],
  ])('an ApiForm with plain controls, sent by %s', async (_, props) => {
    function Login(): ReactNode {
      const login = useMutation({ mutationFn: (_data: FormData) => wrongPassword() })
      return (
        <ApiForm {...(props ?? { mutation: login })}>
          <ErrorSummary />
          <input name="user" aria-label="User" />
          <input name="password" aria-label="Password" type="password" autoComplete="current-password" />
          <button>Login</button>
        </ApiForm>
      )
    }
    const onUnauthorized = vi.fn<Handler>()
    renderWith(onUnauthorized, <Login />)
    await press('Login')
    expect(summaryLines()).toHaveLength(1)
    expect([...toastTitles(), ...onUnauthorized.mock.calls]).toEqual([])
  })

  it('a query beside the form asks for the sign-in all the same', async () => {
    const onUnauthorized = vi.fn<Handler>()
    const source = createSource(unauthorized())
    renderWith(
      onUnauthorized,
      <ApiErrorBoundary>
        <ErrorSummary />
        {currentPassword}
        <Page queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
    )
    await during(() => undefined)
    expect(onUnauthorized).toHaveBeenCalledTimes(1)
    expect(summaryLines()).toEqual([])
  })

  it('meta.apiError.home says it for others: the fields first, then the summary', async () => {
    const onUnauthorized = vi.fn<Handler>()
    const failure = makeFailure('PARAMETER_INVALID', { status: 401, fields: ['Pin', 'Elsewhere'] })
    renderWith(
      onUnauthorized,
      <ApiErrorBoundary>
        <ErrorSummary />
        <Field name="pin" label="Pin" autoComplete="one-time-code" />
        <Save name="Login" home="summary" run={() => Promise.reject(failure)} />
      </ApiErrorBoundary>,
    )
    await press('Login')
    expect(fieldMessages()).toHaveLength(1)
    expect(summaryLines()).toHaveLength(2)
    expect([...toastTitles(), ...onUnauthorized.mock.calls]).toEqual([])
  })

  it('without onUnauthorized it is shown there too', async () => {
    renderApp(
      <ApiErrorBoundary>
        <ErrorSummary />
        {currentPassword}
        <Save name="Login" run={() => Promise.reject(unauthorized())} />
      </ApiErrorBoundary>,
    )
    await press('Login')
    expect(toastTitles()).not.toContain(SIGN_IN)
    expect(summaryLines()).toHaveLength(1)
  })
})

/** Many a component puts what it is given on an element around its input. */
function inWrapper(): ReactNode {
  return (
    <Field name="password" label="Password">
      {(props) => (
        <div {...props}>
          <input type="password" autoComplete="current-password" />
        </div>
      )}
    </Field>
  )
}
