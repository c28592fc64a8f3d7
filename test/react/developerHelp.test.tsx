import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  defineCatalog,
  ErrorSummary,
  Field,
  FieldError,
  useApiErrorClient,
  type ApiErrorClientOptions,
  type Catalog,
} from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { settled } from '../setup/settled.js'
import { takeConsole } from '../setup/console.js'
import { toastTitles } from '../setup/onScreen.js'
import { words } from '../setup/words.js'

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

// The kind: what an app hands over does nothing, or throws, where the library only reads it. It is said once, in the
// console, unless the app has an onInternalError; and no failure is lost for it.
describe('P47 what an app hands over', () => {
  /** Fails a mutation twice, inside a boundary with a field and outside; returns the titles of the toasts, and what the developer is told. */
  async function fail(options: Partial<ApiErrorClientOptions>, meta?: Record<string, unknown>) {
    // Getters are to stay getters.
    const client = new ApiErrorClient(
      Object.defineProperties({ locales: [en] }, Object.getOwnPropertyDescriptors(options)),
    )
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    function Save({ name }: { readonly name: string }): ReactNode {
      const mutation = { mutationFn: () => Promise.reject(makeFailure('FORBIDDEN')), ...(meta && { meta }) }
      const { mutate } = useMutation(mutation)
      return <button onClick={() => mutate()}>{name}</button>
    }
    renderWithApiErrors(
      <>
        <Save name="Outside" />
        <ApiErrorBoundary>
          <Field name="to" label="To" />
          <Save name="Inside" />
        </ApiErrorBoundary>
      </>,
      { apiErrors: client, queryClient },
    )
    for (const name of ['Outside', 'Inside', 'Inside']) {
      fireEvent.click(screen.getByRole('button', { name }))
      await settled()
    }
    return { titles: toastTitles(), told: takeConsole() }
  }

  const bug = (): never => {
    throw new TypeError('a bug of the app')
  }

  it.each<{ what: string; options: Partial<ApiErrorClientOptions>; says: RegExp; meta?: Record<string, unknown> }>([
    {
      what: 'a malformed message',
      options: { messages: { en: { codes: { FORBIDDEN: { title: 'Not {you' } } } } },
      says: /The message codes\.FORBIDDEN for en is malformed: /,
    },
    {
      what: 'another malformed message',
      options: { messages: { en: { codes: { FORBIDDEN: { title: '{n, plural, one {x}}' } } } } },
      says: /malformed: .+no case "other"/,
    },
    {
      what: 'an onReport that throws',
      options: { onReport: bug },
      says: /has thrown .+ a bug of the app\. .+onReport/,
    },
    {
      what: 'an unknown meta.apiError.message',
      options: {},
      meta: { apiError: { message: 'nope' } },
      says: /meta\.apiError\.message says "nope"/,
    },
    {
      what: 'an unknown key in meta.apiError',
      options: {},
      meta: { apiError: { hone: 'toast' } },
      says: /has hone: "toast" in its meta\.apiError, .+home \(one of field, /,
    },
    {
      what: 'an unknown home',
      options: {},
      meta: { apiError: { home: 'sumary' } },
      says: /has home: "sumary" in its meta\.apiError/,
    },
    { what: 'a meta.apiError of another form', options: {}, meta: { apiError: true }, says: /has apiError: true/ },
    {
      what: 'a catalog that is not made by defineCatalog',
      options: { catalog: { FORBIDDEN: { category: 'permission' } } as unknown as Catalog },
      says: /The row FORBIDDEN of the option catalog is not whole/,
    },
    {
      what: 'words for a code that is misspelled',
      options: { messages: { en: { codes: { FORBIDEN: 'No' } } } },
      says: /words for the code FORBIDEN, .+ Did you mean FORBIDDEN\?/,
    },
    {
      what: 'a catalog that throws',
      options: {
        get catalog(): never {
          return bug()
        },
      },
      says: /a bug of the app/,
    },
    {
      what: 'a policy that throws',
      options: {
        get policy(): never {
          return bug()
        },
      },
      says: /a bug of the app/,
    },
    {
      what: 'codes of a policy that throw',
      options: {
        policy: {
          get codes(): never {
            return bug()
          },
        },
      },
      says: /a bug of the app/,
    },
  ])('is told of once, and the failure is shown: $what', async ({ options, meta, says }) => {
    const { titles, told } = await fail(options, meta)
    expect(titles).toHaveLength(1)
    expect(titles[0]).toContain(words('FORBIDDEN').title)
    // Of one bug, the tests before this one may have had the same warning.
    expect([1, says.source === 'a bug of the app' ? 0 : 1]).toContain(told.length)
    for (const text of told) expect(text).toMatch(says)
  })

  it('is no mistake where the app has a code of its own', async () => {
    const { told } = await fail({ messages: { en: { codes: { VOUCHER_EXPIRED: 'Too late' } } } })
    expect(told).toEqual([])
  })

  it('goes to onInternalError where the app has one', async () => {
    const problems: unknown[] = []
    const onInternalError = (problem: unknown): void => void problems.push(problem)
    const { told } = await fail({ onReport: bug, onInternalError })
    expect(told).toEqual([])
    expect(problems).not.toEqual([])
  })

  it('is told of once when there are no words for the language that is asked for', async () => {
    const client = new ApiErrorClient({ locales: [en] })
    await client.setLocale('fr')
    await client.setLocale('fr')
    await client.setLocale('en-AU')
    expect(takeConsole()).toEqual([expect.stringMatching(/There are no words for the language "fr"\. .+ locales: /)])
  })
})
