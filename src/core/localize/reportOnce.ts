/** Something that keeps a failure from being told in the right words; holds nothing that a user entered. */
export interface MessageProblem {
  readonly kind:
    'missing-translation' | 'unknown-code' | 'missing-param' | 'malformed' | 'load-failed' | 'unknown-locale'
  /** What it is about: a place such as `codes.FORBIDDEN`, a code or a language. */
  readonly key: string
  readonly locale: string
  /** Name of the missing parameter, what is wrong with the message, or what the loader threw. */
  readonly detail?: unknown
}

/** Tells of each problem once, of at most 500; a listener that throws is ignored. */
export function reportOnce(listener: ((problem: MessageProblem) => void) | undefined) {
  const said = new Set<string>()
  return (kind: MessageProblem['kind'], fullKey: string, locale: string, detail?: unknown): void => {
    const key = String(fullKey).slice(0, 120)
    const id = kind + locale + key
    if (said.size >= 500 || said.has(id)) return
    said.add(id)
    try {
      listener?.({ kind, key, locale, detail })
    } catch {
      // Showing an error must not fail because telling about it did.
    }
  }
}
