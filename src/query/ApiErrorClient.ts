import { notifyManager, type MutationCache, type QueryCache, type QueryClient } from '@tanstack/react-query'
import { MessageRegistry } from '../core/localize/MessageRegistry.js'
import { dismissToast, retryToast } from '../core/store/actions.js'
import { ErrorStore } from '../core/store/ErrorStore.js'
import type { HistoryEntry } from '../core/store/FailureHistory.js'
import type { ApiErrorClientOptions } from '../core/store/options.js'
import type { FailureSource } from '../core/store/record.js'
import { report } from '../core/store/reports.js'
import type { ApiToast } from '../core/store/ToastQueue.js'
import { attachMutations } from './attachMutations.js'
import { attachQueries } from './attachQueries.js'

interface Attachment {
  count: number
  readonly detach: () => void
}

/** A list that changes, as `useSyncExternalStore` takes it. */
export interface ReadableList<Item> {
  /** Adds a listener; the returned function removes it. */
  readonly subscribe: (listener: () => void) => () => void
  /** The items; the same array until something changes. */
  readonly list: () => readonly Item[]
}

/** What {@link ApiErrorClient.report} can be told beside the failure. */
export type ReportOptions = Partial<Pick<FailureSource, 'key' | 'meta' | 'retry'>>

/** The store behind a client; for the parts of this library, which see more of it than an app. */
export let storeOf: (client: ApiErrorClient) => ErrorStore

/** Whether a client listens to the queries of a QueryClient. */
export let isAttached: (client: ApiErrorClient, queryClient: QueryClient) => boolean

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
  readonly #attachments = new Map<QueryCache | MutationCache, Attachment>()

  static {
    storeOf = (client) => client.#store
    isAttached = (client, queryClient) => client.#attachments.has(queryClient.getQueryCache())
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
   * Shows a failure that the app has caught, once: what a query or a mutation carries has its place where theirs is shown,
   * and what nobody watches (`fetchQuery`, a loader) gets one.
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
   * Says "I deal with this one": the failure gets no toast, and one that is up goes without a sound.
   *
   * @param failure the thrown value, as `onError` or `catch` gets it
   * @example
   * useMutation({ mutationFn, onError: (error) => apiErrors.markHandled(error) })
   */
  markHandled(failure: unknown): void {
    this.#store.markHandled(failure)
  }

  /** Hears of every change in what is shown, once for all changes of a task. */
  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** The toasts that are up or wait for a place, oldest first. */
  get toasts(): ReadableList<ApiToast> {
    return this.#store.toasts
  }

  /** The most recent failures, newest first, whatever became of them. */
  get history(): ReadableList<HistoryEntry> {
    return this.#store.history
  }

  /** Switches the language of all providers that name none; resolves when its words are there. */
  setLocale(tag: string): void | Promise<void> {
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

  /** Signs in by `onUnauthorized`, or joins the sign-in under way: for a timer that renews a session. Resolves with whether it worked. */
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
