import { attempt } from './attempt.js'

/** Reads one property of any value; a throwing getter or a revoked proxy has none. */
export function get(value: unknown, key: string): unknown {
  return attempt(() => Reflect.get(Object(value), key))
}
