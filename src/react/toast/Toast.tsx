'use client'

import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { ApiToast } from '../../core/client/ToastQueue.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { useMessages } from '../hooks/useMessages.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { Text } from '../shared/Text.js'
import { ToastText } from './ToastText.js'
import type { Announce } from './useAnnouncements.js'
import { useTryAgain } from './useTryAgain.js'

/** What a {@link Toast} needs of the toaster. */
export interface ToastProps {
  readonly toast: ApiToast
  readonly announce: Announce
  /** Learns which toast has the focus. */
  readonly onFocus: (id: string | undefined) => void
  /** Called when the toast goes while it holds the focus. */
  readonly onLeave: (toast: Element) => void
  /** Puts the focus where it was before it came to the toasts. */
  readonly goBack: () => void
}

/**
 * One toast: what happened, what to do next, Try again where it can help, Close.
 * Listens to the DOM itself: inside a dialog of another root React would not hear of its events.
 */
export function Toast({ toast, announce, onFocus, onLeave, goBack }: ToastProps): ReactNode {
  const client = useApiErrorClient()
  const { ui } = useMessages()
  const { canTryAgain, isTrying, isEarly, tries, tryAgain } = useTryAgain(toast, announce)
  const item = useRef<HTMLLIElement>(null)
  const domId = useId()

  useLayoutEffect(() => {
    const node = item.current
    return () => {
      if (node?.contains(document.activeElement)) onLeave(node)
    }
  }, [onLeave])

  useEffect(() => {
    const node = item.current
    const listeners = new AbortController()
    const { signal } = listeners
    node?.addEventListener('click', press, { signal })
    node?.addEventListener('keydown', escape, { signal })
    node?.addEventListener('focusin', () => onFocus(toast.id), { signal })
    node?.addEventListener(
      'focusout',
      ({ relatedTarget }) => node.contains(relatedTarget as Node | null) || onFocus(undefined),
      { signal },
    )
    return () => listeners.abort()
  })

  return (
    <li ref={item} className="rae-toast" data-severity={toast.severity}>
      <div role="group" tabIndex={-1} aria-labelledby={`${domId}-title`} aria-describedby={`${domId}-text`}>
        <ErrorIcon severity={toast.severity} />
        <ToastText toast={toast} domId={domId} />
        {canTryAgain && (
          <button
            type="button"
            className="rae-button"
            aria-disabled={isTrying || isEarly || undefined}
            aria-describedby={isEarly ? `${domId}-wait` : undefined}
          >
            <Text of={isTrying ? ui('tryingAgain', tries) : ui('tryAgain')} />
          </button>
        )}
        <button type="button" className="rae-close">
          <Text of={ui('close')} className="rae-hidden" />
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="m5 5 10 10M15 5 5 15" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </div>
    </li>
  )

  function press(event: MouseEvent): void {
    // A dialog around it is not to take this for a click beside it.
    event.stopPropagation()
    const button = event.target instanceof Element && event.target.closest('button')
    if (!button) return
    if (button.className !== 'rae-close') return tryAgain()
    // A click leaves the next toast to the eye; a key moves on to it.
    if (event.detail > 0) goBack()
    client.dismissToast(toast.id)
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Not the dialog around it as well.
    event.preventDefault()
    event.stopPropagation()
    client.dismissToast(toast.id)
  }
}
