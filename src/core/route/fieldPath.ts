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

/** The positions in a name, in order: `['2', '0']` of `Orders[2].Rows[0].Sku`. */
export function positionsIn(name: string): readonly string[] {
  return foldPath(name).split('.').filter(isPosition)
}

/** Whether two names are those of one field in two rows: they differ in their positions and in nothing else. */
export function isInAnotherRow(one: string, other: string): boolean {
  const [key, otherKey] = [foldPath(one), foldPath(other)]
  return key !== otherKey && withoutPositions(key) === withoutPositions(otherKey)
}

const isPosition = (segment: string): boolean => /^\d+$/.test(segment)

const withoutPositions = (key: string): string =>
  key
    .split('.')
    .map((segment) => (isPosition(segment) ? '#' : segment))
    .join('.')

function readPointer(pointer: string): string {
  const path = pointer.replace(/^#?\//, '').replaceAll('/', '.')
  try {
    return decodeURIComponent(path).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return path
  }
}
