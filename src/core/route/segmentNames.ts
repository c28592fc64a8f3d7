import type { FieldIndex } from './fieldIndex.js'

const NONE: readonly string[] = []

/** Longer names are not looked for within a text; it bounds the work. */
const MAX_PIECE = 60

/** The fields whose keys, run together, make up the text (`tofrom`); none if it can be read in two ways. */
export function segmentNames(text: string, endings: FieldIndex): readonly string[] {
  // The fields that lead to each position; `NONE` where two ways do
  const ways = new Map([[0, NONE]])
  for (let start = 0; start < text.length; start++) {
    const way = ways.get(start)
    for (let end = start + 2; way && end <= text.length && end <= start + MAX_PIECE; end++) {
      const names = endings.get(text.slice(start, end))
      if (names?.length === 1) ways.set(end, ways.has(end) || (start > 0 && way === NONE) ? NONE : [...way, ...names])
    }
  }
  return ways.get(text.length) ?? NONE
}
