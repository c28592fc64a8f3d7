import { memo } from '../../internal/memo.js'

/** The other casings that the API's settings allow, and a caller can ask for. */
const casingsOf = memo((name): readonly string[] => [
  name.charAt(0).toLowerCase() + name.slice(1),
  name.replace(/\B[A-Z]/g, '_$&').toLowerCase(),
])

/** Reads an own property by its documented (PascalCase) name, or in another casing; `null` counts as absent. */
export function pickKey(value: unknown, name: string): unknown {
  if (value === undefined || value === null) return undefined
  const body: Readonly<Record<string, unknown>> = Object(value)
  // As documented, as a rule.
  const documented = Object.hasOwn(body, name) ? body[name] : undefined
  if (documented !== undefined && documented !== null) return documented
  for (const key of casingsOf(name)) {
    const found: unknown = Object.hasOwn(body, key) ? body[key] : undefined
    if (found !== undefined && found !== null) return found
  }
  return undefined
}
