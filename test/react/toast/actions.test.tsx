import { useMutation } from '@tanstack/react-query'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderWithApiErrors } from '../../../src/testing/index.js'
import {
  ApiErrorClient,
  ApiErrorBoundary,
  ApiErrorProvider,
  ApiForm,
  ErrorSummary,
  ensureOk,
  useErrorToasts,
  type ErrorToast,
  type Messages,
} from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { takeConsole } from '../../setup/console.js'
import { partOf, summaryLines, toastTitles } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { plain, ui, words } from '../../setup/words.js'
import { button, failure, renderToaster, report, toasts } from './renderToaster.js'

const LINKED = failure('ADDRESS_CANNOT_BE_DELETED')
const messages: Messages = { en: { codes: { ADDRESS_CANNOT_BE_DELETED: { title: '{name} is still linked' } } } }

const clientWith = (messages: Messages) => new ApiErrorClient({ locales: [en], messages })

function DeleteButton({ params }: { readonly params: object }) {
  const remove = useMutation({ mutationFn: () => Promise.reject(LINKED), meta: { apiError: { params } } })
  return <button onClick={() => remove.mutate()}>Delete</button>
}

async function pressAll(): Promise<void> {
  for (const each of screen.getAllByRole('button', { name: 'Delete' })) fireEvent.click(each)
  await settled()
}

afterEach(() => vi.restoreAllMocks())

describe('meta.apiError.params', () => {
  it('reach the placeholders of the message, one toast for each row', async () => {
    renderWithApiErrors(
      <>
        <DeleteButton params={{ name: 'Main street 1' }} />
        <DeleteButton params={{ name: 'Side street 2' }} />
      </>,
      { apiErrors: clientWith(messages) },
    )
    await pressAll()
    expect(toastTitles()).toEqual(['Side street 2 is still linked', 'Main street 1 is still linked'])
  })

  it.each(['{count, plural, one {x}}', '<img src=x>', "'{name}'", '{name}'])(
    'are data, also when they are %s',
    async (name) => {
      renderWithApiErrors(<DeleteButton params={{ name }} />, { apiErrors: clientWith(messages) })
      await pressAll()
      expect(toastTitles()).toEqual([plain(`${name} is still linked`)])
      expect(document.querySelector('img')).toBeNull()
    },
  )

  it('cannot turn the direction of the sentence', async () => {
    renderWithApiErrors(<DeleteButton params={{ name: '\u2069\u202Eevil' }} />, { apiErrors: clientWith(messages) })
    await pressAll()
    expect(toastTitles()).toEqual(['evil is still linked'])
  })

  it('that are no strings and no numbers are left out, and said', async () => {
    renderWithApiErrors(<DeleteButton params={{ name: { toString: () => 'x' } }} />, {
      apiErrors: clientWith(messages),
    })
    await pressAll()
    expect(toastTitles()).toEqual([words('ADDRESS_CANNOT_BE_DELETED').title])
    expect(takeConsole().join()).toContain('params (an object of strings and numbers)')
  })

  it('are numbers of the language', async () => {
    const count: Messages = {
      en: { codes: { ADDRESS_CANNOT_BE_DELETED: { title: '{linked, plural, other {# numbers}}' } } },
    }
    renderWithApiErrors(<DeleteButton params={{ linked: 1234 }} />, { apiErrors: clientWith(count) })
    await pressAll()
    expect(toastTitles()).toEqual(['1,234 numbers'])
  })
})

describe('the reference', () => {
  const answer = (status: number) => new Response('', { status, headers: { 'x-request-id': 'req-7' } })
  const reference = ui('labelled', { label: ui('referenceId'), text: 'req-7' })

  it.each([500, 503, 400])('is in the toast of a %i, where only support can help', async (status) => {
    const { client } = renderToaster()
    await ensureOk(answer(status)).catch((error: unknown) => report(client, error))
    expect(plain(partOf(toasts()[0], 'describedby')?.textContent)).toContain(reference)
  })

  it('is in the summary', async () => {
    function Form() {
      const save = useMutation<Response, Error, FormData>({ mutationFn: () => ensureOk(answer(500)) })
      return (
        <ApiForm mutation={save}>
          <ErrorSummary />
          <button>Save</button>
        </ApiForm>
      )
    }
    renderWithApiErrors(
      <ApiErrorBoundary>
        <Form />
      </ApiErrorBoundary>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await settled()
    expect(summaryLines().join()).toContain(reference)
  })

  it.each([403, 404, 429])('is left out of a %i, which the user can do something about', async (status) => {
    const { client } = renderToaster()
    await ensureOk(answer(status)).catch((error: unknown) => report(client, error))
    expect(toasts()[0]).not.toHaveTextContent('req-7')
  })
})

describe('the actions of the app', () => {
  it('are buttons beside Try again, which get the press', async () => {
    const undo = vi.fn<(event: Event) => void>()
    const actions = ({ error: { code } }: ErrorToast) => (code === 'NETWORK' ? [{ label: 'Undo', onPress: undo }] : [])
    const { client } = renderToaster({ actions })
    client.report(new TypeError('Failed to fetch'), { retry: () => Promise.resolve() })
    await report(client, LINKED)
    const [other, network] = toasts()
    expect(within(other ?? document.body).getAllByRole('button')).toHaveLength(1)
    const names = within(network ?? document.body).getAllByRole('button')
    expect(names.map(({ textContent }) => textContent)).toEqual([ui('tryAgain'), 'Undo', ui('close')])
    fireEvent.click(button(network, 'Undo'))
    expect(undo).toHaveBeenCalledOnce()
    expect(toasts()).toHaveLength(2)
  })

  it('are links, with what meta.apiError.params says, and can close the toast', async () => {
    const actions = ({ params, dismiss }: ErrorToast) => [
      { label: 'Open the address', href: `#/addresses/${params.id}`, onPress: dismiss },
    ]
    function App() {
      return <DeleteButton params={{ id: 7 }} />
    }
    const { client } = renderToaster({ actions, children: <App /> })
    await pressAll()
    const link = screen.getByRole('link', { name: 'Open the address' })
    expect(link).toHaveAttribute('href', '#/addresses/7')
    fireEvent.click(link)
    await settled()
    expect(toasts()).toEqual([])
    expect(client.history.list()[0]?.closed).toBe('dismissed')
  })

  it('that throw are told of, and the toast is shown without', async () => {
    const problems: unknown[] = []
    const client = new ApiErrorClient({ locales: [en], onInternalError: (problem) => problems.push(problem) })
    renderToaster({
      client,
      actions: () => {
        throw new Error('No actions')
      },
    })
    await report(client, LINKED)
    expect(toasts()).toHaveLength(1)
    expect(problems).not.toEqual([])
  })

  it('come with the toasts of a toaster of the app', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    const actions = ({ error }: ErrorToast) => [{ label: `Look up ${error.code}` }]
    function OwnToaster() {
      return useErrorToasts({ actions }).map((toast) => <p key={toast.id}>{toast.actions[0]?.label}</p>)
    }
    render(
      <ApiErrorProvider client={client}>
        <OwnToaster />
      </ApiErrorProvider>,
    )
    takeConsole()
    await act(() => report(client, LINKED))
    expect(screen.getByText('Look up ADDRESS_CANNOT_BE_DELETED')).toBeVisible()
  })
})
