import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ApiErrorClient, RecentErrors } from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { en } from '../../../src/locales/en.js'
import { makeFailure, renderWithApiErrors } from '../../../src/testing/index.js'
import { toastTitles } from '../../setup/onScreen.js'
import { settled } from '../../setup/settled.js'
import { plain, ui, words } from '../../setup/words.js'

const panel = (): HTMLElement => screen.getByRole('region', { name: ui('recentErrors') })
const headings = (level: number): readonly string[] =>
  within(panel())
    .queryAllByRole('heading', { level })
    .map(({ textContent }) => plain(textContent))

async function renderPanel() {
  const apiErrors = new ApiErrorClient({ locales: [en, ar] })
  const view = renderWithApiErrors(<RecentErrors data-testid="panel" />, { apiErrors })
  const fail = async (...codes: readonly ('CALL_NOT_FOUND' | 'HTTP_500')[]): Promise<void> => {
    for (const code of codes) apiErrors.report(makeFailure(code, { requestId: 'req-7' }))
    await settled()
  }
  return { ...view, fail }
}

describe('the recent errors', () => {
  it('are listed newest first, and shown where they belong as well', async () => {
    const { fail } = await renderPanel()
    await fail('CALL_NOT_FOUND', 'HTTP_500')
    expect(headings(3)).toEqual([words('HTTP_500').title, words('CALL_NOT_FOUND').title])
    expect(toastTitles()).toHaveLength(2)
  })

  it('stay when they are dismissed', async () => {
    const { fail } = await renderPanel()
    await fail('CALL_NOT_FOUND')
    fireEvent.click(screen.getByRole('button', { name: ui('close') }))
    await settled()
    expect(toastTitles()).toEqual([])
    expect(headings(3)).toEqual([words('CALL_NOT_FOUND').title])
  })

  it('have their time, code and reference', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 2, 3, 4, 5))
    const { fail } = await renderPanel()
    await fail('HTTP_500')
    vi.restoreAllMocks()
    expect(panel().querySelector('time')).toHaveAttribute('datetime', '2026-01-02T03:04:05.000Z')
    for (const text of ['HTTP_500', 'req-7']) expect(within(panel()).getByText(text)).toBeInTheDocument()
  })

  it('are said to be none, below a heading', async () => {
    await renderPanel()
    expect(headings(2)).toEqual([ui('recentErrors')])
    expect(panel()).toHaveTextContent(ui('problemCount', { count: 0 }))
    expect(screen.getByTestId('panel')).toBe(panel())
  })

  it('follow the language', async () => {
    const { apiErrors, fail } = await renderPanel()
    await fail('CALL_NOT_FOUND')
    await apiErrors.setLocale('ar')
    await settled()
    expect(screen.getByRole('region', { name: ar.ui.recentErrors })).toHaveTextContent(ar.codes.CALL_NOT_FOUND[0])
  })
})
