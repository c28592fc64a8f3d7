/**
 * Reads an own property by its documented (PascalCase) name, or as camelCase or snake_case:
 * the API's settings decide, and a caller can flip them for one request. The documented one wins.
 */
export function pickKey(value: unknown, name: string): unknown {
  const body: object = Object(value)
  const snake = name.replace(/\B[A-Z]/g, '_$&').toLowerCase()
  return [name, name.charAt(0).toLowerCase() + name.slice(1), snake]
    .map((key) => (Object.hasOwn(body, key) ? Reflect.get(body, key) : undefined))
    .find((found) => found !== undefined && found !== null)
}
