import {
  dehydrate,
  hydrate,
  onlineManager,
  QueryClient,
  useMutation,
  useQuery,
  type DehydratedState,
} from '@tanstack/react-query'
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, OfflineBanner } from '../../../src/index.js'
import { en } from '../../../src/locales/en.js'
import { nl } from '../../../src/locales/nl.js'
import { makeFailure } from '../../../src/testing/index.js'
import { createClients, during, renderApp, stateTitles, toastTitles } from '../../query/app.js'
import { ui } from '../../setup/words.js'

const go = (isOnline: boolean) => act(() => onlineManager.setOnline(isOnline))
const banner = () => document.querySelector('[data-api-offline]')
const plain = () => banner()?.textContent?.replace(/[\u2066-\u2069]/g, '')

afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

function Numbers({ queryFn }: { readonly queryFn: () => Promise<string> }) {
  const { data, fetchStatus } = useQuery({ queryKey: ['numbers'], queryFn })
  return <p>{data ?? fetchStatus}</p>
}

function Save({ mutationFn }: { readonly mutationFn: () => Promise<string> }) {
  const { mutate, isPaused, isSuccess } = useMutation({ mutationKey: ['save'], mutationFn })
  return <button onClick={() => mutate()}>{isPaused ? 'Will be sent' : isSuccess ? 'Saved' : 'Save'}</button>
}

describe('OfflineBanner', () => {
  it('is an empty polite region while all is well', () => {
    renderApp(<OfflineBanner />)
    expect(screen.getAllByRole('status')).toEqual([banner()])
    expect(banner()).toHaveAttribute('aria-live', 'polite')
    expect(banner()).toHaveAttribute('aria-atomic', 'true')
    expect(banner()).toBeEmptyDOMElement()
  })

  it('says in the region that was there before that the connection is missing, and moves no focus', () => {
    renderApp(
      <>
        <OfflineBanner className="mine" />
        <input aria-label="Name" />
      </>,
    )
    const region = banner()
    screen.getByLabelText('Name').focus()
    go(false)
    expect(banner()).toBe(region)
    expect(plain()).toBe(ui('offline'))
    expect(region?.firstElementChild).toHaveClass('mine')
    expect(region?.firstElementChild?.classList.length, 'its own class stays beside it').toBeGreaterThan(1)
    expect(screen.getByLabelText('Name')).toHaveFocus()
  })

  it('says that the connection is back, and goes after a while', () => {
    vi.useFakeTimers()
    renderApp(<OfflineBanner backOnlineFor={5_000} />)
    go(false)
    go(true)
    expect(plain()).toBe(ui('backOnline'))
    act(() => void vi.advanceTimersByTime(4_999))
    expect(plain()).toBe(ui('backOnline'))
    act(() => void vi.advanceTimersByTime(1))
    expect(banner()).toBeEmptyDOMElement()
  })

  it('starts anew when the connection goes again while it says that it is back', () => {
    vi.useFakeTimers()
    renderApp(<OfflineBanner />)
    go(false)
    go(true)
    act(() => void vi.advanceTimersByTime(9_000))
    go(false)
    act(() => void vi.advanceTimersByTime(9_000))
    expect(plain()).toBe(ui('offline'))
    go(true)
    act(() => void vi.advanceTimersByTime(9_000))
    expect(plain()).toBe(ui('backOnline'))
  })

  it('speaks the language of the page, also after a switch', async () => {
    const { client } = renderApp(<OfflineBanner />, { clients: createClients({ locales: [en, nl] }) })
    go(false)
    await during(() => client.setLocale('nl'))
    expect(plain()).toBe(nl.ui.offline)
    expect(banner()).toHaveAttribute('lang', 'nl')
  })

  it('S18 offline first load: no error and no toast; it loads when the connection is back', async () => {
    const queryFn = vi.fn<() => Promise<string>>(() => Promise.resolve('4 numbers'))
    onlineManager.setOnline(false)
    const { reports } = renderApp(
      <>
        <OfflineBanner />
        <ApiErrorBoundary>
          <Numbers queryFn={queryFn} />
        </ApiErrorBoundary>
      </>,
    )
    await during(() => undefined)
    expect(screen.getByText('paused')).toBeVisible()
    expect(plain()).toBe(ui('offline'))
    expect([...toastTitles(), ...stateTitles(), ...reports]).toEqual([])
    await during(() => onlineManager.setOnline(true))
    expect(queryFn).toHaveBeenCalledOnce()
    expect(screen.getByText('4 numbers')).toBeVisible()
  })

  it('S19 offline submit: the change is counted as waiting, the button is not stuck, no toast', async () => {
    const mutationFn = vi.fn<() => Promise<string>>(() => Promise.resolve('ok'))
    const { reports } = renderApp(
      <>
        <OfflineBanner />
        <Save mutationFn={mutationFn} />
        <ApiErrorBoundary>
          <Save mutationFn={mutationFn} />
        </ApiErrorBoundary>
      </>,
    )
    go(false)
    const [first, second] = screen.getAllByRole('button')
    const press = (button?: HTMLElement) => button !== undefined && fireEvent.click(button)
    await during(() => press(first))
    expect(plain()).toBe(`${ui('offline')} ${ui('waitingChanges', { count: 1 })}`)
    await during(() => press(second))
    expect(plain()).toBe(`${ui('offline')} ${ui('waitingChanges', { count: 2 })}`)
    expect(first).toHaveTextContent('Will be sent')
    expect([...toastTitles(), ...stateTitles(), ...reports]).toEqual([])
    expect(mutationFn).not.toHaveBeenCalled()
    await during(() => onlineManager.setOnline(true))
    expect(mutationFn).toHaveBeenCalledTimes(2)
    expect(plain()).toBe(ui('backOnline'))
    expect(first).toHaveTextContent('Saved')
    expect([...toastTitles(), ...reports]).toEqual([])
  })

  it('counts no mutation that waits for another of its scope while the connection is there', async () => {
    let finish: ((value: string) => void) | undefined
    const mutationFn = () => new Promise<string>((resolve) => (finish = resolve))
    const { queryClient } = renderApp(<OfflineBanner />)
    const run = () =>
      void queryClient
        .getMutationCache()
        .build(queryClient, { mutationFn, scope: { id: 'one' } })
        .execute(undefined)
    await during(() => (run(), run()))
    expect(banner()).toBeEmptyDOMElement()
    await during(() => finish?.('ok'))
    await during(() => finish?.('ok'))
  })

  it('S20 change that waited fails after a reload: a toast in the language of the user', async () => {
    const before = new QueryClient()
    onlineManager.setOnline(false)
    void before
      .getMutationCache()
      .build(before, {
        mutationKey: ['save'],
        mutationFn: () => Promise.resolve(),
        meta: { apiError: { message: 'draft' } },
      })
      .execute(undefined)
    const stored = JSON.parse(JSON.stringify(dehydrate(before))) as DehydratedState
    before.clear()

    const messages = { nl: { custom: { draft: { title: 'Je concept is niet opgeslagen' } } } }
    const clients = createClients({ locales: [nl, en], messages })
    clients.queryClient.setMutationDefaults(['save'], {
      mutationFn: () => Promise.reject(makeFailure('PROJECT_LIMIT_REACHED')),
    })
    hydrate(clients.queryClient, stored)
    renderApp(<OfflineBanner />, { clients })
    expect(plain()).toContain('1 wijziging')
    await during(() => onlineManager.setOnline(true))
    await during(() => clients.queryClient.resumePausedMutations())
    expect(toastTitles()).toEqual(['Je concept is niet opgeslagen'])
    expect(clients.reports).toMatchObject([{ type: 'mutation', key: ['save'], homes: ['toast'] }])
  })
})
