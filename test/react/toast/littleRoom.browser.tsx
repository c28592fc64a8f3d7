import { act } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { settled } from '../../setup/settled.js'
import { ui, words } from '../../setup/words.js'
import { button, failure, plain, renderToaster, report, section, titles, toasts } from './renderToaster.js'

const CODES = ['ADDRESS_CANNOT_BE_DELETED', 'CALL_NOT_FOUND', 'FLOW_NOT_FOUND']

const controls = (
  <form>
    {Array.from({ length: 56 }, (_, index) => (
      <p key={index}>
        <input aria-label={`Row ${index}`} />
      </p>
    ))}
  </form>
)

const renderThree = async (width: number, height: number, limit?: number) => {
  await page.viewport(width, height)
  const app = renderToaster({ children: controls, ...(limit === undefined ? {} : { limit }) })
  await report(app.client, ...CODES.map((code) => failure(code)))
  return app
}

/** The element of the toasts: what is in it is on screen, the rest scrolls. */
const stack = (): DOMRect => toasts()[0]?.closest('[popover]')?.getBoundingClientRect() ?? new DOMRect()

/** How many of the controls stand behind the toasts, in whole or in part, while they have the focus. */
function countCovered(): number {
  const inputs = [...document.querySelectorAll('input')]
  return inputs.filter((input) => {
    input.focus()
    return input.getBoundingClientRect().bottom > stack().top
  }).length
}

afterEach(async () => {
  document.documentElement.style.fontSize = ''
  await page.viewport(1000, 800)
  scrollTo(0, 0)
})

describe.each([
  ['a narrow window', 320, 568],
  ['a low window', 568, 320],
  ['a window at 400%', 320, 256],
])('in %s', (_, width, height) => {
  it('one toast is shown, the latest, and how many wait', async () => {
    await renderThree(width, height)
    expect(titles()).toEqual([words('FLOW_NOT_FOUND').title])
    expect(plain(section().textContent)).toContain(ui('moreToasts', { count: 2 }))
    await userEvent.click(button(toasts()[0], ui('close')))
    await settled()
    expect(titles()).toEqual([words('CALL_NOT_FOUND').title])
  })

  it('the toasts take half of it at most, and no focused control stands behind them', async () => {
    await renderThree(width, height)
    await vi.waitFor(() => expect(getComputedStyle(document.documentElement).scrollPaddingBottom).not.toBe('0px'))
    expect(stack().height).toBeLessThanOrEqual(height / 2)
    expect(countCovered()).toBe(0)
  })
})

describe('elsewhere', () => {
  it('as many are shown as the limit says, and what is focused is scrolled above them', async () => {
    await renderThree(1000, 800)
    expect(titles()).toHaveLength(3)
    await vi.waitFor(() => expect(getComputedStyle(document.documentElement).scrollPaddingBottom).not.toBe('0px'))
    document.querySelectorAll('input')[30]?.focus()
    expect(document.activeElement?.getBoundingClientRect().bottom).toBeLessThanOrEqual(stack().top)
  })

  it('the room follows the window, and the page gets its own back when the last toast goes', async () => {
    await renderThree(1000, 800)
    await page.viewport(320, 568)
    await vi.waitFor(() => expect(titles()).toHaveLength(1))
    await page.viewport(1000, 800)
    await vi.waitFor(() => expect(titles()).toHaveLength(3))
    for (const toast of toasts()) await act(async () => button(toast, ui('close')).click())
    await settled()
    expect(getComputedStyle(document.documentElement).scrollPaddingBottom).toBe('0px')
  })

  it('toasts beyond what fits scroll inside of the window', async () => {
    await page.viewport(1000, 500)
    const { client } = renderToaster({ limit: 12 })
    await report(client, ...[...CODES, 'PROJECT_LIMIT_REACHED', 'NO_SMS_AGREEMENT', 'FORBIDDEN'].map((c) => failure(c)))
    expect(stack().top).toBeGreaterThanOrEqual(0)
    expect(stack().bottom).toBeLessThanOrEqual(500)
    const last = button(toasts().at(-1), ui('close'))
    last.focus()
    expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(500)
  })
})
