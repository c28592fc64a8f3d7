import type { MutationMeta, MutationCache } from '@tanstack/react-query'

const KEY = 'apiErrorScope'
const UNSTAMPED = {}
/** Memoized: a new `meta` in each render would make useMutation update its options in each render. */
const stamped = new WeakMap<object, Map<string, MutationMeta>>()

/** Adds the id of a scope to the meta of a mutation; one that has an id keeps it. */
export function stampMeta(meta: MutationMeta | undefined, scopeId: string): MutationMeta {
  if (meta !== undefined && scopeIdOf(meta) !== undefined) return meta
  const source = meta ?? UNSTAMPED
  const byScope = stamped.get(source) ?? new Map<string, MutationMeta>()
  stamped.set(source, byScope)
  const known = byScope.get(scopeId)
  if (known !== undefined) return known
  const fresh = { ...meta, [KEY]: scopeId }
  byScope.set(scopeId, fresh)
  return fresh
}

/** The scope id in a mutation's meta; one from another page load matches no scope of this page. */
export function scopeIdOf(meta: MutationMeta | undefined): string | undefined {
  const id: unknown = meta?.[KEY]
  return typeof id === 'string' ? id : undefined
}

const adopted = new WeakMap<object, string>()

/** Calls a mutation so that its failure belongs to a scope, wherever its hook was called. */
export function callInScope<T>(cache: MutationCache | undefined, scopeId: string, call: () => T): T {
  const unsubscribe = cache?.subscribe((event) => {
    if (event.type === 'added') adopted.set(event.mutation, scopeId)
  })
  try {
    return call()
  } finally {
    unsubscribe?.()
  }
}

export function callerScopeOf(mutation: object): string | undefined {
  return adopted.get(mutation)
}
