import type { FieldIndex } from './fieldIndex.js'

const QUOTED = /(?:^|\W)['"`‘“«]([^'"`‘’“”«»]{2,})['"`’”»](?!\w)/g

/** The first word of a sentence has a capital anyway ("To send …"): it is a name only before a verb ("To must …"). */
const OPENING = /(^|[.!?]\s+)[A-Z][a-z]+\s+(?!(?:is|must|has|can|cannot|exceeds)\b)/g

/** Possible field names in a sentence: first only quoted words and spellings of code, then capitalized words too. */
export function namesInMessage(text: string): readonly [certain: readonly string[], all: readonly string[]] {
  const certain = [
    ...Array.from(text.matchAll(QUOTED), ([, name = '']) => name),
    ...wordsOf(text).filter((word) => /[a-z\d.][A-Z]|[_[]/.test(word)),
  ]
  const capitalized = wordsOf(text.replace(OPENING, '$1')).filter((word) => /^[A-Z][a-z]/.test(word))
  return [certain, [...certain, ...capitalized]]
}

const NONE: readonly string[] = []

/** Longer names are not searched for inside a text: that bounds the work. */
const MAX_PIECE = 60

/** The fields whose keys, run together, make up the text (`tofrom`); none if it can be read in two ways. */
export function segmentNames(text: string, endings: FieldIndex): readonly string[] {
  // For each position, the fields whose keys fill the text up to it; `NONE` if there are two ways
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

/** "and" and "or" as words of their own, in `to_or_from` and in `ToOrFrom`. */
const CONNECTIVE = /(?:\b|_)(?:and|or|AND|OR)(?:\b|_)|(?:And|Or)(?=[^a-z])/g

/** The parts of several names in one FieldName, whose delimiter is not documented: `To,From`, `To | From`, `To or From`. */
export function splitFieldNames(text: string): readonly string[] {
  return wordsOf(text.replace(CONNECTIVE, ' '))
}

/**
 * The words of a text, a path such as `Items[0].Sku` in one piece; anything else between them separates.
 * The ranges hold the letters of all living scripts; compiling `\p{L}` takes a millisecond.
 */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\w\u00c0-\u1fff\u3040-\ud7ff]+(?:[.[\]-]+[\w\u00c0-\u1fff\u3040-\ud7ff]+)*/g) ?? []
}
