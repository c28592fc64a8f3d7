/**
 * Remembers what a pure function gave.
 *
 * @param make called once for each key; what it throws is not remembered
 * @param limit number of keys after which everything is forgotten
 */
export function memo<Value>(make: (key: string) => Value, limit = 500): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (known.size >= limit) known.clear()
    known.set(key, value)
    return value
  }
}
