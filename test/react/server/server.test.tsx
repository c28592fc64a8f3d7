import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { version } from 'react'
import { hydrateRoot, type Root as ReactRoot } from 'react-dom/client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { normalizeError } from '../../../src/index.js'
import { takeConsole } from '../../setup/console.js'
import { settled } from '../../setup/settled.js'
import { createClients, Root, type PageName } from './pages.js'
import type { Request, ServedPage } from './renderPages.js'
import { containing, ui, words } from '../../setup/words.js'
import { stateTitles } from '../../setup/onScreen.js'

const REQUESTS: readonly Request[] = [
  ['form'],
  ['form', 'nl'],
  ['form', 'ar'],
  ['failed'],
  ['failed', 'nl'],
  ['failedInScope'],
  ['waiting'],
  ['pending'],
  ['streamed'],
  ['streamedFailsOnServer'],
  ['streamedFails'],
  ['redirect'],
  ['streamedRedirect'],
]

const served = new Map<string, ServedPage>()
let root: ReactRoot | undefined

// What the server renders with, the browser must hydrate with: a process of its own knows no aliases.
describe.skipIf(version.startsWith('18'))('server rendering', () => {
  beforeAll(() => {
    const tsx = resolve('node_modules/tsx/dist/cli.mjs')
    const output = execFileSync(
      process.execPath,
      [tsx, resolve(import.meta.dirname, 'renderPages.tsx'), JSON.stringify(REQUESTS)],
      { encoding: 'utf8' },
    )
    const pages = JSON.parse(output) as readonly ServedPage[]
    REQUESTS.forEach(([page, locale = ''], index) => pages[index] && served.set(`${page} ${locale}`, pages[index]))
  }, 60_000)

  afterEach(async () => {
    await act(async () => root?.unmount())
    cleanup()
    document.body.replaceChildren()
  })

  it.each(REQUESTS.slice(0, 9).map((request) => ({ name: request[0], locale: request[1] })))(
    'hydrates without a mismatch: $name $locale',
    async ({ name, locale }) => {
      const { problems, html } = await load(name, { locale })
      expect(html).not.toBe('')
      expect(problems).toEqual([])
    },
  )

  it('would notice a mismatch: a page in Dutch, hydrated in English', async () => {
    const { problems } = await load('failed', { locale: 'nl', hydrateAs: 'en' })
    expect(problems.join()).toContain('Hydration failed')
  })

  it('speaks the language of the request in the first byte', () => {
    expect(page('failed', 'nl').html).toContain('Er ontbreken gegevens')
    expect(page('form', 'ar').html).toContain('lang="ar"')
  })

  it('hydrates a form that then shows what the API refuses', async () => {
    await load('form')
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await settled()
    expect(screen.getByRole('textbox', { name: 'To' })).toHaveAccessibleDescription(
      containing(words('PARAMETER_REQUIRED').text),
    )
    expect(screen.getByRole('link', { name: containing(words('PARAMETER_REQUIRED').text) })).toBeVisible()
  })

  it('S45 failed query: code, status, fields and reference come through dehydrate, JSON and hydrate', async () => {
    const { clients, reports } = await load('failed')
    const failure = clients.queryClient.getQueryState(['failed'])?.error
    expect(failure).not.toBeInstanceOf(Error)
    expect(normalizeError(failure)).toMatchObject({
      code: 'PARAMETER_REQUIRED',
      status: 400,
      requestId: 'req-7',
      issues: [{ fieldName: 'Street' }, { fieldName: 'City' }],
    })
    expect(screen.getByText(/Street/)).toBeVisible()
    expect(screen.getByText(/City/)).toBeVisible()
    expect([...clients.apiErrors.toasts.list(), ...reports()]).toEqual([])
  })

  it('waiting failure: the time that remains is counted down in the browser', async () => {
    const { problems } = await load('waiting')
    expect(page('waiting').html).toContain(ui('waitThenTry', { seconds: 30 }))
    const shown = () => screen.getByRole('timer').textContent
    const seconds = (text: string) => Number(/\d+/.exec(text)?.[0])
    await waitFor(() => expect(seconds(shown())).toBeLessThan(30))
    const text = shown()
    expect(text).toBe(ui('waitThenTry', { seconds: seconds(text) }))
    expect(problems).toEqual([])
  })

  it('pending query: the browser fetches what the server did not wait for', async () => {
    expect(page('pending').html).toContain('Loading')
    await load('pending')
    expect(await screen.findByText('4 numbers')).toBeVisible()
  })

  it('streamed query: comes after the shell, and is not fetched again', async () => {
    const { shell, html } = page('streamed')
    expect(shell).toContain('Loading')
    expect(shell).not.toContain('4 numbers')
    expect(html).toContain('4 numbers')
    const { clients, problems } = await load('streamed')
    expect(screen.getByText('4 numbers')).toBeVisible()
    expect(clients.queryClient.isFetching()).toBe(0)
    expect(problems).toEqual([])
  })

  it('streamed query that fails on the server only: the browser asks again, and no failure is shown', async () => {
    const { clients, problems } = await load('streamedFailsOnServer')
    expect(await screen.findByText('4 numbers')).toBeVisible()
    // React says that the server could not render this part.
    expect(problems).toEqual([expect.stringContaining('server rendering errored')])
    expect([...clients.apiErrors.history.list(), ...stateTitles()]).toEqual([])
  })

  it('streamed query that fails on both sides: the boundary shows it once, and no toast', async () => {
    const { clients } = await load('streamedFails')
    await waitFor(() => expect(stateTitles()).toEqual([words('FORBIDDEN').title]))
    await settled()
    takeConsole()
    expect(clients.apiErrors.toasts.list()).toEqual([])
  })

  it("S40 a router's redirect passes through the boundary on the server, as the shell and in a streamed part", () => {
    const digest = 'NEXT_REDIRECT;replace;/login;307;'
    expect(page('redirect')).toMatchObject({ shellError: digest, errors: [digest] })
    expect(page('streamedRedirect').errors).toEqual([digest])
    expect(page('streamedRedirect').html).toContain(`data-dgst="${digest}"`)
    expect(page('streamedRedirect').html).not.toMatch(/role="alert"|<h\d/)
    expect(page('streamedRedirect').html).not.toContain(words('UNKNOWN').title)
  })
})

function page(name: PageName, locale = ''): ServedPage {
  const found = served.get(`${name} ${locale}`)
  if (found === undefined) throw new Error(`The server was not asked for ${name} ${locale}: add it to REQUESTS.`)
  return found
}

/** Does as a browser does: shows the HTML, runs the scripts that move streamed parts to their place, hydrates. */
async function load(
  name: PageName,
  {
    locale,
    hydrateAs = locale,
  }: { readonly locale?: string | undefined; readonly hydrateAs?: string | undefined } = {},
) {
  const { html, state } = page(name, locale)
  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  for (const script of container.querySelectorAll('script')) {
    // oxlint-disable-next-line no-eval
    ;(0, eval)(script.textContent)
  }
  await waitFor(() => expect(container.querySelector('div[hidden]')).toBeNull())
  const clients = createClients(state)
  const problems: string[] = []
  await act(async () => {
    root = hydrateRoot(
      container,
      <Root clients={clients} page={name} {...(hydrateAs === undefined ? {} : { locale: hydrateAs })} />,
      {
        onRecoverableError: (error) => problems.push(String(error)),
      },
    )
  })
  await settled()
  return {
    container,
    html,
    problems: [...problems, ...takeConsole()],
    clients,
    reports: () => clients.apiErrors.history.list(),
  }
}
