import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  defineCatalog,
  ErrorSummary,
  FieldError,
  useApiErrorClient,
  type ApiErrorClientOptions,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'

// Each says what happened, why it matters and what to do, and says it once.

const wrong = (options: object) => () => new ApiErrorClient(options as ApiErrorClientOptions)

describe('a mistake in the app’s code', () => {
  it('is named when an option is unknown', () => {
    expect(wrong({ locales: [en], locale: 'nl' })).toThrow(
      /does not know: "locale"\. It would do nothing\. Use one of: locales, /,
    )
  })

  it('is named when there is no language', () => {
    expect(wrong({})).toThrow(/got no language\. .+ Pass at least one pack/)
    expect(wrong({ locales: [] })).toThrow(/got no language/)
  })

  it('is named when a code stands where a language belongs', () => {
    expect(wrong({ locales: [en], messages: { FORBIDDEN: 'No' } })).toThrow(
      /has the code FORBIDDEN where a language belongs/,
    )
  })

  it('is named when a code of a catalog can never come, or comes twice', () => {
    expect(() => defineCatalog({ 'NO SPACES': {} })).toThrow(
      /the code "NO SPACES"\. No answer of a server can match it/,
    )
    expect(() => defineCatalog({ VOUCHER_EXPIRED: {} }, { VOUCHER_EXPIRED: {} })).toThrow(
      /the code VOUCHER_EXPIRED twice\. .+ Keep one/,
    )
  })

  it('is reported when a language is unknown, and the words of the fallback are shown', async () => {
    const problems: unknown[] = []
    const client = new ApiErrorClient({ locales: [en], onInternalError: (problem) => problems.push(problem) })
    await client.setLocale('not a language')
    await client.setLocale('not a language')
    expect(problems).toEqual([{ kind: 'unknown-locale', key: 'not a language', locale: 'en' }])
    expect(client.messages.translator().ui('tryAgain').text).toBe(en.ui.tryAgain)
  })

  it('is named when a component is outside of its provider', () => {
    function Orphan(): null {
      useApiErrorClient()
      return null
    }
    expect(() => render(<Orphan />)).toThrow(/outside of <ApiErrorProvider>\. .+ Wrap your app/)
    takeConsole()
  })

  it('is warned of once when a field or a summary is outside of every boundary', () => {
    const app = (
      <QueryClientProvider client={new QueryClient()}>
        <ApiErrorProvider client={new ApiErrorClient({ locales: [en] })}>
          <FieldError name="orphan" />
          <ErrorSummary />
        </ApiErrorProvider>
      </QueryClientProvider>
    )
    render(app).rerender(app)
    expect(takeConsole()).toEqual([
      expect.stringMatching(/The field 'orphan' is rendered outside of <ApiErrorBoundary>\. .+ Wrap the form/),
      expect.stringMatching(/<ErrorSummary> is rendered outside of <ApiErrorBoundary>/),
    ])
  })

  it('is warned of when one form has two summaries', async () => {
    const summaries = (count: number): ReactNode => (
      <ApiErrorBoundary>
        {Array.from({ length: count }, (_, index) => (
          <ErrorSummary key={`summary ${index}`} />
        ))}
      </ApiErrorBoundary>
    )
    const { rerender } = renderWithApiErrors(<StrictMode>{summaries(1)}</StrictMode>)
    rerender(<StrictMode>{summaries(2)}</StrictMode>)
    await settled()
    expect(takeConsole()).toEqual([expect.stringMatching(/two <ErrorSummary \/> for one form\. .+ Keep one/)])
  })

  it('is warned of when a toast has no toaster', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    client.report(new Error('anything'))
    await settled()
    expect(takeConsole()).toEqual([
      expect.stringMatching(/wants a toast, but no <ApiErrorToaster \/> is mounted\. .+ Render <ApiErrorToaster \/>/),
    ])
    expect(client.toasts.list()).toHaveLength(1)
    expect(client.history.list()).toHaveLength(1)
  })
})
