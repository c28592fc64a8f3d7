import {
  QueryClient,
  type DefaultedQueryObserverOptions,
  type DefaultOptions,
  type MutationKey,
  type MutationObserverOptions,
  type OmitKeyof,
  type QueryKey,
  type QueryObserverOptions,
} from '@tanstack/react-query'
import type { ErrorStore } from '../core/client/ErrorStore.js'
import { apiThrowOnError } from './apiThrowOnError.js'
import { stampMeta } from './scopeMeta.js'
import { scopePredicate } from './scopePredicate.js'

/** The bound of the base class's method, which is not exported. */
type AnyMutationOptions = NonNullable<Parameters<QueryClient['defaultMutationOptions']>[0]>

/**
 * A QueryClient for one scope: it shares the caches and the defaults of its parent, and lets each query and
 * mutation made through it know its scope. Holds an id, no React tree.
 */
export class ScopedQueryClient extends QueryClient {
  readonly #root: QueryClient
  readonly #scopeId: string
  readonly #throwOnError: ReturnType<typeof scopePredicate>

  constructor(parent: QueryClient, store: ErrorStore, scopeId: string) {
    super({ queryCache: parent.getQueryCache(), mutationCache: parent.getMutationCache() })
    // A scope in a scope asks the app's own client, so that the outer scope leaves no mark.
    this.#root = parent instanceof ScopedQueryClient ? parent.#root : parent
    this.#scopeId = scopeId
    this.#throwOnError = scopePredicate(store, scopeId)
  }

  override mount(): void {
    this.#root.mount()
  }

  override unmount(): void {
    this.#root.unmount()
  }

  override getDefaultOptions(): DefaultOptions {
    return this.#root.getDefaultOptions()
  }

  override setDefaultOptions(options: DefaultOptions): void {
    this.#root.setDefaultOptions(options)
  }

  override getQueryDefaults(queryKey: QueryKey): ReturnType<QueryClient['getQueryDefaults']> {
    return this.#root.getQueryDefaults(queryKey)
  }

  override setQueryDefaults<TQueryFnData = unknown, TError = Error, TData = TQueryFnData, TQueryData = TQueryFnData>(
    queryKey: QueryKey,
    options: Partial<OmitKeyof<QueryObserverOptions<TQueryFnData, TError, TData, TQueryData>, 'queryKey'>>,
  ): void {
    this.#root.setQueryDefaults(queryKey, options)
  }

  override getMutationDefaults(mutationKey: MutationKey): ReturnType<QueryClient['getMutationDefaults']> {
    return this.#root.getMutationDefaults(mutationKey)
  }

  override setMutationDefaults<TData = unknown, TError = Error, TVariables = void, TOnMutateResult = unknown>(
    mutationKey: MutationKey,
    options: OmitKeyof<MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>, 'mutationKey'>,
  ): void {
    this.#root.setMutationDefaults(mutationKey, options)
  }

  override defaultQueryOptions<
    TQueryFnData = unknown,
    TError = Error,
    TData = TQueryFnData,
    TQueryData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  >(
    options:
      | QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey, TPageParam>
      | DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey> {
    const defaulted = this.#root.defaultQueryOptions(options)
    if (options._defaulted === true) return defaulted
    // The base class turns "not said" into false: look at what was said.
    const defaults = { ...this.getDefaultOptions().queries, ...this.getQueryDefaults(options.queryKey) }
    const said = options.throwOnError ?? defaults.throwOnError
    if (said !== undefined && said !== apiThrowOnError) return defaulted
    return { ...defaulted, throwOnError: this.#throwOnError, retryOnMount: defaulted.retryOnMount ?? true }
  }

  override defaultMutationOptions<T extends AnyMutationOptions>(options?: T): T {
    const defaulted = this.#root.defaultMutationOptions(options)
    if (options?._defaulted === true) return defaulted
    return { ...defaulted, meta: stampMeta(defaulted.meta, this.#scopeId) }
  }
}
