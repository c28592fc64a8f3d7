import {
  dehydrate,
  hydrate,
  type DehydratedState,
  QueryClient,
  useIsFetching,
  useIsMutating,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type UseMutationOptions,
} from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { READ_ONLY_TOKEN } from '../../stories/telephony-api/authenticate.js'
import { ApiErrorBoundary, ErrorSummary, Field, useApiErrorClient } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'
import { createClients, createSource, during, Page, renderApp, request, startTelephony, toastTitles } from './app.js'
import { ui, words } from '../setup/words.js'
import { summaryLines } from '../setup/onScreen.js'

startTelephony()
const LIMIT = words('PROJECT_LIMIT_REACHED').title

function Save({
  name = 'Save',
  ...options
}: UseMutationOptions<unknown, unknown, unknown> & { readonly name?: string }) {
  const save = useMutation<unknown, unknown, unknown>(options)
  return <button onClick={() => save.mutate(name)}>{name}</button>
}

const sendSms = () => request('/Properties/PR2001/Messages', { method: 'POST', body: { Text: 'Hello' } })
const click = (name: string) => during(() => fireEvent.click(screen.getByText(name)))

/** A promise that settles when the test says so. */
function createGate() {
  const gates: { resolve: (value: unknown) => void; reject: (failure: unknown) => void }[] = []
  return { gates, run: () => new Promise<unknown>((resolve, reject) => gates.push({ resolve, reject })) }
}

describe('who shows it', () => {
  it.each(['hook onError', 'per-call onError', 'catch'])(
    'S29 mutation error claimed in %s: no toast',
    async (where) => {
      function Form() {
        const client = useApiErrorClient()
        const claim = (failure: unknown) => client.markHandled(failure)
        const save = useMutation({ mutationFn: sendSms, ...(where === 'hook onError' ? { onError: claim } : {}) })
        const submit = () => {
          if (where === 'catch') save.mutateAsync().catch(claim)
          else save.mutate(undefined, where === 'per-call onError' ? { onError: claim } : {})
        }
        return <button onClick={submit}>{save.isError ? 'failed' : 'Save'}</button>
      }
      const { reports, client } = renderApp(<Form />)
      fireEvent.click(screen.getByText('Save'))
      await screen.findByText('failed')
      await settled()
      expect(client.toasts.list()).toEqual([])
      expect(reports).toMatchObject([{ type: 'mutation', code: 'PARAMETER_REQUIRED', homes: ['inline'] }])
    },
  )

  it('S30 form unmounts before the mutation fails: its fields are gone, so a toast', async () => {
    const { gates, run } = createGate()
    const { show, reports } = renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Save mutationFn={run} />
      </ApiErrorBoundary>,
    )
    await click('Save')
    show(<p>Elsewhere</p>)
    await during(() => gates[0]?.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })))
    expect(toastTitles()).toEqual([words('PARAMETER_REQUIRED').title])
    expect(reports).toMatchObject([{ homes: ['toast'] }])
  })

  it('S31 double submit, the first one fails last: both are reported once, the form shows the last call only', async () => {
    const { gates, run } = createGate()
    const { reports, client } = renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Field name="text" label="Text" />
        <Save mutationFn={run} />
      </ApiErrorBoundary>,
    )
    await click('Save')
    await click('Save')
    await during(() => gates[1]?.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })))
    await during(() => gates[0]?.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['Text'] })))
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByLabelText('Text')).toBeValid()
    expect(toastTitles()).toEqual([])
    expect(reports.map(({ attempt, isSuperseded }) => [attempt, isSuperseded])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(client.history.list().map(({ closed }) => closed)).toEqual(expect.arrayContaining([undefined, 'superseded']))
  })

  it('two rows that share one useMutation: call 1 fails after call 2 has succeeded, and gets a toast', async () => {
    const { gates, run } = createGate()
    renderApp(
      <ApiErrorBoundary>
        <Save mutationFn={run} />
      </ApiErrorBoundary>,
    )
    await click('Save')
    await click('Save')
    await during(() => gates[1]?.resolve({}))
    await during(() => gates[0]?.reject(makeFailure('PROJECT_LIMIT_REACHED')))
    expect(toastTitles()).toEqual([LIMIT])
  })

  it('S32 mutateAsync without catch: one report, also when the unhandled rejection is reported', async () => {
    const clients = createClients()
    function Form() {
      const save = useMutation({ mutationFn: sendSms })
      // What an integration for unhandledrejection does.
      return (
        <button
          onClick={() =>
            void save.mutateAsync().catch((reason: unknown) => setTimeout(() => clients.client.report(reason)))
          }
        >
          {save.isError ? 'failed' : 'Save'}
        </button>
      )
    }
    renderApp(<Form />, { clients })
    fireEvent.click(screen.getByText('Save'))
    await screen.findByText('failed')
    await settled()
    expect(clients.reports).toHaveLength(1)
    expect(clients.client.toasts.list()).toMatchObject([{ count: 1 }])
  })

  it('S33 fetchQuery inside mutationFn fails: one surface, one report, and the context of the mutation', async () => {
    function Form() {
      const queryClient = useQueryClient()
      return (
        <Save
          mutationKey={['save']}
          meta={{ apiError: { message: 'SAVE_FAILED' } }}
          mutationFn={() =>
            queryClient.fetchQuery({ queryKey: ['numbers'], queryFn: () => request('/Numbers', { simulate: '500' }) })
          }
        />
      )
    }
    const { reports } = renderApp(<Form />, {
      clients: createClients({ messages: { en: { custom: { SAVE_FAILED: { title: 'The change was not saved' } } } } }),
    })
    fireEvent.click(screen.getByText('Save'))
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    await settled()
    expect(screen.getByRole('dialog')).toHaveTextContent('The change was not saved')
    expect(reports).toMatchObject([{ type: 'mutation', key: ['save'] }])
  })

  it('S34 onSuccess throws a TypeError after a 200: a generic text, no Try again that would send twice', async () => {
    const { reports } = renderApp(
      <Save
        mutationFn={() => request('/Numbers')}
        onSuccess={() => {
          throw new TypeError("Cannot read properties of undefined (reading 'x')")
        }}
      />,
    )
    fireEvent.click(screen.getByText('Save'))
    await waitFor(() => expect(toastTitles()).toEqual([words('UNKNOWN').title]))
    await settled()
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(words('UNKNOWN').nextStep)
    expect(document.body).not.toHaveTextContent('Cannot read')
    expect(screen.queryByRole('button', { name: ui('tryAgain') })).toBeNull()
    expect(reports).toMatchObject([{ code: 'UNKNOWN', type: 'mutation' }])
  })

  it('S35 a listener, a callback and a message function throw: the caller gets the original error, and each is told once', async () => {
    const failure = makeFailure('PROJECT_LIMIT_REACHED')
    const bug = (name: string) => () => {
      throw new Error(name)
    }
    const clients = createClients({ onReport: bug('onReport') })
    clients.client.subscribe(bug('subscriber'))
    const { problems } = renderApp(<p />, { clients })
    const caught = await clients.queryClient
      .fetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(failure) })
      .catch((reason: unknown) => reason)
    await settled()
    expect(caught).toBe(failure)
    expect(problems.map(String)).toEqual(expect.arrayContaining(['Error: onReport', 'Error: subscriber']))
    expect(clients.client.history.list()).toHaveLength(1)
  })

  it('S35 onInternalError throws, too: the failure is still shown', async () => {
    const bug = () => {
      throw new Error('bug')
    }
    renderApp(<Save mutationFn={createSource(makeFailure('PROJECT_LIMIT_REACHED')).run} />, {
      clients: createClients({ onReport: bug, onInternalError: bug }),
    })
    await click('Save')
    expect(toastTitles()).toEqual([LIMIT])
  })

  it('S14 403 on a mutation: a toast, and nobody is signed out', async () => {
    const onUnauthorized = vi.fn<() => void>()
    const { reports } = renderApp(
      <Save
        mutationFn={() => request('/Properties/PR2001/Messages', { method: 'POST', body: {}, token: READ_ONLY_TOKEN })}
      />,
      { clients: createClients({ onUnauthorized }) },
    )
    fireEvent.click(screen.getByText('Save'))
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    await settled()
    expect(reports).toMatchObject([{ code: 'FORBIDDEN', homes: ['toast'] }])
    expect(onUnauthorized).not.toHaveBeenCalled()
  })

  it('S39 a redirect thrown in a mutationFn: no toast, no report', async () => {
    const { reports } = renderApp(
      <Save mutationFn={createSource(Object.assign(new Response(null), { options: {} })).run} />,
    )
    await click('Save')
    expect(toastTitles()).toEqual([])
    expect(reports).toEqual([])
  })
})

describe('a mutation that outlives its page', () => {
  /** As it stands in the storage after the page was closed offline. */
  const paused = {
    context: undefined,
    data: undefined,
    error: null,
    failureCount: 0,
    failureReason: null,
    isPaused: true,
    status: 'pending' as const,
    variables: {},
    submittedAt: 1,
  }

  it('S20 resumed mutation fails after a reload, no form mounted: a toast with its message', async () => {
    const before = new QueryClient()
    const mutation = before
      .getMutationCache()
      .build(
        before,
        { mutationKey: ['sms'], meta: { apiError: { message: 'SMS_FAILED' }, apiErrorScope: 'abc:1' } },
        paused,
      )
    const stored = JSON.parse(
      JSON.stringify(dehydrate(before, { shouldDehydrateMutation: () => true })),
    ) as DehydratedState
    expect(mutation.state.isPaused).toBe(true)

    const clients = createClients({
      messages: { en: { custom: { SMS_FAILED: { title: 'Your message was not sent' } } } },
    })
    clients.queryClient.setMutationDefaults(['sms'], { mutationFn: sendSms })
    clients.client.attach(clients.queryClient)
    hydrate(clients.queryClient, stored)
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
      </ApiErrorBoundary>,
      { clients },
    )
    await during(() => clients.queryClient.resumePausedMutations())
    await waitFor(() => expect(toastTitles()).toHaveLength(1))
    await settled()
    expect(screen.getByRole('dialog')).toHaveTextContent('Your message was not sent')
    expect(screen.getByLabelText('To')).toBeValid()
    expect(clients.reports).toMatchObject([{ key: ['sms'], homes: ['toast'] }])
  })

  it('S20 without a mutationFn: a generic text, not that of the library', async () => {
    const clients = createClients()
    clients.client.attach(clients.queryClient)
    hydrate(clients.queryClient, { queries: [], mutations: [{ mutationKey: ['gone'], state: paused }] })
    renderApp(<p />, { clients })
    await during(() => clients.queryClient.resumePausedMutations())
    await waitFor(() => expect(toastTitles()).toEqual([words('UNKNOWN').title]))
    expect(document.body).not.toHaveTextContent('mutationFn')
    takeConsole()
  })
})

describe('the client of a scope', () => {
  it('nested scopes: each mutation belongs to the innermost', async () => {
    const failing = () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }))
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="Outer to" />
        <Save name="Outer" mutationFn={failing} />
        <ApiErrorBoundary>
          <Field name="to" label="Inner to" />
          <Save name="Inner" mutationFn={failing} />
        </ApiErrorBoundary>
      </ApiErrorBoundary>,
    )
    await click('Inner')
    expect(screen.getByLabelText('Inner to')).toBeInvalid()
    expect(screen.getByLabelText('Outer to')).toBeValid()
    await click('Outer')
    expect(screen.getByLabelText('Outer to')).toBeInvalid()
  })

  it('two sibling forms with the same mutation key: each has its own failures', async () => {
    const form = (name: string) => (
      <ApiErrorBoundary>
        <ErrorSummary disableAutoFocus />
        <Field name="to" label={`To of ${name}`} />
        <Save name={name} mutationKey={['send']} mutationFn={sendSms} />
      </ApiErrorBoundary>
    )
    renderApp([<div key="a">{form('A')}</div>, <div key="b">{form('B')}</div>])
    fireEvent.click(screen.getByText('B'))
    await waitFor(() => expect(screen.getByLabelText('To of B')).toBeInvalid())
    await settled()
    expect(screen.getByLabelText('To of A')).toBeValid()
    expect(toastTitles()).toEqual([])
    expect(summaryLines().length).toBeGreaterThan(0)
  })

  it('useMutationState, useIsMutating and useIsFetching see inside what happens outside, and the other way round', async () => {
    const { gates, run } = createGate()
    function Counts({ name }: { readonly name: string }) {
      const states = useMutationState({ filters: { mutationKey: ['x'] } })
      return <p>{`${name} ${useIsMutating()} ${useIsFetching()} ${states.length}`}</p>
    }
    renderApp(
      <>
        <Counts name="outside" />
        <ApiErrorBoundary>
          <Counts name="inside" />
          <Save mutationKey={['x']} mutationFn={run} />
          <Page queryKey={['a']} queryFn={run} />
        </ApiErrorBoundary>
      </>,
    )
    await click('Save')
    expect(screen.getByText('outside 1 1 1')).toBeVisible()
    expect(screen.getByText('inside 1 1 1')).toBeVisible()
    await during(() => gates.forEach(({ resolve }) => resolve({})))
    expect(screen.getByText('inside 0 0 1')).toBeVisible()
  })

  it('defaults that are set on the parent are seen inside, and those set inside by the parent', async () => {
    const clients = createClients()
    clients.queryClient.setQueryDefaults(['a'], { queryFn: () => ({ of: 'the parent' }) })
    clients.queryClient.setMutationDefaults(['m'], {
      mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })),
      meta: { apiError: { retry: false } },
    })
    function Inside() {
      const inner = useQueryClient()
      inner.setQueryDefaults(['b'], { staleTime: 77 })
      const query = useQuery<{ of: string }>({ queryKey: ['a'] })
      return <p>{query.data?.of}</p>
    }
    renderApp(
      <ApiErrorBoundary>
        <Inside />
        <Field name="to" label="To" />
        <Save mutationKey={['m']} />
      </ApiErrorBoundary>,
      { clients },
    )
    await screen.findByText('the parent')
    await click('Save')
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(clients.queryClient.getQueryDefaults(['b'])).toEqual({ staleTime: 77 })
    const [mutation] = clients.queryClient.getMutationCache().getAll()
    expect(mutation?.meta).toMatchObject({ apiError: { retry: false } })
  })

  it('renders on: the options of a mutation are not updated by each render', async () => {
    const clients = createClients()
    const { show } = renderApp(<p />, { clients })
    const key = ['x']
    const form = (n: number) => (
      <ApiErrorBoundary>
        <p>{n}</p>
        <Save mutationKey={key} mutationFn={sendSms} />
      </ApiErrorBoundary>
    )
    show(form(0))
    await click('Save')
    const updates = vi.fn<() => void>()
    clients.queryClient.getMutationCache().subscribe(updates)
    const [{ meta } = { meta: undefined }] = clients.queryClient.getMutationCache().getAll()
    for (let n = 1; n < 4; n++) act(() => show(form(n)))
    expect(clients.queryClient.getMutationCache().getAll()[0]?.meta).toBe(meta)
    expect(updates).not.toHaveBeenCalled()
  })

  it('a server error never keeps the next try from being sent', async () => {
    const source = createSource(makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }))
    renderApp(
      <ApiErrorBoundary>
        <Field name="to" label="To" />
        <Save mutationFn={source.run} />
      </ApiErrorBoundary>,
    )
    await click('Save')
    expect(screen.getByLabelText('To')).toBeInvalid()
    source.works()
    await userEvent.click(screen.getByText('Save'))
    await settled()
    expect(source.run).toHaveBeenCalledTimes(2)
    expect(screen.getByLabelText('To')).toBeValid()
  })
})
