import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { storeOf } from '../../../src/query/ApiErrorClient.js'
import { ApiErrorProvider } from '../../../src/react/provider/ApiErrorProvider.js'
import { ApiErrorToaster } from '../../../src/react/toast/ApiErrorToaster.js'
import { takeConsole } from '../../setup/console.js'
import { settled } from '../../setup/settled.js'
import {
  button,
  createClient,
  failure,
  plain,
  renderToaster,
  report,
  section,
  titles,
  toasts,
} from './renderToaster.js'
import { nl } from '../../../src/locales/nl.js'
import { containing, ui, words } from '../../setup/words.js'
import { partOf } from '../../setup/onScreen.js'

const LINKED = words('ADDRESS_CANNOT_BE_DELETED').title

afterEach(() => void vi.useRealTimers())

describe('a toast', () => {
  it('says what happened and what to do next, each in exactly one place', async () => {
    const { client } = renderToaster()
    await report(client, failure('ADDRESS_CANNOT_BE_DELETED'))

    const [toast] = toasts()
    expect(toast).toHaveAccessibleName(LINKED)
    expect(toast).toHaveAccessibleDescription(words('ADDRESS_CANNOT_BE_DELETED').nextStep)
    expect(screen.getAllByText(LINKED, { ignore: '[data-rae-announcer] *' })).toHaveLength(1)
    expect(within(section()).queryByText('Sent by the server')).not.toBeInTheDocument()
  })

  it('is a dialog with a name, which takes neither the page nor the focus', async () => {
    const { client } = renderToaster({ children: <input aria-label="Name" /> })
    screen.getByRole('textbox').focus()
    await report(client, failure('CALL_NOT_FOUND'), failure('FLOW_NOT_FOUND'))
    for (const code of ['CALL_NOT_FOUND', 'FLOW_NOT_FOUND'] as const) {
      const dialog = screen.getByRole('dialog', { name: words(code).title })
      expect(dialog).not.toHaveAttribute('aria-modal')
      expect(dialog).toHaveAttribute('tabindex', '-1')
    }
    expect(screen.getByRole('textbox')).toHaveFocus()
  })

  it('gives each issue a line, with the answer of the service where the facts stand only there', async () => {
    const { client } = renderToaster()
    await report(
      client,
      failure('PARAMETER_REQUIRED', [
        { FieldName: 'Text', ErrorCode: 'PARAMETER_TOO_LONG', Message: 'At most 160 characters' },
        { FieldName: 'TimeZone', ErrorCode: 'UNKNOWN_TIME_ZONE', Message: 'No such zone' },
      ]),
    )
    const lines = [...(partOf(toasts()[0], 'describedby')?.children ?? [])].map((line) => plain(line.textContent))
    expect(lines).toEqual([
      `${ui('labelled', { label: 'Text', text: words('PARAMETER_TOO_LONG').text })}At most 160 characters`,
      words('UNKNOWN_TIME_ZONE').text,
    ])
    expect(screen.getByText('At most 160 characters')).toHaveAttribute('lang', 'en')
  })

  it('shows text of the server as text', async () => {
    const { client } = renderToaster()
    await report(client, failure('PARAMETER_REQUIRED', [], '<img src=x onerror=alert(1)>'))
    expect(section().querySelector('img')).toBeNull()
  })

  it('stays until it is dismissed', async () => {
    const { client } = renderToaster()
    await report(client, failure('ADDRESS_CANNOT_BE_DELETED'))
    vi.useFakeTimers()
    act(() => void vi.advanceTimersByTime(24 * 60 * 60 * 1000))
    expect(titles()).toEqual([LINKED])
  })

  it('closes by its button, and the history keeps the failure', async () => {
    const { client } = renderToaster()
    await report(client, failure('ADDRESS_CANNOT_BE_DELETED'))
    await userEvent.click(button(toasts()[0], ui('close')))
    expect(toasts()).toEqual([])
    expect(client.history.list()[0]?.closed).toBe('dismissed')
  })

  it('has Close after its text and its other button', async () => {
    const { client } = renderToaster()
    client.report(new TypeError('Failed to fetch'), { retry: () => Promise.resolve() })
    await settled()
    const [toast] = toasts()
    expect(toast?.textContent).toMatch(containing(words('NETWORK').title, `${ui('tryAgain')}${ui('close')}`))
    expect(toast?.textContent.endsWith(ui('close'))).toBe(true)
  })

  it('counts failures that say the same, in sight and in words', async () => {
    const { client } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'), failure('CALL_NOT_FOUND'), failure('CALL_NOT_FOUND'))
    expect(toasts()).toHaveLength(1)
    expect(within(section()).getByText('×3')).toHaveAttribute('aria-hidden', 'true')
    expect(toasts()[0]).toHaveAccessibleName(`${words('CALL_NOT_FOUND').title} ${ui('repeated', { count: 3 })}`)
  })

  it('goes without a sound when somebody claims the failure', async () => {
    const { client, announced } = renderToaster()
    const claimed = failure('CALL_NOT_FOUND')
    await report(client, claimed, failure('FLOW_NOT_FOUND'))
    const before = announced().length
    act(() => void storeOf(client).surfaces.claim({ failure: claimed }))
    await settled()
    expect(titles()).toEqual([words('FLOW_NOT_FOUND').title])
    expect(announced()).toHaveLength(before)
  })
})

describe('the toaster', () => {
  it('shows what failed before it was mounted', async () => {
    const client = createClient()
    await report(client, failure('CALL_NOT_FOUND'))
    expect(takeConsole()).toEqual([expect.stringContaining('<ApiErrorToaster />')])
    renderToaster({ client })
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
  })

  it('tells the client that it is there', () => {
    const { client, view } = renderToaster()
    expect(storeOf(client).surfaces.hasToaster).toBe(true)
    view.unmount()
    expect(storeOf(client).surfaces.hasToaster).toBe(false)
  })

  it('puts the newest on top and has the oldest wait', async () => {
    const { client } = renderToaster({ limit: 2 })
    await report(
      client,
      failure('CALL_NOT_FOUND'),
      failure('FLOW_NOT_FOUND'),
      failure('NUMBER_NOT_FOUND'),
      failure('RECORD_NOT_FOUND'),
    )
    expect(titles()).toEqual([words('RECORD_NOT_FOUND').title, words('NUMBER_NOT_FOUND').title])
    expect(within(section()).getByText(ui('moreToasts', { count: 2 }))).toBeVisible()

    await userEvent.click(button(toasts()[0], ui('close')))
    expect(titles()).toEqual([words('NUMBER_NOT_FOUND').title, words('FLOW_NOT_FOUND').title])
    expect(within(section()).getByText(ui('moreToasts', { count: 1 }))).toBeVisible()
  })

  it('shows a waiting toast again when its failure repeats', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { client } = renderToaster({ limit: 1 })
    await report(client, failure('CALL_NOT_FOUND'))
    vi.setSystemTime(Date.now() + 1_000)
    await report(client, failure('FLOW_NOT_FOUND'))
    expect(titles()).toEqual([words('FLOW_NOT_FOUND').title])
    vi.setSystemTime(Date.now() + 1_000)
    await report(client, failure('CALL_NOT_FOUND'))
    expect(titles()).toEqual([`${words('CALL_NOT_FOUND').title} ×2${ui('repeated', { count: 2 })}`])
  })

  it('is a labelled landmark that names its key, in the language of its words', async () => {
    const { client } = renderToaster({ hotkey: 'F8', className: 'mine' })
    expect(section()).toHaveAccessibleName(ui('toastRegion', { hotkey: 'F8' }))
    expect(section()).toHaveClass('mine')
    expect(section().classList.length, 'its own class stays beside it').toBeGreaterThan(1)
    expect(section()).toHaveAttribute('data-api-toaster')
    expect([section().lang, section().dir]).toEqual(['en', 'ltr'])
    await act(async () => client.setLocale('ar'))
    expect([section().lang, section().dir]).toEqual(['ar', 'rtl'])
  })

  it('leaves the direction to a page that says one', async () => {
    document.documentElement.dir = 'ltr'
    const { client } = renderToaster()
    await act(async () => client.setLocale('ar'))
    expect(section()).not.toHaveAttribute('dir')
    document.documentElement.removeAttribute('dir')
  })

  it('re-words what is on screen when the language changes', async () => {
    const { client } = renderToaster()
    await report(client, failure('ADDRESS_CANNOT_BE_DELETED'))
    await act(async () => client.setLocale('nl'))
    expect(titles()).not.toEqual([LINKED])
    expect(button(toasts()[0], nl.ui.close)).toBeVisible()
  })

  it('renders its landmark and empty live regions on the server', async () => {
    const client = createClient()
    storeOf(client).surfaces.addToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    const html = renderToString(
      <ApiErrorProvider client={client}>
        <ApiErrorToaster />
      </ApiErrorProvider>,
    )
    expect(html).toContain('aria-live="assertive"')
    expect(html).not.toContain(words('CALL_NOT_FOUND').title)
    expect(html).not.toContain('style=')
  })
})
