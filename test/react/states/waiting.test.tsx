import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ApiErrorBoundary,
  apiRetry,
  apiRetryDelay,
  ErrorState,
  normalizeError,
  type ApiError,
} from '../../../src/index.js'
import { nl } from '../../../src/locales/nl.js'
import { en } from '../../../src/locales/en.js'
import { makeFailure } from '../../../src/testing/index.js'
import { settled } from '../../setup/settled.js'
import { createClients, createSource, InlinePage, renderApp } from '../../query/app.js'
import { takeConsole } from '../../setup/console.js'
import { watchLiveRegions } from '../../setup/watchLiveRegions.js'
import { plain, ui, words } from '../../setup/words.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const waitText = () => plain(screen.queryByRole('timer')?.textContent)
const waitOf = (seconds: number) => ui('waitThenTry', { seconds })
const tryAgain = () => screen.getByRole('button', { name: ui('tryAgain') })
/** Try again, while it cannot be pressed. */
const busy = () => screen.getAllByRole('button').find((button) => button.getAttribute('aria-disabled') === 'true')
const busyText = () => plain(busy()?.textContent)

/** Shows a state in a page that is there already. */
function show(error: unknown, onRetry?: () => void) {
  const app = renderApp(<p>Before</p>)
  const said = watchLiveRegions(document.body)
  app.show(<ErrorState error={error} {...(onRetry === undefined ? {} : { onRetry })} />)
  return { ...app, said }
}

describe('a wait that the server asks for', () => {
  it('S17 Retry-After: 5 counts down as text, and is said aloud once', async () => {
    const { said } = show(makeFailure('HTTP_429', { retryAfter: 5 }), () => undefined)
    expect(said()).toEqual([`${words('HTTP_429').title}${waitOf(5)}`])
    expect(waitText()).toBe(waitOf(5))
    await pass(1_000)
    expect(waitText()).toBe(waitOf(4))
    await pass(3_000)
    expect(waitText()).toBe(waitOf(1))
    await pass(1_000)
    expect(screen.queryByRole('timer')).toBeNull()
    expect(said()).toHaveLength(1)
    for (const seconds of [0, 1, 4, 5]) expect(screen.queryByText(waitOf(seconds))).toBeNull()
    expect(screen.queryByText(words('HTTP_429').nextStep)).toBeNull()
  })

  it('S17 stands outside of every live region, and is the description of Try again', () => {
    show(makeFailure('HTTP_429', { retryAfter: 5 }), () => undefined)
    expect(
      screen.getByRole('timer').closest('[role=alert], [role=status], [aria-live]:not([aria-live=off])'),
    ).toBeNull()
    expect(tryAgain()).toHaveAccessibleDescription(waitOf(5))
  })

  it('keeps Try again focusable, lets it do nothing, and makes it work when the time is over', async () => {
    const onRetry = vi.fn<() => void>()
    show(makeFailure('HTTP_429', { retryAfter: 2 }), onRetry)
    tryAgain().focus()
    expect(tryAgain()).toHaveFocus()
    expect(tryAgain()).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(tryAgain())
    expect(onRetry).not.toHaveBeenCalled()
    await pass(2_000)
    expect(tryAgain()).toHaveFocus()
    expect(tryAgain()).not.toHaveAttribute('aria-disabled')
    fireEvent.click(tryAgain())
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('stands beside the next step of a failure whose words are about something else', () => {
    show(makeFailure('HTTP_500', { status: 503, retryAfter: 90 }), () => undefined)
    expect(screen.getByText(words('HTTP_500').nextStep)).toBeVisible()
    expect(waitText()).toBe(waitOf(90))
  })

  it('leaves the next step of the app in place', () => {
    const clients = createClients({ messages: { en: { codes: { HTTP_429: { nextStep: 'Call us' } } } } })
    renderApp(<ErrorState error={makeFailure('HTTP_429', { retryAfter: 5 })} />, { clients })
    expect(screen.getByText('Call us')).toBeVisible()
    expect(waitText()).toBe(waitOf(5))
  })

  it('is not there without Retry-After, and the button works at once', () => {
    const onRetry = vi.fn<() => void>()
    show(makeFailure('HTTP_500'), onRetry)
    expect(screen.queryByRole('timer')).toBeNull()
    fireEvent.click(tryAgain())
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('goes on where it was when the state is shown again, and in the new language after a switch', async () => {
    const source = createSource(makeFailure('HTTP_429', { retryAfter: 30 }))
    const clients = createClients({ locales: [en, nl] })
    const { show: rerender, client } = renderApp(<InlinePage queryKey={['a']} queryFn={source.run} />, { clients })
    await settled()
    rerender(<p>Elsewhere</p>)
    await pass(10_000)
    source.run.mockImplementation(() => new Promise(() => undefined))
    rerender(<InlinePage queryKey={['a']} queryFn={source.run} retryOnMount={false} />)
    await settled()
    expect(Number(/\d+/.exec(waitText() ?? '')?.[0])).toBeLessThan(21)
    await act(async () => client.setLocale('nl'))
    expect(waitText()).toMatch(/^Wacht \d+ seconden/)
  })

  it('in a boundary counts down and then tries again', async () => {
    const source = createSource(makeFailure('HTTP_429', { retryAfter: 3 }))
    renderApp(
      <ApiErrorBoundary>
        <InlinePage queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
    )
    await settled()
    takeConsole()
    fireEvent.click(tryAgain())
    await pass(3_000)
    source.works()
    fireEvent.click(tryAgain())
    await settled()
    expect(source.run).toHaveBeenCalledTimes(2)
    expect(screen.getByText('data')).toBeVisible()
  })

  it('in a toast counts down without a word, and Try again works when the time is over', async () => {
    const save = vi.fn<() => Promise<never>>(() => Promise.reject(makeFailure('HTTP_429', { retryAfter: 5 })))
    renderApp(<Save mutationFn={save} />)
    const said = watchLiveRegions(document.body)
    fireEvent.click(screen.getByText('Save'))
    await settled()
    const toast = screen.getByRole('dialog')
    expect(said()).toEqual([`${words('HTTP_429').title}. ${waitOf(5)}`])
    expect(within(toast).getAllByText(waitOf(5))).toHaveLength(1)
    expect(
      screen.getByRole('timer').closest('[role=alert], [role=status], [aria-live]:not([aria-live=off])'),
    ).toBeNull()
    fireEvent.click(tryAgain())
    expect(save).toHaveBeenCalledOnce()
    await pass(2_000)
    expect(waitText()).toBe(waitOf(3))
    await pass(3_000)
    expect(screen.queryByRole('timer')).toBeNull()
    expect(said()).toHaveLength(1)
    fireEvent.click(tryAgain())
    await settled()
    expect(save).toHaveBeenCalledTimes(2)
  })
})

describe('what is tried again by TanStack Query', () => {
  it('S17 waits as long as Retry-After says, as seconds and as a date, and gives up at once beyond a minute', async () => {
    const after = (value: string): ApiError =>
      normalizeError({ ResponseStatus: {} }, { status: 503, headers: { 'Retry-After': value } })
    for (const [value, wait] of [
      ['5', 5_000],
      ['Mon, 23 Nov 2026 08:00:07 GMT', 7_000],
    ] as const) {
      vi.setSystemTime(new Date('2026-11-23T08:00:00Z'))
      const queryFn = vi.fn<() => Promise<never>>(() => Promise.reject(after(value)))
      const { unmount } = renderApp(<Page queryFn={queryFn} />)
      await pass(wait - 1)
      expect(queryFn).toHaveBeenCalledTimes(1)
      await pass(1)
      expect(queryFn).toHaveBeenCalledTimes(2)
      unmount()
    }
    const queryFn = vi.fn<() => Promise<never>>(() => Promise.reject(after('3600')))
    renderApp(<Page queryFn={queryFn} />)
    await settled()
    expect(queryFn).toHaveBeenCalledTimes(1)
    expect(waitText()).toBe(waitOf(3_600))
  })

  it('says that it is trying again, whichever try is under way', async () => {
    const failing = await renderStale({ retry: apiRetry, retryDelay: 1_000 })
    fireEvent.click(tryAgain())
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
    failing.fail()
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
    await pass(1_000)
    failing.fail()
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
    await pass(1_000)
    failing.fail()
    await settled()
    expect(tryAgain()).toBeVisible()
  })

  it('says aloud once that it tries again, and nothing of each try', async () => {
    const failing = await renderStale({ retry: apiRetry, retryDelay: 1_000 })
    const said = watchLiveRegions(document.body)
    fireEvent.click(tryAgain())
    await pass(0)
    failing.fail()
    await pass(1_000)
    expect(said()).toEqual([ui('tryingAgain')])
    expect(busy()).toHaveAttribute('aria-busy', 'true')
  })

  it('says so in a boundary while the content suspends', async () => {
    const failing = createFailing()
    renderApp(
      <Suspense fallback="loading">
        <ApiErrorBoundary>
          <SuspensePage queryFn={failing.queryFn} />
        </ApiErrorBoundary>
      </Suspense>,
    )
    for (let count = 0; count < 3; count++) {
      failing.fail()
      await pass(1_000)
    }
    await settled()
    takeConsole()
    fireEvent.click(tryAgain())
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
    failing.fail()
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
  })

  it('says so in the toast of a mutation', async () => {
    const failing = createFailing()
    renderApp(<Save mutationFn={failing.queryFn} retry={2} />)
    fireEvent.click(screen.getByText('Save'))
    for (let count = 0; count < 3; count++) {
      await pass(1_000)
      failing.fail()
    }
    await settled()
    fireEvent.click(tryAgain())
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
    failing.fail()
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
  })

  it('says so in the toast of a query', async () => {
    const failing = await renderStale({ retry: apiRetry, retryDelay: 1_000, silent: true })
    fireEvent.click(tryAgain())
    await pass(0)
    failing.fail()
    await pass(0)
    expect(busyText()).toBe(ui('tryingAgain'))
  })
})

function Save({
  mutationFn,
  retry = false,
}: {
  readonly mutationFn: () => Promise<unknown>
  readonly retry?: number | false
}): ReactNode {
  const { mutate } = useMutation({ mutationFn, retry, retryDelay: 1_000 })
  return <button onClick={() => mutate()}>Save</button>
}

function Page({ queryFn }: { readonly queryFn: () => Promise<unknown> }): ReactNode {
  const query = useQuery({ queryKey: ['waits'], queryFn, retry: apiRetry, retryDelay: apiRetryDelay, gcTime: 0 })
  return query.isError && <ErrorState error={query} />
}

function SuspensePage({ queryFn }: { readonly queryFn: () => Promise<string> }): ReactNode {
  return <p>{useSuspenseQuery({ queryKey: ['suspends'], queryFn, retry: apiRetry, retryDelay: 1_000 }).data}</p>
}

function createFailing() {
  const rejects: ((reason: unknown) => void)[] = []
  const queryFn = vi.fn<() => Promise<string>>(() => new Promise<string>((_, reject) => rejects.push(reject)))
  return { queryFn, fail: () => rejects.at(-1)?.(makeFailure('HTTP_500')) }
}

/** A page with data whose refetch has failed. */
async function renderStale({
  silent = false,
  retry,
  retryDelay,
}: {
  readonly retry: number | typeof apiRetry | undefined
  readonly retryDelay: number
  readonly silent?: boolean
}) {
  const failing = createFailing()
  const clients = createClients({}, { defaultOptions: { queries: { staleTime: Infinity } } })
  function Stale(): ReactNode {
    const query = useQuery({
      queryKey: ['stale'],
      queryFn: failing.queryFn,
      initialData: 'old',
      retryDelay,
      ...(retry === undefined ? {} : { retry }),
    })
    return (
      <>
        {query.data}
        {!silent && <ErrorState error={query} />}
      </>
    )
  }
  renderApp(<Stale />, { clients })
  void clients.queryClient.refetchQueries({ queryKey: ['stale'] })
  await pass(0)
  for (let count = 0; count < 8 && screen.queryAllByRole('button', { name: ui('tryAgain') }).length === 0; count++) {
    failing.fail()
    await pass(1_000)
  }
  await settled()
  return failing
}
