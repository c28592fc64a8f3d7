'use client'

import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { checkStyles } from '../dom/checkStyles.js'
import { usePageDirection } from '../dom/usePageDirection.js'
import { useToasterFocus } from '../dom/useToasterFocus.js'
import { useToastRoom } from '../dom/useToastRoom.js'
import { useTopLayer } from '../dom/useTopLayer.js'
import { useMessages } from '../hooks/useMessages.js'
import { Text } from '../shared/Text.js'
import { Announcer } from './Announcer.js'
import { Toast } from './Toast.js'
import { useAnnouncements } from './useAnnouncements.js'
import { useErrorToasts, type ErrorToast, type ErrorToastsOptions } from './useErrorToasts.js'

/** Props of {@link ApiErrorToaster}; other props go to its `<section>`. */
export interface ApiErrorToasterProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** How many toasts are on screen at once; the rest waits. One where there is little room. @default 3 */
  readonly limit?: number
  /** Where they stand; start and end follow the direction of the words. @default 'bottom-end' */
  readonly position?: `${'top' | 'bottom'}-${'start' | 'center' | 'end'}`
  /** The `KeyboardEvent.key` that moves the focus to the toasts and back. @default 'F6' */
  readonly hotkey?: string
  /** The app's own buttons and links in a toast, such as Undo. @default none */
  readonly actions?: ErrorToastsOptions['actions']
  /** Renders the words of a toast. @default title, count, lines and how long to wait */
  readonly children?: (toast: ErrorToast) => ReactNode
}

/**
 * Shows the failures that have no better place, until they are dismissed or resolved. Render it once in an app.
 * Renders a `<section>` that is there before the first toast, so that screen readers hear it; nothing moves the focus to it.
 *
 * @example
 * <ApiErrorProvider client={apiErrors}><App /><ApiErrorToaster /></ApiErrorProvider>
 */
export const ApiErrorToaster = forwardRef<HTMLElement, ApiErrorToasterProps>(function ApiErrorToaster(
  { limit = 3, position = 'bottom-end', hotkey = 'F6', actions, className = '', children, ...props },
  ref,
) {
  const toasts = useErrorToasts({ actions })
  const { ui, locale } = useMessages()
  const section = useRef<HTMLElement>(null)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => section.current)
  const [focusedId, setFocusedId] = useState<string>()
  const isLittleRoom = useToastRoom(section, position, toasts.length > 0)
  const visible = pickVisible(toasts, isLittleRoom ? Math.min(limit, 1) : limit, focusedId)
  const { announcements, announce, hush } = useAnnouncements(toasts, visible)
  const { leave, goBack } = useToasterFocus(section, hotkey)
  usePageDirection(section, locale)
  useTopLayer(section, hush)
  useEffect(() => (process.env.NODE_ENV === 'production' ? undefined : checkStyles(section.current)), [])

  // Without the Unicode isolates around inserted text, which only rendered text needs.
  const label = ui('toastRegion', { hotkey }).text.replace(/[\u2068\u2069]/g, '')
  const waiting = toasts.length - visible.length
  const toastProps = { announce, onFocus: setFocusedId, onLeave: leave, goBack, children }
  return (
    // useTopLayer moves the section into an open dialog, and back into this element.
    <div className="rae-toaster-home">
      {/* Tells useTopLayer that the page around the toasts is hidden or inert. */}
      <span hidden />
      <section
        aria-label={label}
        lang={locale}
        // Libraries that hide the page from screen readers spare live regions, and then what is in one.
        aria-live="off"
        {...props}
        ref={section}
        className={`rae-toaster ${className}`.trim()}
        data-api-toaster=""
        data-position={position}
      >
        <Announcer announcements={announcements} />
        {toasts.length > 0 && (
          <div className="rae-toasts">
            <ol>
              {visible.map((toast) => (
                <Toast key={toast.id} toast={toast} {...toastProps} />
              ))}
            </ol>
            {waiting > 0 && <Text of={ui('moreToasts', { count: waiting })} as="p" className="rae-toasts-more" />}
          </div>
        )}
      </section>
    </div>
  )
})

/**
 * The toasts on screen, newest first: those that failed last, and the one that has the focus.
 * What comes in or repeats never reorders the others.
 */
function pickVisible(list: readonly ErrorToast[], limit: number, focusedId: string | undefined): readonly ErrorToast[] {
  const newest = [...list].reverse()
  const latest = new Set([...newest].sort((one, other) => other.time - one.time).slice(0, limit))
  return newest.filter((toast) => latest.has(toast) || toast.id === focusedId)
}
