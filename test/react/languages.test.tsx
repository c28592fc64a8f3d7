import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { startTransition, StrictMode, useEffect, useState, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { genericSentence, Translator } from '../../src/core/localize/Translator.js'
import {
  ApiErrorBoundary,
  ApiErrorClient,
  ApiErrorProvider,
  ApiErrorToaster,
  ErrorState,
  ErrorSummary,
  Field,
  useErrorMessage,
  type ApiErrorProviderProps,
} from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { en } from '../../src/locales/en.js'
import { nl } from '../../src/locales/nl.js'
import { makeFailure } from '../../src/testing/index.js'
import { takeConsole } from '../setup/console.js'
import { failureOf, SubmitForm, summaryLines } from './form/renderForm.js'
import { settled } from '../setup/settled.js'

const forbidden = makeFailure('FORBIDDEN')
const refused = makeFailure('PARAMETER_REQUIRED', { fields: ['To'] })
const [TITLE] = en.codes.FORBIDDEN
const [TITLE_NL] = nl.codes.FORBIDDEN
const [TITLE_AR] = ar.codes.FORBIDDEN

/** A loader that answers when it is told to. */
function gate(words: object) {
  let answer: (words: object) => void = () => undefined
  const load = vi.fn<() => Promise<never>>(() => new Promise((resolve) => (answer = resolve as typeof answer)))
  return { load, open: () => act(async () => answer(words)) }
}

/** A failure in words, as a component of the app shows it. */
function Words(): ReactNode {
  return <p>{useErrorMessage()(forbidden).title}</p>
}

function App({ children = <Words />, ...props }: ApiErrorProviderProps): ReactNode {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiErrorProvider {...props}>{children}</ApiErrorProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

const shown = (): readonly (string | null)[] =>
  [...document.querySelectorAll('p')].map(({ textContent }) => textContent)

describe('a language', () => {
  it('is that of its provider: two of them with one client speak two', async () => {
    const client = new ApiErrorClient({ locales: [en, nl, ar] })
    const page = (second: string): ReactNode => (
      <>
        <App client={client} />
        <App client={client} locale={second} />
      </>
    )
    const { rerender } = render(page('nl'))
    expect(shown()).toEqual([TITLE, TITLE_NL])
    rerender(page('ar'))
    expect(shown()).toEqual([TITLE, TITLE_AR])
    act(() => void client.setLocale('nl'))
    expect(shown()).toEqual([TITLE_NL, TITLE_AR])
  })

  it('is right in the first render, also on a server that answers two requests at once', () => {
    const client = new ApiErrorClient({ locales: [en, nl] })
    function Meanwhile(): ReactNode {
      // Another request is rendered while this one is.
      const other = renderToString(<App client={client} locale="en" />)
      return <i>{other}</i>
    }
    const page = renderToString(
      <App client={client} locale="nl">
        <Words />
        <Meanwhile />
        <Words />
      </App>,
    )
    expect(page.split(`<p>${TITLE_NL}</p>`)).toHaveLength(3)
    expect(page).toContain(TITLE)
    expect(client.messages.locale).toBe('en')
  })

  it('stays on screen until the words of the wanted one are there', async () => {
    const arabic = gate({ ar })
    const client = new ApiErrorClient({ locales: [en, nl, { ar: arabic.load }] })
    const { rerender } = render(<App client={client} locale="nl" />)
    rerender(<App client={client} locale="ar" />)
    expect(shown()).toEqual([TITLE_NL])
    await arabic.open()
    expect(shown()).toEqual([TITLE_AR])
  })

  it('is the last one wished for, whichever comes last', async () => {
    const [dutch, arabic] = [gate({ nl }), gate({ ar })]
    const client = new ApiErrorClient({ locales: [en, { nl: dutch.load, ar: arabic.load }] })
    const { rerender } = render(<App client={client} locale="nl" />)
    rerender(<App client={client} locale="ar" />)
    await dutch.open()
    expect(shown()).toEqual([TITLE])
    await arabic.open()
    expect(shown()).toEqual([TITLE_AR])
    rerender(<App client={client} locale="nl" />)
    expect(shown()).toEqual([TITLE_NL])
    rerender(<App client={client} locale="en" />)
    expect(shown()).toEqual([TITLE])
  })

  it('that cannot be loaded gives way to the fallback, marked as such', async () => {
    const client = new ApiErrorClient({ locales: [nl, en, { ar: () => Promise.reject(new Error('offline')) }] })
    render(
      <App client={client} locale="ar">
        <ErrorState error={forbidden} />
      </App>,
    )
    await waitFor(() => expect(screen.getByText(TITLE)).toHaveAttribute('lang', 'en'))
  })

  it('that comes by import, the first one too, is fetched at once; until then there is one English sentence', async () => {
    const english = gate({ en })
    const client = new ApiErrorClient({ locales: { en: english.load, nl: () => Promise.resolve({ nl }) } })
    expect(english.load).toHaveBeenCalledTimes(1)
    render(
      <App client={client}>
        <ErrorState error={makeFailure('HTTP_500')} onRetry={() => undefined} />
        <ApiErrorToaster />
      </App>,
    )
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent(genericSentence)
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
    const keys = Object.keys(en.ui).filter((key) => /[A-Z]/.test(key))
    expect(keys.filter((key) => document.body.innerHTML.includes(key))).toEqual([])
    await english.open()
    expect(alert).toHaveTextContent(en.codes.HTTP_500[0])
    expect(alert).not.toHaveTextContent(genericSentence)
  })
})

describe('server and browser', () => {
  let unmount = (): void => undefined
  afterEach(() => act(async () => unmount()))

  function Page({ client }: { readonly client: ApiErrorClient }): ReactNode {
    const [locale, setLocale] = useState('nl')
    return (
      <App client={client} locale={locale}>
        <ErrorState error={refused} />
        <Words />
        <button onClick={() => setLocale('en')}>Andere taal</button>
        <ApiErrorToaster />
      </App>
    )
  }

  /** Hydrates in a browser that has to load Dutch what a server rendered that had it. */
  async function hydrate(load: () => Promise<never>) {
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(<Page client={new ApiErrorClient({ locales: [en, nl] })} />)
    const [title, region, served] = [screen.getByRole('heading'), screen.getByRole('region'), container.textContent]
    const problems: unknown[] = []
    await act(async () => {
      // As frameworks do: React 18 lets only a transition wait that began in an event, which the one before was.
      startTransition(() => {
        const root = hydrateRoot(container, <Page client={new ApiErrorClient({ locales: [en, { nl: load }] })} />, {
          onRecoverableError: (error) => problems.push(error),
        })
        unmount = () => root.unmount()
      })
    })
    return { container, title, region, served, problems }
  }

  it('agree when the server had the words and the browser has to load them', async () => {
    const dutch = gate({ nl })
    const { container, title, region, served, problems } = await hydrate(dutch.load)
    expect(container.textContent).toBe(served)
    await dutch.open()
    await settled()
    expect(screen.getByRole('heading')).toBe(title)
    expect(container.textContent).toBe(served)
    expect(screen.getByRole('region', { name: 'Meldingen (F6)' })).toBe(region)
    // The page has come alive: a change is shown.
    fireEvent.click(screen.getByRole('button', { name: 'Andere taal' }))
    expect(screen.getByRole('heading')).toHaveTextContent(en.codes.PARAMETER_REQUIRED[0])
    expect(problems).toEqual([])
  })

  it('do not wait for words that cannot be loaded', async () => {
    const load = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('offline')))
    await hydrate(load)
    await settled()
    takeConsole()
    expect(screen.getByRole('heading')).toHaveTextContent(en.codes.PARAMETER_REQUIRED[0])
    expect(load.mock.calls.length).toBeLessThan(10)
  })
})

describe('the messages of a boundary', () => {
  const saying = (text: string) => ({ en: { codes: { FORBIDDEN: { title: text } } } })

  it('lie over those around it, and change with it', () => {
    const client = new ApiErrorClient({ locales: [en], messages: saying('App') })
    const page = (inner: string): ReactNode => (
      <App client={client}>
        <Words />
        <ApiErrorBoundary messages={saying('Outer')}>
          <Words />
          <ApiErrorBoundary messages={saying(inner)}>
            <Words />
          </ApiErrorBoundary>
        </ApiErrorBoundary>
      </App>
    )
    const { rerender } = render(page('Inner'))
    expect(shown()).toEqual(['App', 'Outer', 'Inner'])
    rerender(page('Innermost'))
    expect(shown()).toEqual(['App', 'Outer', 'Innermost'])
  })

  it('written inline are the same words in each render, so that no effect runs without end', async () => {
    const renders = vi.fn<() => void>()
    /** Keeps words as a form library does: by an update of a component that writes its messages anew. */
    function Inner({ keep }: { readonly keep: (words: object) => void }): ReactNode {
      const toMessage = useErrorMessage()
      useEffect(() => {
        // A loop ends here, so that the test can tell of it.
        if (renders.mock.calls.length < 100) keep(toMessage(forbidden))
      }, [keep, toMessage])
      renders()
      return null
    }
    function Page(): ReactNode {
      const [words, keep] = useState<object>({})
      return (
        <ApiErrorBoundary messages={saying('Ask your manager')} fieldLabels={{ To: 'Recipient' }}>
          <Inner keep={keep} />
          <p>{Object.values(words)[0]}</p>
        </ApiErrorBoundary>
      )
    }
    render(
      <App client={new ApiErrorClient({ locales: [en] })}>
        <Page />
      </App>,
    )
    await settled()
    expect(shown()).toEqual(['Ask your manager'])
    expect(renders.mock.calls.length).toBeLessThan(10)
  })
})

describe('the words of an issue', () => {
  function Form(): ReactNode {
    return (
      <ApiErrorBoundary>
        <SubmitForm send={() => Promise.reject(failureOf('PARAMETER_REQUIRED', ['to']))}>
          <ErrorSummary />
          <Field name="to" label="To" />
        </SubmitForm>
      </ApiErrorBoundary>
    )
  }

  it('are found once for its field and its line in the summary', async () => {
    render(
      <App client={new ApiErrorClient({ locales: [en] })}>
        <Form />
      </App>,
    )
    const resolve = vi.spyOn(Translator.prototype, 'resolve')
    const labelled = vi.spyOn(Translator.prototype, 'labelled')
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(summaryLines()).toEqual(['To: Fill in this field'])
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription('Error: Fill in this field')
    expect(resolve.mock.calls.map(([, slot]) => slot)).toEqual(['text'])
    expect(labelled).toHaveBeenCalledTimes(1)
    resolve.mockRestore()
    labelled.mockRestore()
  })

  it('name labels that change in the same turn as the language', async () => {
    const labels = { en: ['Recipient', 'Sender'], nl: ['Ontvanger', 'Afzender'] } as const
    const names = ['to', 'from'] as const
    const client = new ApiErrorClient({ locales: [en, nl] })
    function Page(): ReactNode {
      const [locale, setLocale] = useState<'en' | 'nl'>('en')
      const { mutate } = useMutation({
        mutationFn: () => Promise.reject(failureOf('ONE_OF_SEVERAL_PARAMETERS_REQUIRED', ['to', 'from'])),
      })
      return (
        <ApiErrorProvider client={client} locale={locale}>
          <ErrorSummary />
          {names.map((name, index) => (
            <Field key={name} name={name} label={labels[locale][index]} />
          ))}
          <button onClick={() => mutate()}>Send</button>
          <button onClick={() => setLocale('nl')}>Nederlands</button>
        </ApiErrorProvider>
      )
    }
    render(
      <App client={client}>
        <ApiErrorBoundary>
          <Page />
        </ApiErrorBoundary>
      </App>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    const line = (): string => within(screen.getByRole('alert')).getByRole('link').textContent ?? ''
    expect(line()).toMatch(/Recipient.* or .*Sender/)
    fireEvent.click(screen.getByRole('button', { name: 'Nederlands' }))
    expect(line()).toMatch(/Ontvanger.* of .*Afzender/)
  })
})
