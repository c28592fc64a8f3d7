'use client'

import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { ApiToast } from '../../core/client/ToastQueue.js'
import { useMessages } from '../hooks/useMessages.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { Announcer } from './Announcer.js'
import { ToastStack } from './ToastStack.js'
import { pickVisible } from './pickVisible.js'
import { useAnnouncements } from './useAnnouncements.js'
import { usePageDirection } from './usePageDirection.js'
import { useToasterFocus } from './useToasterFocus.js'
import { useTopLayer } from './useTopLayer.js'

/** Props of {@link ApiErrorToaster}. */
export interface ApiErrorToasterProps {
  /** How many toasts are on screen at once; the rest waits. @default 3 */
  readonly limit?: number
  /** The `KeyboardEvent.key` that moves the focus to the toasts and back. @default 'F6' */
  readonly hotkey?: string
  readonly className?: string
}

const NO_TOASTS: readonly ApiToast[] = []
const getNone = (): readonly ApiToast[] => NO_TOASTS

/**
 * Shows the failures that have no better place, until they are dismissed or resolved. Render it once in an app.
 * Renders a `<section>` that is there before the first toast, so that screen readers hear it; nothing moves the focus to it.
 *
 * @example
 * <ApiErrorProvider client={apiErrors}><App /><ApiErrorToaster /></ApiErrorProvider>
 */
export function ApiErrorToaster({ limit = 3, hotkey = 'F6', className = '' }: ApiErrorToasterProps): ReactNode {
  const { toasts } = useApiErrorClient()
  const list = useSyncExternalStore(toasts.subscribe, toasts.list, getNone)
  const { ui, locale } = useMessages()
  const section = useRef<HTMLElement>(null)
  const [focusedId, setFocusedId] = useState<string>()
  const visible = pickVisible(list, limit, focusedId)
  const { announcements, announce, hush } = useAnnouncements(list, visible)
  const { leave, goBack } = useToasterFocus(section, hotkey)

  useEffect(() => toasts.addToaster(), [toasts])
  usePageDirection(section, locale)
  useTopLayer(section, hush)

  // A label has no need of the marks that isolate directions in text.
  const label = ui('toastRegion', { hotkey }).text.replace(/[\u2068\u2069]/g, '')
  return (
    // The section may move into a dialog: this is where it belongs.
    <div className="rae-toaster-home">
      <section
        ref={section}
        className={`rae-toaster ${className}`.trim()}
        aria-label={label}
        lang={locale}
        data-api-toaster=""
      >
        <Announcer announcements={announcements} />
        {list.length > 0 && (
          <ToastStack
            visible={visible}
            waiting={list.length - visible.length}
            announce={announce}
            onFocus={setFocusedId}
            onLeave={leave}
            goBack={goBack}
          />
        )}
      </section>
    </div>
  )
}
