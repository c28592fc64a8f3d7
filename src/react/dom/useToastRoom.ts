'use client'

import { useEffect, useSyncExternalStore, type RefObject } from 'react'

// In em: also where text is large, or the page is zoomed in.
const LITTLE_ROOM = '(max-width: 30em), (max-height: 30em)'
/** Without layout (jsdom) there is none to ask. */
const query = (): MediaQueryList | undefined =>
  typeof window.matchMedia === 'function' ? window.matchMedia(LITTLE_ROOM) : undefined
const subscribe = (onChange: () => void): (() => void) => {
  const list = query()
  list?.addEventListener('change', onChange)
  return () => list?.removeEventListener('change', onChange)
}
const isLittle = (): boolean => query()?.matches === true
const getFalse = (): boolean => false

/**
 * Whether there is room for one toast only. While there are toasts, `--rae-toasts-bottom` (or `-top`) of the page is their
 * height, so that what is focused is scrolled out from behind them (WCAG 2.4.11).
 */
export function useToastRoom(section: RefObject<HTMLElement | null>, position: string, hasToasts: boolean): boolean {
  useEffect(() => {
    const stack = section.current?.querySelector('.rae-toasts')
    if (!stack || !('ResizeObserver' in window)) return undefined
    const name = `--rae-toasts-${position.split('-')[0]}`
    const { style } = document.documentElement
    const measure = (): void => style.setProperty(name, `${stack.getBoundingClientRect().height}px`)
    const observer = new ResizeObserver(measure)
    observer.observe(stack)
    return () => {
      observer.disconnect()
      style.removeProperty(name)
    }
  }, [section, position, hasToasts])
  return useSyncExternalStore(subscribe, isLittle, getFalse)
}
