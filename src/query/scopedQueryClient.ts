import { QueryClient, type DefaultedQueryObserverOptions, type QueryObserverOptions } from '@tanstack/react-query'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import { apiThrowOnError } from './apiThrowOnError.js'
import { stampMeta } from './mutationScope.js'
import { shouldThrow } from '../core/store/boundaries.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isCancellation } from './isControlFlow.js'

/** The bound of the class's method, which is not exported. */
type AnyMutationOptions = NonNullable<Parameters<QueryClient['defaultMutationOptions']>[0]>

const appClients = new WeakMap<QueryClient, QueryClient>()

/**
 * The app's own QueryClient as one scope sees it: each query and mutation made through it knows its scope; in all
 * else it is the client that it stands for. Holds an id, no React tree.
 */
export function scopedQueryClient(parent: QueryClient, store: ErrorStore, scopeId: string): QueryClient {
  // A scope in a scope asks the app's own client, so that the outer scope leaves no mark.
  const app = appClients.get(parent) ?? parent
  const predicate = scopePredicate(store, scopeId)
  const overrides = {
    defaultQueryOptions(options: QueryObserverOptions & Partial<DefaultedQueryObserverOptions>) {
      const defaulted = app.defaultQueryOptions(options)
      if (options._defaulted === true) return defaulted
      // The client turns "not said" into false: look at what was said.
      const { throwOnError: said } = {
        ...app.getDefaultOptions().queries,
        ...app.getQueryDefaults(options.queryKey),
        ...options,
      }
      if (said !== undefined && said !== apiThrowOnError) return defaulted
      return { ...defaulted, throwOnError: predicate, retryOnMount: defaulted.retryOnMount ?? true }
    },
    defaultMutationOptions<T extends AnyMutationOptions>(options?: T): T {
      const defaulted = app.defaultMutationOptions(options)
      if (options?._defaulted === true) return defaulted
      return { ...defaulted, meta: stampMeta(defaulted.meta, scopeId) }
    },
  }
  const scoped = new Proxy(app, {
    get(target, key) {
      if (Object.hasOwn(overrides, key)) return Reflect.get(overrides, key)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  appClients.set(scoped, app)
  return scoped
}

interface FailedQuery {
  readonly state: { readonly data: unknown; readonly errorUpdatedAt: number }
  readonly meta?: Record<string, unknown> | undefined
}
type Predicate = (error: unknown, query: FailedQuery) => boolean

const scopeIds = new WeakMap<object, string>()

/** Makes the `throwOnError` of a scope's queries: it reads what was decided when the query failed. */
function scopePredicate(store: ErrorStore, scopeId: string): Predicate {
  const predicate: Predicate = (error, { state, meta }) => {
    if (state.data !== undefined || isCancellation(error)) return false
    return shouldThrow(store, { failure: error, stamp: state.errorUpdatedAt }, scopeId, apiErrorMetaOf(meta))
  }
  scopeIds.set(predicate, scopeId)
  return predicate
}

export function scopeIdOfPredicate(predicate: unknown): string | undefined {
  return typeof predicate === 'function' ? scopeIds.get(predicate) : undefined
}
