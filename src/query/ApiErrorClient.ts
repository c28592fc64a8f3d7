import { notifyManager, type MutationCache, type QueryCache, type QueryClient } from '@tanstack/react-query'
import { ErrorStore } from '../core/client/ErrorStore.js'
import type { ApiErrorClientOptions } from '../core/client/options.js'
import { attachMutations } from './attachMutations.js'
import { attachQueries } from './attachQueries.js'

interface Attachment {
  count: number
  readonly detach: () => void
}

/**
 * Knows every failure of an app and shows each in its one place; one for an app, made beside its `QueryClient`.
 *
 * @throws in development when an option is wrong
 * @example
 * export const apiErrors = new ApiErrorClient({ locales: [en] })
 * apiErrors.attach(queryClient)
 */
export class ApiErrorClient extends ErrorStore {
  readonly #attachments = new Map<QueryCache | MutationCache, Attachment>()

  constructor(options: ApiErrorClientOptions) {
    super(options)
    // After onError, the caller's catch and the effects of components that claim the failure (measured on 5.0 to 5.108).
    this.defer = (callback) => notifyManager.schedule(() => setTimeout(callback))
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
      this.#hold(queries, () => attachQueries(this, queries)),
      this.#hold(mutations, () => attachMutations(this, mutations)),
    ]
    let isHeld = true
    return () => {
      if (isHeld) for (const detach of detachments) detach()
      isHeld = false
    }
  }

  /** Whether it listens to the queries of a QueryClient. */
  isAttached(queryClient: QueryClient): boolean {
    return this.#attachments.has(queryClient.getQueryCache())
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
