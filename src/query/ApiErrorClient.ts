import { notifyManager, type MutationCache, type QueryCache, type QueryClient } from '@tanstack/react-query'
import { MessageRegistry } from '../core/localize/MessageRegistry.js'
import { dismissToast, retryToast } from '../core/store/actions.js'
import { ErrorStore } from '../core/store/ErrorStore.js'
import type { HistoryEntry } from '../core/store/FailureHistory.js'
import type { LocaleTag } from '../core/register.js'
import type { ApiErrorClientOptions } from '../core/store/options.js'
import { report } from '../core/store/reports.js'
import type { ApiToast } from '../core/store/ToastQueue.js'
import type { ApiErrorMeta } from '../core/types.js'
import { attachMutations } from './attachMutations.js'
import { attachQueries } from './attachQueries.js'

interface Attachment {
  count: number
  readonly detach: () => void
}

/** A list for useSyncExternalStore. */
export interface ReadableList<Item> {
  /** Adds a listener; the returned function removes it. */
  readonly subscribe: (listener: () => void) => () => void
  /** The items; referentially stable while unchanged. */
  readonly list: () => readonly Item[]
}

/** Options of {@link ApiErrorClient.report}. */
export interface ReportOptions {
  /** What a query would have as its key; for `onReport`. */
  readonly key?: readonly unknown[] | undefined
  /** As `meta.apiError` of a query or mutation. */
  readonly meta?: ApiErrorMeta | undefined
  /** Sends the same request again; without it there is no Try again. */
  readonly retry?: (() => Promise<unknown>) | undefined
}

/** The store behind a client: private to apps, shared by the parts of this library. */
export let storeOf: (client: ApiErrorClient) => ErrorStore

/** Whether a client listens to the queries of a QueryClient. */
export let isAttached: (client: ApiErrorClient, queryClient: QueryClient) => boolean

/** Whether a client has ever listened to any. */
export let hasListened: (client: ApiErrorClient) => boolean

/**
 * Knows every failure of an app and shows each in its one place; one for an app, made beside its `QueryClient`.
 *
 * @throws in development when an option is wrong
 * @example
 * export const apiErrors = new ApiErrorClient({ locales: [en] })
 * apiErrors.attach(queryClient)
 */
export class ApiErrorClient {
  /** The words and languages; add words at run time with `messages.add()`. */
  readonly messages: MessageRegistry
  readonly #store: ErrorStore
  readonly #attachments = new WeakMap<QueryCache | MutationCache, Attachment>()
  #hasListened = false

  static {
    storeOf = (client) => client.#store
    isAttached = (client, queryClient) => client.#attachments.has(queryClient.getQueryCache())
    hasListened = (client) => client.#hasListened
  }

  constructor(options: ApiErrorClientOptions) {
    // After onError, the caller's catch and the effects of components that claim the failure (measured on 5.0 to 5.108).
    this.#store = new ErrorStore(options, (callback) => notifyManager.schedule(() => setTimeout(callback)))
    const { locales, fallbackLocale, messages, fieldLabels } = options
    const onProblem = (problem: unknown): void => this.#store.internalError(problem)
    this.messages = new MessageRegistry({ locales, fallbackLocale, messages, fieldLabels, onProblem })
  }

  /**
   * Listens to the caches of a QueryClient, without touching their callbacks. Call it where the QueryClient is
   * made, so that failures before the first render count too; calling it again for the same caches is free.
   *
   * @returns a function that stops listening when each call's function has been called
   */
  attach(queryClient: QueryClient): () => void {
    this.#hasListened = true
    const [queries, mutations] = [queryClient.getQueryCache(), queryClient.getMutationCache()]
    const detachments = [
      this.#hold(queries, () => attachQueries(this.#store, queries)),
      this.#hold(mutations, () => attachMutations(this.#store, mutations)),
    ]
    let isHeld = true
    return () => {
      if (isHeld) for (const detach of detachments) detach()
      isHeld = false
    }
  }

  /**
   * Shows a failure that the app has caught, once: one that a query or a mutation had is shown where theirs is, or as a
   * report if nothing watches it (`fetchQuery`, a loader).
   *
   * @param failure whatever was caught
   * @param options its key for reports, `meta.apiError`, and what sends it again
   * @example
   * socket.onerror = (event) => apiErrors.report(event, { key: ['socket'] })
   */
  report(failure: unknown, options?: ReportOptions): void {
    report(this.#store, failure, options)
  }

  /**
   * The app shows this failure itself: it gets no toast, and a visible one closes without an announcement.
   *
   * @param failure the thrown value, as `onError` or `catch` gets it
   * @example
   * useMutation({ mutationFn, onError: (error) => apiErrors.markHandled(error) })
   */
  markHandled(failure: unknown): void {
    this.#store.markHandled(failure)
  }

  /** Calls a listener once per task in which anything shown has changed; the returned function removes it. */
  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** The toasts, visible or waiting for a place, oldest first. */
  get toasts(): ReadableList<ApiToast> {
    return this.#store.toasts
  }

  /** The most recent failures, newest first, whatever became of them. */
  get history(): ReadableList<HistoryEntry> {
    return this.#store.history
  }

  /** Switches the language of all providers that name none; resolves when its words are there. */
  setLocale(tag: LocaleTag): void | Promise<void> {
    return this.messages.setLocale(tag)
  }

  /** Closes a toast; what it stood for stays in the history. */
  dismissToast(id: string): void {
    dismissToast(this.#store, id)
  }

  /** Sends everything again that a toast stands for; resolves when all answers are there, and never rejects. */
  retryToast(id: string): Promise<void> {
    return retryToast(this.#store, id)
  }

  /** Calls `onUnauthorized`, or joins the sign-in under way; for timers that renew a session. Resolves with success. */
  signIn(): Promise<boolean> {
    return this.#store.signIn.start()
  }

  /**
   * Resolves when every failure so far is in its home; for tests. It waits for no request: await that first.
   *
   * @returns whether there was anything to wait for
   * @example
   * while (await apiErrors.idle());
   */
  idle(): Promise<boolean> {
    return this.#store.idle()
  }

  #hold(cache: QueryCache | MutationCache, attach: () => () => void): () => void {
    const held = this.#attachments.get(cache) ?? { count: 0, detach: attach() }
    held.count++
    this.#attachments.set(cache, held)
    return () => {
      held.count--
      if (held.count > 0) return
      held.detach()
      this.#attachments.delete(cache)
    }
  }
}
