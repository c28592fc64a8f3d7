import type { MutationCache } from '@tanstack/react-query'

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

/** The scope in which a mutation was called by {@link callInScope}. */
export function callerScopeOf(mutation: object): string | undefined {
  return adopted.get(mutation)
}
