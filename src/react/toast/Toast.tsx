'use client'

import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useMessages } from '../hooks/useMessages.js'
import { useWait } from '../hooks/useWait.js'
import { ErrorIcon } from '../shared/ErrorIcon.js'
import { Text } from '../shared/Text.js'
import { ToastText } from './ToastText.js'
import type { Announce } from './useAnnouncements.js'
import type { ErrorToast } from './useErrorToasts.js'

export interface ToastProps {
  readonly toast: ErrorToast
  readonly announce: Announce
  /** Called with the id of the toast that has the focus. */
  readonly onFocus: (id: string | undefined) => void
  /** Called before the toast unmounts while it has the focus. */
  readonly onLeave: (toast: Element) => void
  readonly goBack: () => void
  /** Renders what is inside, in place of text and buttons. */
  readonly children: ((toast: ErrorToast) => ReactNode) | undefined
}

/**
 * One toast: what happened, what to do next, Try again where it can help, Close.
 * DOM listeners: useTopLayer can move it into a dialog of another React root, where React's handlers are not called.
 */
export function Toast({ toast, announce, onFocus, onLeave, goBack, children }: ToastProps): ReactNode {
  const { ui } = useMessages()
  const wait = useWait(toast.error, toast.time)
  const item = useRef<HTMLLIElement>(null)
  const domId = useId()
  const { id, canRetry, isRetrying, actions, dismiss } = toast

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
    // Before libraries that close a dialog by Escape wherever it is pressed.
    window.addEventListener('keydown', escape, { signal, capture: true })
    node?.addEventListener('focusin', () => onFocus(id), { signal })
    node?.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && node.contains(relatedTarget))) onFocus(undefined)
      },
      { signal },
    )
    return () => listeners.abort()
  })

  return (
    <li ref={item} className="rae-toast" data-severity={toast.severity}>
      <div role="dialog" tabIndex={-1} aria-labelledby={`${domId}-title`} aria-describedby={`${domId}-text`}>
        <ErrorIcon severity={toast.severity} />
        {children === undefined ? <ToastText toast={toast} wait={wait} domId={domId} /> : children(toast)}
        {(canRetry || actions.length > 0) && (
          <div className="rae-actions">
            {canRetry && (
              <button
                type="button"
                className="rae-button"
                data-action="retry"
                aria-disabled={isRetrying || wait.isOn || undefined}
                aria-describedby={wait.isOn ? `${domId}-wait` : undefined}
              >
                <Text of={isRetrying ? ui('tryingAgain') : ui('tryAgain')} />
              </button>
            )}
            {actions.map(({ label, href }, index) => {
              const props = { className: 'rae-button', 'data-action': index }
              return href === undefined ? (
                <button {...props} key={label} type="button">
                  {label}
                </button>
              ) : (
                <a {...props} key={label} href={href}>
                  {label}
                </a>
              )
            })}
          </div>
        )}
        <button type="button" className="rae-close" data-action="dismiss">
          <Text of={ui('close')} className="rae-hidden" />
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="m5 5 10 10M15 5 5 15" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </div>
    </li>
  )

  function press(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('[data-action]') : null
    const action = button?.getAttribute('data-action') ?? ''
    switch (action) {
      case 'retry':
        if (isRetrying || wait.isOn) return
        announce('polite', [ui('tryingAgain')])
        toast.retry()
        return
      case 'dismiss':
        // `detail` is 0 for the keyboard: then the focus moves on to the next toast, else back to the page.
        if (event.detail > 0) goBack()
        dismiss()
        return
      default:
        actions[Number(action || -1)]?.onPress?.(event)
    }
  }

  function escape(event: KeyboardEvent): void {
    const { key, target } = event
    if (key !== 'Escape' || event.defaultPrevented || !(target instanceof Node && item.current?.contains(target)))
      return
    // Escape must not close a dialog around it as well.
    event.preventDefault()
    event.stopPropagation()
    dismiss()
  }
}
