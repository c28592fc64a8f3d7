'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { dismissToast, retryToast } from '../../core/store/actions.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import type { QueuedToast } from '../../core/store/ToastQueue.js'
import type { ErrorStore } from '../../core/store/ErrorStore.js'
import type { Params, Severity } from '../../core/types.js'
import type { ApiError } from '../../core/ApiError.js'
import { attempt } from '../../internal/attempt.js'
import { useMessages, type MessageFinder } from '../hooks/useMessages.js'
import { useApiErrorClient, useErrorStore } from '../provider/ClientContext.js'
import { attachUnheard } from '../provider/useAttached.js'

/** One line below the title of a toast. */
export interface ErrorToastLine {
  readonly text: LocalizedText
  /** The server's own text, for codes whose facts are only there. */
  readonly detail: string | undefined
  /** The server's reference, where only support can help. */
  readonly reference: LocalizedText | undefined
}

/** A button or link of the app's own in a toast. */
export interface ErrorToastAction {
  readonly label: string
  /** Makes it a link. */
  readonly href?: string
  /** Called when it is pressed; `event.preventDefault()` keeps a link from being followed. */
  readonly onPress?: (event: Event) => void
}

/** Options of {@link useErrorToasts}. */
export interface ErrorToastsOptions {
  /** The app's own buttons and links in a toast; the function is to stay the same while it says the same. @default none */
  readonly actions?: ((toast: ErrorToast) => readonly ErrorToastAction[]) | undefined
}

/** One toast: failures that say the same, in words of the current language. */
export interface ErrorToast {
  readonly id: string
  readonly severity: Severity
  readonly title: LocalizedText
  /** What to do next, or a line for each issue with the label of its field. */
  readonly lines: readonly ErrorToastLine[]
  /** How many failures it stands for. */
  readonly count: number
  /** "2 times", to be read out; `undefined` for one. */
  readonly repeated: LocalizedText | undefined
  /** Grows when it is to be announced again. */
  readonly revision: number
  /** `assertive` for what the user just did, `polite` for the background. */
  readonly politeness: 'assertive' | 'polite'
  /** The latest of its failures. */
  readonly error: ApiError
  /** Milliseconds since the epoch: when that failed. */
  readonly time: number
  /** Whether sending it again can help. */
  readonly canRetry: boolean
  /** Whether that is under way. */
  readonly isRetrying: boolean
  /** What `meta.apiError.params` says of the latest. */
  readonly params: Params
  /** The app's own buttons and links. */
  readonly actions: readonly ErrorToastAction[]
  /** Sends everything again that it stands for; does nothing when it cannot, or while that is under way. */
  readonly retry: () => void
  /** Closes it; what it stood for stays in the history. */
  readonly dismiss: () => void
}

const NO_TOASTS: readonly QueuedToast[] = []
const getNone = (): readonly QueuedToast[] => NO_TOASTS
const getTrue = (): boolean => true

/**
 * Returns the failures that have no better place. Who calls it shows them: one component of an app, which takes the
 * place of `<ApiErrorToaster>`. They stay until they are dismissed or resolved; nothing takes them away after a time.
 *
 * @param options buttons and links of the app
 * @returns the toasts, oldest first; each is the same object until it says something else
 * @example
 * const toasts = useErrorToasts()
 * toasts.map(({ id, title, dismiss }) => <li key={id}>{title.text} <button onClick={dismiss}>×</button></li>)
 */
export function useErrorToasts({ actions }: ErrorToastsOptions = {}): readonly ErrorToast[] {
  const store = useErrorStore()
  const [toaster] = useState(() => ({}))
  const { surfaces } = store
  const isFirst = (): boolean => surfaces.isFirstToaster(toaster)
  const isMine = useSyncExternalStore(surfaces.toasterChanges.subscribe, isFirst, getTrue)
  const list = useSyncExternalStore(store.toasts.subscribe, isMine ? store.toasts.list : getNone, getNone)
  const finder = useMessages()
  const toToast = useMemo(() => toastMaker(store, finder, actions), [store, finder, actions])
  const client = useApiErrorClient()
  const queryClient = useContext(QueryClientContext)
  useEffect(() => attachUnheard(client, queryClient), [client, queryClient])
  useEffect(() => surfaces.addToaster(toaster), [surfaces, toaster])
  return useMemo(() => list.map(toToast), [list, toToast])
}

function toastMaker(
  store: ErrorStore,
  { describe, ui }: MessageFinder,
  actions: ErrorToastsOptions['actions'],
): (toast: QueuedToast) => ErrorToast {
  const made = new WeakMap<QueuedToast, ErrorToast>()
  return (toast) => {
    const known = made.get(toast) ?? makeToast(toast)
    made.set(toast, known)
    return known
  }

  function makeToast(toast: QueuedToast): ErrorToast {
    const { id, issues, record, error, time, count, isRetrying, severity, revision, politeness } = toast
    const { meta, retry } = record.source
    const mayRetry = retry !== undefined && (typeof meta !== 'object' || meta.retry !== false)
    const canRetry = mayRetry && store.define(error.code, error).retryable
    const words = issues.map((issue) => describe({ issue, record }))
    const made: ErrorToast = {
      ...{ id, severity, count, revision, politeness, error, time, canRetry, isRetrying },
      // One title for all issues: that of the first.
      title: words[0]?.title ?? ui('summaryTitle', { count }),
      lines: words.map(({ line, text, nextStep, detail, reference }) => {
        // Without a label in front the line only repeats the title: show what to do next.
        const isPlain = words.length === 1 && line.text === text.text
        return { text: isPlain ? nextStep : line, detail, reference }
      }),
      repeated: count > 1 ? ui('repeated', { count }) : undefined,
      retry: () => {
        if (canRetry && !isRetrying) void retryToast(store, id)
      },
      dismiss: () => dismissToast(store, id),
      params: (typeof meta === 'object' && meta.params) || {},
      actions: [],
    }
    const own = actions && attempt(() => actions(made), store.internalError)
    return own === undefined ? made : { ...made, actions: own }
  }
}
