'use client'

import { useEffect, type RefObject } from 'react'
import { attempt } from '../../internal/attempt.js'

const PRESSES = ['pointerdown', 'mousedown', 'touchstart']
const UNREACHABLE = '[inert], [aria-hidden="true"]'
const DIALOGS = '[role="dialog"], [role="alertdialog"], [aria-modal="true"]'

/**
 * Keeps the toasts above everything, and usable while a modal dialog is open: what is outside of such a dialog is inert
 * or hidden from screen readers, even a popover above it, and its live regions are silent. So the section moves into
 * the dialog and back home, and its popover is shown again. What is pressed in it was not pressed outside of a dialog.
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
      const dialog = topDialog(node, home)
      const host = dialog === undefined || dialog.contains(home) ? home : dialog
      if (node.parentElement !== host) {
        host.append(node)
        raise(node)
        onMove()
      }
      // In a dialog, removals are watched too: removing the dialog would remove the section.
      const childList = host !== home || isUnreachable(home)
      observer.observe(document, { subtree: true, attributeFilter: ['open', 'inert', 'aria-hidden'], childList })
    }
    const observer = new MutationObserver(place)
    place()
    return () => {
      observer.disconnect()
      if (node.parentElement !== home) home.append(node)
    }
  }, [section, onMove])

  useEffect(() => {
    const node = section.current
    const listeners = new AbortController()
    const { signal } = listeners
    const keep = (event: Event): void => {
      if (event.target instanceof Node && node?.contains(event.target)) event.stopPropagation()
    }
    // First of all: libraries listen on the document, many of them on the way down.
    for (const type of PRESSES) window.addEventListener(type, keep, { signal, capture: true })
    for (const type of ['click', 'focusin'])
      node?.addEventListener(type, (event) => event.stopPropagation(), { signal })
    return () => listeners.abort()
  }, [section])
}

/** The modal dialog that is not inert: the innermost that has the focus, else the last. */
function topDialog(section: HTMLElement, home: HTMLElement): HTMLElement | undefined {
  const native = [...document.querySelectorAll<HTMLElement>('dialog[open]')].filter((dialog) =>
    attempt(() => dialog.matches(':modal')),
  )
  const others = isUnreachable(home) ? [...document.querySelectorAll<HTMLElement>(DIALOGS)] : []
  const modals =
    native.length > 0 ? native : others.filter((each) => !section.contains(each) && each.closest(UNREACHABLE) === null)
  return modals.filter((dialog) => dialog.contains(document.activeElement)).at(-1) ?? modals.at(-1)
}

/** Whether a library has taken the page around the section away; it spares the section itself for its live regions. */
const isUnreachable = (home: HTMLElement): boolean => home.firstElementChild?.closest(UNREACHABLE) != null

/** Makes the stack a popover and shows it. Only where popovers exist: jsdom would hide it for good. */
function raise(section: HTMLElement | null): void {
  const stack = section?.querySelector<HTMLElement>('.rae-toasts')
  if (!stack || !('showPopover' in stack)) return
  stack.setAttribute('popover', 'manual')
  attempt(() => stack.matches(':popover-open') || stack.showPopover())
}
