import { act } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { ui } from '../../setup/words.js'
import { settled } from '../../setup/settled.js'
import { button, failure, renderToaster, report, section, toasts } from './renderToaster.js'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function renderToasts(lang = 'en') {
  const app = renderToaster()
  await act(async () => app.client.setLocale(lang))
  app.client.report(new TypeError('Failed to fetch'), { retry: () => new Promise(() => undefined) })
  await report(
    app.client,
    failure('PARAMETER_TOO_LONG', [{ FieldName: 'Text' }, { FieldName: 'x'.repeat(80) }], 'At most 160 characters'),
    failure('CALL_NOT_FOUND'),
    failure('CALL_NOT_FOUND'),
    failure('FLOW_NOT_FOUND'),
  )
  return app
}

async function findViolations(): Promise<readonly string[]> {
  const { violations, incomplete } = await axe.run(section(), { runOnly: { type: 'tag', values: TAGS } })
  const unsure = incomplete.filter(({ id }) => id.startsWith('aria-'))
  return [...violations, ...unsure].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const emulate = (features: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })

beforeEach(() => emulate({ 'prefers-reduced-motion': 'reduce' }))
afterEach(async () => {
  delete document.documentElement.dataset.theme
  await emulate()
  await page.viewport(1000, 800)
})

describe('the toaster', () => {
  it.each([{}, { 'prefers-color-scheme': 'dark' }, { 'prefers-contrast': 'more' }, { 'forced-colors': 'active' }])(
    'passes axe with %o',
    async (features) => {
      await emulate({ 'prefers-reduced-motion': 'reduce', ...features })
      await renderToasts()
      expect(await findViolations()).toEqual([])
      expect(document.getAnimations()).toEqual([])
    },
  )

  it('passes axe while it is empty', async () => {
    renderToaster()
    expect(await findViolations()).toEqual([])
  })

  it('follows data-theme rather than the system', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    await renderToasts()
    const ground = (): string | undefined => toasts()[0] && getComputedStyle(toasts()[0] as Element).backgroundColor
    expect(ground()).toBe('rgb(24, 29, 35)')
    document.documentElement.dataset.theme = 'light'
    expect(ground()).toBe('rgb(246, 247, 249)')
    document.documentElement.dataset.theme = 'dark'
    await emulate({ 'prefers-color-scheme': 'light' })
    expect(ground()).toBe('rgb(24, 29, 35)')
  })

  it('has targets of 44 by 44 pixels', async () => {
    const { client } = renderToaster()
    client.report(new TypeError('Failed to fetch'), { retry: () => Promise.resolve() })
    await settled()
    for (const name of [ui('close'), ui('tryAgain')]) {
      const { width, height } = button(toasts()[0], name).getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    }
  })

  it.each([
    ['320 by 256 pixels', 320, 256, '100%'],
    ['320 by 568 pixels', 320, 568, '100%'],
    ['text of twice the size', 640, 800, '200%'],
  ])('fits %s, and nothing is cut off', async (_, width, height, fontSize) => {
    await page.viewport(width, height)
    document.documentElement.style.fontSize = fontSize
    await renderToasts()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const toast of toasts()) {
      const { left, right } = toast.getBoundingClientRect()
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
      expect(toast.scrollWidth).toBeLessThanOrEqual(toast.clientWidth + 1)
    }
    document.documentElement.style.fontSize = ''
  })

  it('stands at the end of the line, mirrored for Arabic', async () => {
    const { client } = await renderToasts()
    const middle = (): number => {
      const { left, right } = toasts()[0]?.getBoundingClientRect() ?? new DOMRect()
      return (left + right) / 2
    }
    const ltr = middle()
    await act(async () => client.setLocale('ar'))
    expect(ltr).toBeGreaterThan(500)
    expect(middle()).toBeCloseTo(document.documentElement.clientWidth - ltr, 0)
    expect(await findViolations()).toEqual([])
  })

  it('keeps its edge and its icon where colors are forced', async () => {
    await emulate({ 'forced-colors': 'active' })
    await renderToasts()
    const [toast] = toasts()
    const icon = toast?.querySelector('.rae-icon')
    if (!toast || !icon) throw new Error('no toast')
    expect(parseFloat(getComputedStyle(toast).borderInlineStartWidth)).toBe(4)
    expect(getComputedStyle(icon).backgroundColor).toBe(getComputedStyle(toast).color)
  })

  it('is clean under a strict content security policy', async () => {
    await renderToasts()
    expect(section().querySelectorAll('[style], style')).toHaveLength(0)
  })
})
