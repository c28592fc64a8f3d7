import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorClient, defineCatalog, type Catalog, type ReportContext } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { makeFailure } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'

// What the app is told, and what is kept: without a page, by the client alone.

function createClient(catalog?: Catalog) {
  const reports: ReportContext[] = []
  const apiErrors = new ApiErrorClient({
    locales: [en],
    onReport: (_error, context) => reports.push(context),
    ...(catalog === undefined ? {} : { catalog }),
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  apiErrors.attach(queryClient)
  return {
    apiErrors,
    queryClient,
    reports,
    decided: async () => {
      while (await apiErrors.idle());
      takeConsole() // no toaster is mounted
    },
  }
}

describe('one report', () => {
  it('comes for each failure, with its home', async () => {
    const { apiErrors, reports, decided } = createClient()
    apiErrors.report(makeFailure('HTTP_500'))
    await decided()
    expect(reports).toEqual([expect.objectContaining({ type: 'report', homes: ['toast'], closed: undefined })])
  })

  it.each([
    ['of its row', { level: 'info' }, 'info'],
    ['of its row, whatever the user sees', { level: 'error', severity: 'info' }, 'error'],
    ['of nobody, where its row has none', { severity: 'warning' }, undefined],
  ] as const)('has the level %s', async (_, row, level) => {
    const { apiErrors, reports, decided } = createClient(defineCatalog({ LEDGER_LOCKED: row }))
    apiErrors.report({ status: 409, body: { ResponseStatus: { ErrorCode: 'LEDGER_LOCKED' } } })
    await decided()
    expect(reports).toEqual([expect.objectContaining({ level })])
  })

  it('comes for a failure that is closed in its own turn, and says why', async () => {
    const { queryClient, reports, decided } = createClient()
    await queryClient.prefetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(makeFailure('HTTP_500')) })
    queryClient.removeQueries({ queryKey: ['a'] })
    await decided()
    expect(reports).toEqual([expect.objectContaining({ type: 'query', homes: ['none'], closed: 'recovered' })])
  })

  it('comes for each of two failures of one query in one turn', async () => {
    const { queryClient, reports, decided } = createClient()
    const queryFn = () => Promise.reject(makeFailure('HTTP_500'))
    await queryClient.prefetchQuery({ queryKey: ['a'], queryFn })
    await queryClient.prefetchQuery({ queryKey: ['a'], queryFn })
    await decided()
    expect(reports.map(({ closed }) => closed)).toEqual(['superseded', undefined])
  })
})

describe('failures of one task', () => {
  it('are told of with one notification for the toasts and one for all', async () => {
    const { apiErrors, decided } = createClient()
    const [onToasts, onChange] = [vi.fn<() => void>(() => void apiErrors.toasts.list()), vi.fn<() => void>()]
    apiErrors.toasts.subscribe(onToasts)
    apiErrors.subscribe(onChange)
    for (let count = 0; count < 1_000; count++) apiErrors.report(makeFailure('HTTP_500'))
    await decided()
    expect(onToasts).toHaveBeenCalledTimes(1)
    expect(onChange).toHaveBeenCalledTimes(1)
    expect(apiErrors.toasts.list()).toEqual([expect.objectContaining({ count: 1_000 })])
  })

  it('are counted where nothing can become of them: only the latest is kept', async () => {
    const { apiErrors, decided } = createClient()
    const gone: WeakRef<object>[] = []
    for (let count = 0; count < 300; count++) {
      const failure = { ResponseStatus: { ErrorCode: 'PROJECT_LIMIT_REACHED', Message: 'm' } }
      gone.push(new WeakRef(failure))
      apiErrors.report(failure)
    }
    await decided()
    const [toast] = apiErrors.toasts.list()
    expect(toast?.count).toBe(300)
    expect(toast?.error.cause).toBe(gone.at(-1)?.deref())
    expect(apiErrors.history.list()).toHaveLength(100)
    expect(apiErrors.history.list().filter(({ closed }) => closed === undefined)).toHaveLength(1)
  })

  it('that are distinct go beyond the limit of 100 as dismissed, oldest first', async () => {
    const { apiErrors, decided } = createClient()
    for (let count = 0; count < 120; count++) {
      apiErrors.report({ ResponseStatus: { ErrorCode: `CODE_${count}`, Message: 'm' } })
    }
    await decided()
    expect(apiErrors.toasts.list()).toHaveLength(100)
    expect(apiErrors.toasts.list()[0]?.error.code).toBe('CODE_20')
  })
})
