/** Longer names are only compared exactly: work on a server's text is bounded. */
const MAX_LENGTH = 200

/**
 * One key for all spellings of a name: `items.0.unitprice` for `Items[0].Unit_Price`, `items.0.unitPrice`,
 * `items[0][unitPrice]`, `$.items[0].unitPrice` and `#/items/0/unitPrice`. `items[].sku` becomes `items.sku`.
 */
export function foldPath(name: string): string {
  if (name.length > MAX_LENGTH) return ''
  const path = /^#?\//.test(name) ? readPointer(name) : name
  const segments = path
    .toLowerCase()
    .replace(/[\s_$'"-]+/g, '')
    .match(/[^.[\]]+/g)
  return segments?.join('.') ?? ''
}

/** The endings of a key, longest first, one with positions followed by itself without them: `a.0.b`, `a.b`, `0.b`, `b`. */
export function endingsOf(key: string): readonly string[] {
  const endings = []
  for (let rest = key, dot = 0; dot >= 0; rest = rest.slice(dot + 1)) {
    endings.push(rest)
    if (/\.\d/.test(rest)) endings.push(rest.replace(/\.\d+(?=\.|$)/g, ''))
    dot = rest.indexOf('.')
  }
  return endings
}

function readPointer(pointer: string): string {
  const path = pointer.replace(/^#?\//, '').replaceAll('/', '.')
  try {
    return decodeURIComponent(path).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return path
  }
}
