/** Reads an own property. Keys come from the server: `constructor` must not reach a prototype. */
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
