declare const process: { env: { NODE_ENV?: string } } | undefined

const said = new Set<string>()

/** Whether development-time help is wanted; bundlers replace the expression and drop what hangs on it. */
export function isDevelopment(): boolean {
  return typeof process !== 'undefined' && process?.env.NODE_ENV !== 'production'
}

function compose(what: string, why: string, how: string): string {
  return `react-api-errors: ${what} ${why} ${how}`
}

/** Throws in development: what happened, why it matters, what to do. In production it does nothing. */
export function developerError(what: string, why: string, how: string): void {
  if (isDevelopment()) throw new Error(compose(what, why, how))
}

/** Warns in development, once for each text. */
export function developerWarning(what: string, why: string, how: string): void {
  if (!isDevelopment()) return
  const text = compose(what, why, how)
  if (said.has(text)) return
  said.add(text)
  console.warn(text)
}
