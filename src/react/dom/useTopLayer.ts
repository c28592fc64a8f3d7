'use client'

import { useEffect, type RefObject } from 'react'
import { attempt } from '../../internal/attempt.js'

/**
 * Keeps the toasts above everything, and usable while a native modal dialog is open: what is outside of such a
 * dialog is inert, even a popover above it, and its live regions are silent. So the section moves into the dialog
 * and back home, and its popover is shown again.
 *
 * @param onMove called after each move: live regions that have moved count as new
 */
export function useTopLayer(section: RefObject<HTMLElement | null>, onMove: () => void): void {
  useEffect(() => raise(section.current))

  useEffect(() => {
    const node = section.current
    const home = node?.parentElement
    if (!node || !home) return undefined
    const place = (): void => {
      const dialog = topDialog()
      const host = dialog === undefined || dialog.contains(home) ? home : dialog
      if (node.parentElement !== host) {
        host.append(node)
        raise(node)
        onMove()
      }
      // In a dialog, removals are watched too: removing the dialog would remove the section.
      observer.observe(document, { subtree: true, attributeFilter: ['open'], childList: host !== home })
    }
    const observer = new MutationObserver(place)
    place()
    return () => {
      observer.disconnect()
      if (node.parentElement !== home) home.append(node)
    }
  }, [section, onMove])
}

/** The modal dialog that is not inert: the innermost that has the focus, else the last. */
function topDialog(): HTMLElement | undefined {
  const modals = [...document.querySelectorAll<HTMLElement>('dialog[open]')].filter((dialog) =>
    attempt(() => dialog.matches(':modal')),
  )
  return modals.filter((dialog) => dialog.contains(document.activeElement)).at(-1) ?? modals.at(-1)
}

/** Makes the stack a popover and shows it. Only where popovers exist: jsdom would hide it for good. */
function raise(section: HTMLElement | null): void {
  const stack = section?.querySelector<HTMLElement>('.rae-toasts')
  if (!stack || !('showPopover' in stack)) return
  stack.setAttribute('popover', 'manual')
  attempt(() => stack.matches(':popover-open') || stack.showPopover())
}
