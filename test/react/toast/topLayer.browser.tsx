import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { settled } from '../../setup/settled.js'
import { isOnTop } from './isOnTop.js'
import { button, failure, renderToaster, report, section, titles, toasts } from './renderToaster.js'
import { ui, words } from '../../setup/words.js'

/** A modal dialog that React knows nothing of. */
function openDialog(): HTMLDialogElement {
  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.innerHTML = '<p>A dialog</p><button>Inside</button>'
  dialog.showModal()
  return dialog
}

afterEach(() => {
  vi.useRealTimers()
  document.querySelectorAll('dialog').forEach((dialog) => dialog.remove())
})

describe('a toast', () => {
  it('is above everything on the page', async () => {
    const { client } = renderToaster({ children: <div data-testid="cover" /> })
    await report(client, failure('CALL_NOT_FOUND'))
    const cover = screen.getByTestId('cover')
    Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: 'white' })
    expect(isOnTop(button(toasts()[0], ui('close')))).toBe(true)
  })

  it('lets the page be clicked beside it', async () => {
    const { client } = renderToaster({ children: <div data-testid="page" /> })
    const below = screen.getByTestId('page')
    Object.assign(below.style, { position: 'fixed', inset: '0' })
    await report(client, failure('CALL_NOT_FOUND'), failure('FLOW_NOT_FOUND'))
    const { x, bottom } = toasts()[0]?.getBoundingClientRect() ?? new DOMRect()
    expect(document.elementFromPoint(x + 20, bottom + 6)).toBe(below)
  })

  it('that comes up while a modal dialog is open can be heard and used', async () => {
    const { client, announced } = renderToaster()
    const dialog = openDialog()
    await settled()
    expect(dialog).toContainElement(section())
    await report(client, failure('CALL_NOT_FOUND'))
    await vi.waitFor(() => expect(announced()).toHaveLength(1))
    const close = button(toasts()[0], ui('close'))
    expect(isOnTop(close)).toBe(true)
    await userEvent.click(close)
    await settled()
    expect(titles()).toEqual([])
    expect(dialog.open).toBe(true)
  })

  it('does not count as a click beside the dialog', async () => {
    const { client } = renderToaster()
    const dialog = openDialog()
    const clicked = vi.fn<() => void>()
    dialog.addEventListener('click', clicked)
    await report(client, failure('CALL_NOT_FOUND'))
    await userEvent.click(button(toasts()[0], ui('close')))
    expect(clicked).not.toHaveBeenCalled()
  })

  it('that is on screen when a dialog opens above it comes along, without being announced again', async () => {
    const { client, announced } = renderToaster()
    await report(client, failure('CALL_NOT_FOUND'))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const [first, second] = [openDialog(), openDialog()]
    await settled()
    expect(second).toContainElement(section())
    expect(isOnTop(button(toasts()[0], ui('close')))).toBe(true)
    second.close()
    await settled()
    expect(first).toContainElement(section())
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(announced()).toHaveLength(1)
  })

  it('outlives a dialog that is taken out of the page', async () => {
    const { client, view } = renderToaster()
    const dialog = openDialog()
    await report(client, failure('CALL_NOT_FOUND'))
    dialog.remove()
    await settled()
    expect(view.container).toContainElement(section())
    expect(isOnTop(button(toasts()[0], ui('close')))).toBe(true)
  })

  it('goes with its toaster, also out of a dialog', async () => {
    const { client, view } = renderToaster()
    const dialog = openDialog()
    await report(client, failure('CALL_NOT_FOUND'))
    view.unmount()
    expect(dialog).not.toHaveTextContent(words('CALL_NOT_FOUND').title)
  })

  it('does not move for a dialog that is not modal', async () => {
    const { client, view } = renderToaster()
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.show()
    await report(client, failure('CALL_NOT_FOUND'))
    expect(view.container).toContainElement(section())
  })
})
