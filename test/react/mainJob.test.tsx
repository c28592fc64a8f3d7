import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { StrictMode, type ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ensureOk,
  ErrorSummary,
  Field,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { settled } from '../setup/settled.js'
import { API_URL, telephonyFetch } from '../../stories/telephony-api/client.js'
import { createTelephonyApi } from '../../stories/telephony-api/createTelephonyApi.js'
import { telephonyHandlers } from '../../stories/telephony-api/handlers.js'
import { startServer } from '../../stories/telephony-api/server.js'
import type { Simulation } from '../../stories/telephony-api/simulate.js'
import { takeConsole } from '../setup/console.js'
import { ui, words } from '../setup/words.js'

// The main job from end to end, on the mock of the documented API: once answered by MSW, once by a real HTTP server.

const api = createTelephonyApi()
const msw = setupServer(...telephonyHandlers(api, API_URL))
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  msw.listen({ onUnhandledRequest: 'bypass' })
  server = await startServer({ port: 0, api })
})
beforeEach(() => api.reset())
afterEach(() => takeConsole())
afterAll(async () => {
  msw.close()
  await server.close()
})

function App({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <StrictMode>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>
          {children}
          <ApiErrorToaster />
        </ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

const summary = () => screen.getByRole('alert').parentElement
const toasts = () => within(screen.getByRole('region')).queryAllByRole('listitem')

describe.each([
  ['MSW', () => API_URL],
  ['a real HTTP server', () => server.url],
])('answered by %s', (_, baseUrl) => {
  function SendSms(): ReactNode {
    const send = useMutation({
      mutationFn: async (body: Record<string, unknown>) =>
        ensureOk(await telephonyFetch('/Properties/PR2001/Messages', { method: 'POST', body, baseUrl: baseUrl() })),
    })
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          send.mutate({ From: '+442079460101', To: form.get('to'), Text: form.get('text') })
        }}
      >
        <ErrorSummary />
        <Field name="to" label="To" />
        <Field name="text" label="Message" defaultValue="Hello" />
        <button type="submit">Send</button>
        {send.isSuccess && <p>Message sent</p>}
      </form>
    )
  }

  it('an empty recipient is marked and listed, gets the focus, and is forgotten when it is filled in', async () => {
    const user = userEvent.setup()
    render(
      <ApiErrorBoundary>
        <SendSms />
      </ApiErrorBoundary>,
      { wrapper: App },
    )
    await user.click(screen.getByRole('button', { name: 'Send' }))

    const link = await screen.findByRole('link', { name: /To/ })
    const to = screen.getByLabelText('To')
    expect(to).toHaveAttribute('aria-invalid', 'true')
    expect(to).toHaveAccessibleDescription(`${ui('errorPrefix')} ${words('PARAMETER_REQUIRED').text}`)
    expect(screen.getByRole('heading', { name: ui('summaryTitle', { count: 1 }) })).toBeVisible()
    expect(summary()).toHaveFocus()
    await settled()
    expect(toasts()).toEqual([])
    expect(screen.getByLabelText('Message')).not.toHaveAttribute('aria-invalid')

    await user.click(link)
    expect(to).toHaveFocus()
    await user.type(to, '+442079460501')
    expect(to).not.toHaveAttribute('aria-invalid')
    expect(screen.queryByRole('link')).toBeNull()

    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(await screen.findByText('Message sent')).toBeVisible()
    await settled()
    expect(toasts()).toEqual([])
  })

  function DeleteAddress({ withSummary = false }: { readonly withSummary?: boolean }): ReactNode {
    const remove = useMutation({
      mutationFn: async () =>
        ensureOk(await telephonyFetch('/Addresses/AD3001', { method: 'DELETE', baseUrl: baseUrl() })),
    })
    return (
      <>
        {withSummary && <ErrorSummary />}
        {withSummary && <Field name="street" label="Street" />}
        <p>1 Harbor Street</p>
        <button type="button" onClick={() => remove.mutate()}>
          Delete
        </button>
      </>
    )
  }

  it('an address that is in use, deleted from a list, gives one toast that says what to do next, and the page stays', async () => {
    render(<DeleteAddress />, { wrapper: App })
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))

    const [title, , nextStep] = en.codes.ADDRESS_CANNOT_BE_DELETED
    expect(await within(screen.getByRole('region')).findByText(title)).toBeVisible()
    expect(toasts()).toHaveLength(1)
    expect(toasts()[0]).toHaveTextContent(nextStep)
    expect(screen.getByText('1 Harbor Street')).toBeVisible()
  })

  it('the same from a form with a summary gives a line in the summary and no toast', async () => {
    render(
      <ApiErrorBoundary>
        <DeleteAddress withSummary />
      </ApiErrorBoundary>,
      { wrapper: App },
    )
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))

    const text = en.codes.ADDRESS_CANNOT_BE_DELETED[1]
    expect(summary()).toContainElement(await screen.findByText(text))
    expect(summary()).toHaveFocus()
    await settled()
    expect(toasts()).toEqual([])
    expect(screen.getByLabelText('Street')).not.toHaveAttribute('aria-invalid')
  })

  it('a first load that fails takes the place of the content, says what to do, and works when tried again', async () => {
    let simulate: Simulation | undefined = '500'
    function Numbers(): ReactNode {
      const numbers = useQuery({
        queryKey: ['numbers'],
        queryFn: async () =>
          (await ensureOk(await telephonyFetch('/Numbers', { baseUrl: baseUrl(), simulate }))).status,
      })
      return numbers.data === undefined ? <p>Loading</p> : <p>All numbers</p>
    }
    render(
      <ApiErrorBoundary>
        <Numbers />
      </ApiErrorBoundary>,
      { wrapper: App },
    )
    const [title] = en.codes.HTTP_500
    expect(await screen.findByRole('heading', { name: title })).toBeVisible()
    expect(screen.getByText(words('HTTP_500', { origin: 'query' }).nextStep)).toBeVisible()
    await settled()
    expect(toasts()).toEqual([])
    expect(document.body).not.toHaveTextContent('html')

    simulate = undefined
    await userEvent.click(screen.getByRole('button', { name: ui('tryAgain') }))
    expect(await screen.findByText('All numbers')).toBeVisible()
    await settled()
    expect(toasts()).toEqual([])
  })

  it('a first load of what is not there has no Try again, as it cannot help', async () => {
    function Message(): ReactNode {
      useQuery({
        queryKey: ['message'],
        queryFn: async () => ensureOk(await telephonyFetch('/Messages/ME0000', { baseUrl: baseUrl() })),
      })
      return <p>A message</p>
    }
    render(
      <ApiErrorBoundary>
        <Message />
      </ApiErrorBoundary>,
      { wrapper: App },
    )
    expect(await screen.findByRole('heading', { name: en.codes.MESSAGE_NOT_FOUND[0] })).toBeVisible()
    expect(screen.queryByRole('button', { name: ui('tryAgain') })).toBeNull()
  })
})
