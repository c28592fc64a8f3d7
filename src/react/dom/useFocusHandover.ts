'use client'

import { useInsertionEffect } from 'react'

/**
 * When the component goes and takes the focused element with it, what was around that takes the focus: the first heading
 * there, else the container (WCAG 2.4.3 Focus Order). The browser would leave it to `body`.
 */
export function useFocusHandover(): void {
  // Its cleanup runs before the elements are taken away; React 18 warns of a layout effect on a server.
  useInsertionEffect(
    () => () => {
      const focused = document.activeElement
      const around = ancestorsOf(focused)
      queueMicrotask(() => {
        if (focused === null || focused.isConnected || document.activeElement !== document.body) return
        const container = around.find((element) => element.isConnected && element.matches('body *'))
        const heading = container?.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6')
        takeFocus(heading ?? container)
      })
    },
    [],
  )
}

function ancestorsOf(element: Element | null): readonly HTMLElement[] {
  const ancestors: HTMLElement[] = []
  for (let parent = element?.parentElement ?? null; parent !== null; parent = parent.parentElement)
    ancestors.push(parent)
  return ancestors
}

/** Focusable only until blur: later a click on its text must not move the focus to it. */
function takeFocus(element: HTMLElement | undefined): void {
  if (element === undefined) return
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}
