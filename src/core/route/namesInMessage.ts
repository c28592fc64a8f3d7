import { wordsOf } from './wordsOf.js'

const QUOTED = /(?:^|\W)['"`‘“«]([^'"`‘’“”«»]{2,})['"`’”»](?!\w)/g

/** A word that opens a sentence has a capital anyway ("To send a text, …"), unless a verb makes it the subject. */
const OPENING = /(^|[.!?]\s+)[A-Z][a-z]+\s+(?!(?:is|must|has|can|cannot|exceeds)\b)/g

/** What in a sentence can be a field's name: first what is quoted or spelled as only names are, then the capitalized words too. */
export function namesInMessage(text: string): readonly [certain: readonly string[], all: readonly string[]] {
  const certain = [
    ...Array.from(text.matchAll(QUOTED), ([, name = '']) => name),
    ...wordsOf(text).filter((word) => /[a-z\d.][A-Z]|[_[]/.test(word)),
  ]
  const capitalized = wordsOf(text.replace(OPENING, '$1')).filter((word) => /^[A-Z][a-z]/.test(word))
  return [certain, [...certain, ...capitalized]]
}
