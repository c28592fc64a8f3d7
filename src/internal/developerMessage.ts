// Callers guard these with `process.env.NODE_ENV !== 'production'`, so that bundlers drop the texts.

const said = new Set<string>()

/** Makes the error of a mistake in the app's code: what happened, why it matters, what to do. */
export function developerError(what: string, why: string, how: string): Error {
  return new Error(`react-api-errors: ${what} ${why} ${how}`)
}

/** Warns of a mistake in the app's code, once for each text. */
export function developerWarning(what: string, why: string, how: string): void {
  const { message } = developerError(what, why, how)
  if (said.has(message)) return
  said.add(message)
  console.warn(message)
}
