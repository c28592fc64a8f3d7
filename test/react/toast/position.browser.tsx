import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { failure, renderToaster, report, toasts } from './renderToaster.js'

const reduceMotion = (value: 'reduce' | ''): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })

beforeEach(() => reduceMotion('reduce'))
afterEach(async () => {
  await reduceMotion('')
  document.documentElement.removeAttribute('style')
  await page.viewport(1000, 800)
})

/** The distances of a toast from the edges of the window. */
function distances() {
  const { top, bottom, left, right } = toasts()[0]?.getBoundingClientRect() ?? new DOMRect()
  const { clientWidth, clientHeight } = document.documentElement
  return { top, bottom: clientHeight - bottom, left, right: clientWidth - right }
}

describe('the position', () => {
  it.each([
    ['top-start', 'top', 'left'],
    ['top-end', 'top', 'right'],
    ['bottom-start', 'bottom', 'left'],
    ['bottom-end', 'bottom', 'right'],
  ] as const)('%s is at %s and %s, and on the other side in Arabic', async (position, block, inline) => {
    const { client } = renderToaster({ position })
    await report(client, failure('CALL_NOT_FOUND'))
    expect(distances()).toMatchObject({ [block]: 16, [inline]: 16 })
    await act(async () => client.setLocale('ar'))
    expect(distances()).toMatchObject({ [block]: 16, [inline === 'left' ? 'right' : 'left']: 16 })
  })

  it.each(['top-center', 'bottom-center'] as const)('%s is in the middle of the line', async (position) => {
    const { client } = renderToaster({ position })
    await report(client, failure('CALL_NOT_FOUND'))
    expect(distances()).toMatchObject({ [position === 'top-center' ? 'top' : 'bottom']: 16 })
    expect(distances().left).toBe(distances().right)
  })

  it('keeps the distance that the page asks for', async () => {
    document.documentElement.style.setProperty('--rae-toasts-distance', '10px 20px 72px')
    const { client } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    expect(distances()).toMatchObject({ bottom: 72, right: 20 })
  })

  it('at the top has what is focused scrolled below the toasts, where there is little room too', async () => {
    await page.viewport(320, 568)
    const inputs = Array.from({ length: 40 }, (_, index) => (
      <p key={index}>
        <input aria-label={`Row ${index}`} />
      </p>
    ))
    const { client } = renderToaster({ position: 'top-center', children: <form>{inputs}</form> })
    await report(client, failure('CALL_NOT_FOUND'))
    await vi.waitFor(() => expect(getComputedStyle(document.documentElement).scrollPaddingTop).not.toBe('0px'))
    const covered = [...document.querySelectorAll('input')].reverse().filter((input) => {
      input.focus()
      return input.getBoundingClientRect().top < (toasts()[0]?.getBoundingClientRect().bottom ?? 0)
    })
    expect(covered).toEqual([])
  })
})
