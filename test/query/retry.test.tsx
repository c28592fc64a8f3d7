import { onlineManager, useMutation } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiErrorBoundary, apiRetry, apiRetryDelay, defineCatalog } from '../../src/index.js'
import { makeFailure } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { createClients, createSource, during, Page, renderApp, toastTitles, stateTitles } from './app.js'
import { words } from '../setup/words.js'

const after = (value: string) => new Response(null, { status: 503, headers: { 'Retry-After': value } })

describe('retry', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 20, 12) }))
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it.each([
    ['NETWORK', true],
    ['TIMEOUT', true],
    ['HTTP_429', true],
    ['HTTP_500', true],
    ['PARAMETER_REQUIRED', false],
    ['FORBIDDEN', false],
    ['HTTP_401', false],
    ['UNKNOWN', false],
    ['PARSE', false],
  ] as const)('%s is tried again: %s', (code, expected) => {
    expect(apiRetry(0, makeFailure(code))).toBe(expected)
    expect(apiRetry(2, makeFailure(code))).toBe(false)
  })

  it.each([
    ['NUMBER_ALLOCATION_FAILED', 400, true],
    ['FORBIDDEN', 503, false],
    ['FORBIDDEN', 429, false],
  ] as const)(
    'a documented code decides, not the status: %s with %i is tried again: %s',
    (ErrorCode, status, expected) => {
      const failure = Object.assign(new Error('x'), { status, body: { ResponseStatus: { ErrorCode } } })
      expect(apiRetry(0, failure)).toBe(expected)
    },
  )

  it('codes of the app decide by its catalog', () => {
    const catalog = defineCatalog({
      LEDGER_LOCKED: { category: 'state', retryable: true },
      FORBIDDEN: { retryable: true },
      HTTP_503: { retryable: false },
    })
    const locked = { status: 409, body: { ResponseStatus: { ErrorCode: 'LEDGER_LOCKED' } } }
    expect(apiRetry(0, locked)).toBe(false)
    expect(apiRetry(0, locked, catalog)).toBe(true)
    expect(apiRetry(2, locked, catalog)).toBe(false)
    expect(apiRetry(0, makeFailure('FORBIDDEN'), catalog)).toBe(true)
    expect(apiRetry(0, new Response(null, { status: 503 }), catalog)).toBe(false)
    expect(apiRetry(0, makeFailure('NETWORK'), catalog)).toBe(true)
  })

  it.each([408, 425, 429, 500, 502, 503, 504])('status %i is tried again', (status) => {
    expect(apiRetry(1, new Response(null, { status }))).toBe(true)
  })

  it('waits longer each time, with jitter, and half a minute at the most', () => {
    const waits = [0, 1, 2, 9].map((count) => apiRetryDelay(count, makeFailure('HTTP_500')))
    ;[1000, 2000, 4000, 30_000].forEach((longest, index) => {
      expect(waits[index]).toBeLessThanOrEqual(longest)
      expect(waits[index]).toBeGreaterThanOrEqual(longest / 2)
    })
    expect(new Set(Array.from({ length: 20 }, () => apiRetryDelay(0, makeFailure('NETWORK')))).size).toBeGreaterThan(1)
  })

  it.each([
    ['5', 5000],
    ['Tue, 20 Jan 2026 12:00:07 GMT', 7000],
    ['Tue, 20 Jan 2026 11:00:00 GMT', 0],
  ])('S17 503 with Retry-After %s: waits as long, and succeeds unseen', async (value, wait) => {
    const queryFn = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(after(value)).mockResolvedValue({})
    const clients = createClients({}, { defaultOptions: { queries: { retry: apiRetry, retryDelay: apiRetryDelay } } })
    renderApp(<Page queryKey={['a']} queryFn={queryFn} />, { clients })
    await act(() => vi.advanceTimersByTimeAsync(Math.max(0, wait - 100)))
    expect(queryFn).toHaveBeenCalledTimes(wait > 0 ? 1 : 2)
    await act(() => vi.advanceTimersByTimeAsync(300))
    expect(queryFn).toHaveBeenCalledTimes(2)
    expect(screen.getByText('data')).toBeInTheDocument()
    expect(clients.reports).toEqual([])
    expect(toastTitles()).toEqual([])
  })

  it('S17 503 with Retry-After 3600: fails at once, and keeps the time', async () => {
    const queryFn = vi.fn<() => Promise<unknown>>(() => Promise.reject(after('3600')))
    const clients = createClients({}, { defaultOptions: { queries: { retry: apiRetry, retryDelay: apiRetryDelay } } })
    renderApp(<Page queryKey={['a']} queryFn={queryFn} />, { clients })
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(queryFn).toHaveBeenCalledTimes(1)
    expect(clients.client.history.list()).toMatchObject([{ error: { retryAfter: 3600 } }])
    expect(toastTitles()).toHaveLength(1)
  })
})

describe('offline', () => {
  afterEach(() => {
    cleanup()
    onlineManager.setOnline(true)
  })

  it('S18 offline first load: no error, no toast; it is loaded when the network is back, once', async () => {
    onlineManager.setOnline(false)
    const source = createSource(undefined)
    source.works()
    const { reports, queryClient } = renderApp(
      <ApiErrorBoundary>
        <Page queryKey={['a']} queryFn={source.run} />
      </ApiErrorBoundary>,
    )
    await settled()
    expect(screen.getByText('loading')).toBeVisible()
    expect(queryClient.getQueryState(['a'])?.fetchStatus).toBe('paused')
    expect([...reports, ...toastTitles(), ...stateTitles()]).toEqual([])
    await during(() => onlineManager.setOnline(true))
    await screen.findByText('data')
    expect(source.run).toHaveBeenCalledTimes(1)
  })

  it('S19 offline submit: it waits, no toast; sent when the network is back, its failure has its home', async () => {
    onlineManager.setOnline(false)
    const source = createSource(makeFailure('PROJECT_LIMIT_REACHED'))
    function Save() {
      const save = useMutation({ mutationFn: source.run })
      return <button onClick={() => save.mutate()}>{save.isPaused ? 'waiting' : 'Save'}</button>
    }
    const { reports } = renderApp(<Save />)
    await during(() => fireEvent.click(screen.getByText('Save')))
    expect(screen.getByText('waiting')).toBeVisible()
    expect([...reports, ...toastTitles()]).toEqual([])
    await during(() => onlineManager.setOnline(true))
    await settled()
    expect(toastTitles()).toEqual([words('PROJECT_LIMIT_REACHED').title])
    expect(source.run).toHaveBeenCalledTimes(1)
  })
})
