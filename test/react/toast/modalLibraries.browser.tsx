import { act, screen } from '@testing-library/react'
import { useEffect, useState, type ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ui } from '../../setup/words.js'
import { settled } from '../../setup/settled.js'
import { isOnTop } from './isOnTop.js'
import { button, failure, renderToaster, report, section, titles, toasts } from './renderToaster.js'

interface ModalProps {
  readonly onClose: () => void
}

function AriaModal({ onClose }: ModalProps): ReactNode {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} style={{ position: 'fixed', inset: 0, zIndex: 9 }}>
      <Modal>
        <Dialog>
          <Heading slot="title">Edit</Heading>
          <button>Inside</button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What a library does to everything on the page but its dialog. */
type Hide = (element: Element) => () => void

const makeInert: Hide = (element) => {
  element.toggleAttribute('inert', true)
  return () => element.toggleAttribute('inert', false)
}
const hide: Hide = (element) => {
  element.setAttribute('aria-hidden', 'true')
  return () => element.removeAttribute('aria-hidden')
}
/** As the package aria-hidden does, under Radix and Floating UI: around live regions. */
const hideAroundLiveRegions: Hide = (element) => {
  if (element.matches('[aria-live]')) return () => undefined
  if (element.querySelector('[aria-live]') === null) return hide(element)
  const shows = [...element.children].map(hideAroundLiveRegions)
  return () => shows.forEach((show) => show())
}

/** A modal of a library that hides the rest of the page so, and closes by a press outside and by Escape. */
const modalThat = (hideOne: Hide, isCapturing: boolean) =>
  function OtherModal({ onClose }: ModalProps): ReactNode {
    useEffect(() => {
      const dialog = document.body.appendChild(document.createElement('div'))
      dialog.innerHTML = '<div role="dialog" aria-label="Edit"><button>Inside</button></div>'
      dialog.querySelector('button')?.focus()
      const shows = [...document.body.children].filter((each) => each !== dialog).map(hideOne)
      const press = ({ target }: Event): void => {
        // The second is what a library sees that asks React who is inside.
        if (!(target instanceof Node && dialog.contains(target)) || section().contains(target)) onClose()
      }
      const escape = ({ key }: KeyboardEvent): void => (key === 'Escape' ? onClose() : undefined)
      const types = ['pointerdown', 'mousedown', 'focusin']
      for (const type of types) document.addEventListener(type, press, type === 'focusin' ? false : isCapturing)
      document.addEventListener('keydown', escape, isCapturing)
      return () => {
        for (const type of types) document.removeEventListener(type, press, type === 'focusin' ? false : isCapturing)
        document.removeEventListener('keydown', escape, isCapturing)
        shows.forEach((show) => show())
        dialog.remove()
      }
    }, [onClose])
    return null
  }

const MODALS = [
  { how: 'of React Aria', Modal: AriaModal },
  { how: 'that makes the page inert', Modal: modalThat(makeInert, true) },
  { how: 'that hides the page from screen readers', Modal: modalThat(hide, false) },
  { how: 'that hides the page around live regions', Modal: modalThat(hideAroundLiveRegions, true) },
]

const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement : null

describe.each(MODALS)('while a modal $how is open', ({ Modal: OpenModal }) => {
  it('a toast is heard, above and operable, and is not outside of it', async () => {
    const onClose = vi.fn<() => void>()
    const { client, announced } = renderToaster({ children: <OpenModal onClose={onClose} /> })
    await report(client, failure('CALL_NOT_FOUND'), failure('FLOW_NOT_FOUND'))
    await vi.waitFor(() => expect(announced()).toHaveLength(1))
    expect(section().closest('[inert], [aria-hidden="true"]')).toBeNull()
    const close = button(toasts()[0], ui('close'))
    expect(isOnTop(close)).toBe(true)
    await userEvent.click(close)
    await settled()
    expect(titles()).toHaveLength(1)
    expect(screen.getByRole('dialog', { name: 'Edit' })).toContainElement(focused())
    expect(section()).not.toContainElement(focused())
    await userEvent.keyboard('{F6}')
    expect(toasts()[0]).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await settled()
    expect(titles()).toEqual([])
    expect(onClose).not.toHaveBeenCalled()
  })

  it('a toast that was there before is as usable, and goes home when the modal closes', async () => {
    const onClose = vi.fn<() => void>()
    const { client, view, open: show, shut } = renderToggled(<OpenModal onClose={onClose} />)
    await report(client, failure('CALL_NOT_FOUND'))
    show()
    await settled()
    const close = button(toasts()[0], ui('close'))
    expect(isOnTop(close)).toBe(true)
    expect(close.closest('[inert], [aria-hidden="true"]')).toBeNull()
    shut()
    await settled()
    await vi.waitFor(() => expect(view.container).toContainElement(section()))
    await userEvent.click(button(toasts()[0], ui('close')))
    await settled()
    expect(titles()).toEqual([])
    expect(onClose).not.toHaveBeenCalled()
  })
})

function renderToggled(modal: ReactNode) {
  let toggle: (isOpen: boolean) => void = () => undefined
  function Toggled(): ReactNode {
    const [isOpen, setOpen] = useState(false)
    toggle = setOpen
    return isOpen && modal
  }
  const app = renderToaster({ children: <Toggled /> })
  return { ...app, open: () => act(() => toggle(true)), shut: () => act(() => toggle(false)) }
}
