/** Reads one property of any value; a throwing getter or a revoked proxy has none. */
export function get(value: unknown, key: string): unknown {
  try {
    const object: Readonly<Record<string, unknown>> = Object(value)
    return object[key]
  } catch {
    return undefined
  }
}

/** The documented names that are read. */
const STATUS = ['ResponseStatus', 'Result', 'ErrorCode', 'Message', 'Errors', 'RequestId', 'TraceId'] as const
const ITEM = ['FieldName', 'Meta', 'Severity', 'CollectionIndex', 'AutoBatchIndex'] as const

/** What a body holds under the documented names. */
export type Named = Readonly<Partial<Record<(typeof STATUS | typeof ITEM)[number], unknown>>>

/** The documented names by how bodies spell them: in PascalCase as documented, in camelCase or in snake_case. */
const SPELLINGS = new Map<string, keyof Named>()
for (const name of [...STATUS, ...ITEM])
  for (const key of [name, name.charAt(0).toLowerCase() + name.slice(1), name.replace(/\B[A-Z]/g, '_$&').toLowerCase()])
    SPELLINGS.set(key, name)

const NOTHING: Named = {}

/**
 * Reads the own properties of a body that have a documented name, in any casing; `null` counts as absent.
 *
 * @throws what a hostile getter throws
 */
export function pickNamed(body: unknown): Named {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return NOTHING
  const values: Readonly<Record<string, unknown>> = Object(body)
  const named: Partial<Record<keyof Named, unknown>> = {}
  for (const key of Object.getOwnPropertyNames(body)) {
    const name = SPELLINGS.get(key)
    if (name === undefined) continue
    // The documented casing wins.
    named[name] = (key === name ? (values[key] ?? named[name]) : (named[name] ?? values[key])) ?? undefined
  }
  return named
}
