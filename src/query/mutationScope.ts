import type { MutationCache } from '@tanstack/react-query'

/** A symbol: it is in nothing that is dehydrated, persisted or sent, and stays where options or a meta are spread. */
const SCOPE = Symbol.for('react-api-errors.scope')

/** Adds the id of a scope to the options or the meta of a mutation. */
export const stamp = <T extends object>(given: T, scopeId: string): T => ({ ...given, [SCOPE]: scopeId })

/** The scope id in a mutation's options; that of its meta, which a wrapper with a client of its own gets, wins. */
export function scopeIdOf(options: { readonly meta?: object | undefined }): string | undefined {
  const id: unknown = Reflect.get(options.meta ?? options, SCOPE) ?? Reflect.get(options, SCOPE)
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
