import { foldPath } from './fieldPath.js'

/** Work is bounded: what comes after this many characters is not compared. */
const MAX_LENGTH = 64

/** The least likeness that counts: by spelling, and by shared words. */
const SPELLING = 0.6
const WORDS = 0.35

/**
 * The registered name that a name without a match was probably meant to be; for a warning in development.
 *
 * @example
 * nearestName('PhoneNumbr', ['email', 'phoneNumber']) // 'phoneNumber'
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let best = 0
  for (const candidate of names) {
    const likeness = compare(name, candidate)
    if (likeness > best) {
      nearest = candidate
      best = likeness
    }
  }
  return nearest
}

function compare(one: string, other: string): number {
  const spelling = likeSpelling(foldPath(one).slice(0, MAX_LENGTH), foldPath(other).slice(0, MAX_LENGTH))
  const words = likeWords(wordsIn(one), wordsIn(other))
  return Math.max(spelling >= SPELLING ? spelling : 0, words >= WORDS ? words : 0)
}

/** The share of characters that stay when one is edited into the other. */
function likeSpelling(one: string, other: string): number {
  const length = Math.max(one.length, other.length)
  return length === 0 ? 0 : 1 - editDistance(one, other) / length
}

/** Insertions, deletions, replacements and swaps of neighbors (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Infinity,
      )
    }
    before = above
    above = current
  }
  return at(above, other.length)
}

/** The share of letters that stand in words of both; longer words say more than `Sid` or `Id`. */
function likeWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = lettersOf([...one].filter((word) => other.has(word)))
  return shared === 0 ? 0 : shared / Math.max(lettersOf(one), lettersOf(other))
}

/** `phoneNumber`, `Phone_Number` and `phone.number` → phone, number. */
function wordsIn(name: string): ReadonlySet<string> {
  const spaced = name.slice(0, MAX_LENGTH).replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
  return new Set(spaced.toLowerCase().match(/\p{L}+/gu))
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity

const lettersOf = (words: Iterable<string>) => [...words].join('').length
