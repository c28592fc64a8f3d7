import { QueryClient, type DefaultedQueryObserverOptions, type QueryObserverOptions } from '@tanstack/react-query'
import type { ErrorStore } from '../core/store/ErrorStore.js'
import type { Scope } from '../core/store/Surfaces.js'
import { apiThrowOnError } from './apiThrowOnError.js'
import { stamp } from './mutationScope.js'
import { shouldThrow } from '../core/store/boundaries.js'
import { apiErrorMetaOf } from './apiErrorMetaOf.js'
import { isCancellation } from './isControlFlow.js'

/** The constraint of the method's type parameter, which TanStack Query does not export. */
type AnyMutationOptions = NonNullable<Parameters<QueryClient['defaultMutationOptions']>[0]>

const appClients = new WeakMap<QueryClient, QueryClient>()

/** What ends the reset of the boundary around a scope's queries. */
const endings = new WeakMap<QueryClient, () => void>()

/** Says how the reset of a boundary ends, which keeps its queries from throwing. */
export function endResetBy(scoped: QueryClient, clearReset: () => void): void {
  endings.set(scoped, clearReset)
}

/**
 * A proxy of the app's QueryClient that marks each query and mutation made through it with its scope. A proxy, as
 * caches and defaults of the app's client are private fields. Holds the scope, no React tree.
 */
export function scopedQueryClient(parent: QueryClient, store: ErrorStore, scope: Scope): QueryClient {
  // A nested scope wraps the app's client: wrapping the outer scope's would stamp the outer id first.
  const app = appClients.get(parent) ?? parent
  const predicate = scopePredicate(store, scope)
  const selects = new WeakMap<Select, Select>()
  const overrides = {
    defaultQueryOptions(options: QueryObserverOptions & Partial<DefaultedQueryObserverOptions>) {
      const defaulted = app.defaultQueryOptions(options)
      if (options._defaulted === true) return defaulted
      // defaultQueryOptions() has replaced `undefined` by a default: read what the app set itself.
      const { throwOnError: said } = {
        ...app.getDefaultOptions().queries,
        ...app.getQueryDefaults(options.queryKey),
        ...options,
      }
      if (options.suspense === true && options.select !== undefined) {
        const { throwOnError } = defaulted
        const select = selects.get(options.select) ?? guard(options.select)
        selects.set(options.select, select)
        // A suspense query whose select throws has data, and would be rendered without any.
        const throwsToo: typeof throwOnError = (error, query) =>
          error !== query.state.error || (typeof throwOnError === 'function' && throwOnError(error, query))
        return { ...defaulted, select, throwOnError: throwsToo }
      }
      if (said !== undefined && said !== apiThrowOnError) return defaulted
      return { ...defaulted, throwOnError: predicate, retryOnMount: defaulted.retryOnMount ?? true }
    },
    defaultMutationOptions<T extends AnyMutationOptions>(options?: T): T {
      const defaulted = app.defaultMutationOptions(options)
      if (options?._defaulted === true) return defaulted
      return stamp(defaulted, scope.id)
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

  /** A boundary that has just mounted lets no query throw until one has rendered. */
  function guard(select: Select): Select {
    return (data) => {
      try {
        return select(data)
      } catch (error) {
        endings.get(scoped)?.()
        throw error
      }
    }
  }
}

type Select = NonNullable<QueryObserverOptions['select']>

interface FailedQuery {
  readonly state: { readonly data: unknown; readonly errorUpdatedAt: number }
  readonly meta?: Record<string, unknown> | undefined
}
type Predicate = (error: unknown, query: FailedQuery) => boolean

const scopeIds = new WeakMap<object, string>()

/** Makes the `throwOnError` of a scope's queries: it reads what was decided when the query failed. */
function scopePredicate(store: ErrorStore, scope: Scope): Predicate {
  const predicate: Predicate = (error, { state, meta }) => {
    if (state.data !== undefined || isCancellation(error)) return false
    return shouldThrow(store, { failure: error, stamp: state.errorUpdatedAt }, scope, apiErrorMetaOf(meta))
  }
  scopeIds.set(predicate, scope.id)
  return predicate
}

export function scopeIdOfPredicate(predicate: unknown): string | undefined {
  return typeof predicate === 'function' ? scopeIds.get(predicate) : undefined
}
