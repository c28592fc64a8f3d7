'use client'

import { useCallback, useEffect, useRef, type RefObject } from 'react'

/** How the focus gets to the toasts and back: by hotkey, and when the toast that holds it goes. Nothing else moves it. */
export function useToasterFocus(
  section: RefObject<HTMLElement | null>,
  hotkey: string,
): { readonly leave: (toast: Element) => void; readonly goBack: () => void } {
  const origin = useRef<HTMLElement | null>(null)
  const position = useRef<number>(undefined)

  /** Puts the focus where it was before it came to the toasts. */
  const goBack = useCallback(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    origin.current?.focus()
    origin.current = null
  }, [])

  /** Called before the toast that has the focus unmounts. */
  const leave = useCallback((toast: Element) => {
    position.current = [...(toast.parentElement?.children ?? [])].indexOf(toast)
  }, [])

  useEffect(() => {
    if (position.current === undefined) return
    const toasts = toastsIn(section.current)
    const next = toasts[Math.min(position.current, toasts.length - 1)]
    position.current = undefined
    if (next) next.focus()
    else goBack()
  })

  useEffect(() => {
    const node = section.current
    const listeners = new AbortController()
    const { signal } = listeners
    node?.addEventListener(
      'focusin',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !node.contains(relatedTarget)) origin.current = relatedTarget
      },
      { signal },
    )
    window.addEventListener(
      'keydown',
      (event) => {
        if (
          event.key !== hotkey ||
          event.defaultPrevented ||
          event.ctrlKey ||
          event.altKey ||
          event.metaKey ||
          event.shiftKey
        )
          return
        const [first] = toastsIn(node)
        if (first === undefined) return
        event.preventDefault()
        if (node?.contains(document.activeElement)) goBack()
        else first.focus()
      },
      { signal },
    )
    return () => listeners.abort()
  }, [section, hotkey, goBack])

  return { leave, goBack }
}

function toastsIn(section: HTMLElement | null): readonly HTMLElement[] {
  return [...(section?.querySelectorAll<HTMLElement>('[role="dialog"]') ?? [])]
}
