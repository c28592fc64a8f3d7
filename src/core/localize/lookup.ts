import { own } from './own.js'
import type { WordFacts } from './Pack.js'

/** The three texts of a code. */
export type Slot = 'title' | 'text' | 'nextStep'

/** Where a text is in an override, by name, and in a pack's row, by index; title and text stand in for each other. */
const PLACES = {
  title: ['title', '0', 'text', '1'],
  text: ['text', '1', 'title', '0'],
  nextStep: ['nextStep', '2'],
} as const

/** The entries for a code in the words of one language, the field's own first. */
export function entriesOf(words: unknown, code: string, fieldName: string): readonly unknown[] {
  const fields = own(words, 'fields')
  const atField = fields === undefined ? [] : fieldKeys(fieldName).map((key) => own(own(fields, key), code))
  return [...atField, own(own(words, 'codes'), code)]
}

/** A template, or a function of the app's. */
export type Word = string | ((facts: WordFacts) => unknown)

/** The words of an entry for a slot, the best first: of a pack's row, of an override, or a text. */
export function templatesIn(entry: unknown, slot: Slot): readonly Word[] {
  if (entry === undefined) return []
  if (typeof entry === 'string' || isFunction(entry)) return slot === 'nextStep' ? [] : variantsIn(entry)
  return PLACES[slot].flatMap((place) => variantsIn(own(entry, place)))
}

/** The variants of one text; `false` and `''` mean "not overridden" and give none. */
export function variantsIn(template: unknown): readonly Word[] {
  if (typeof template === 'string' || isFunction(template)) return template === '' ? [] : [template]
  return Array.isArray(template) ? template.flatMap(variantsIn) : []
}

const isFunction = (value: unknown): value is Exclude<Word, string> => typeof value === 'function'

/**
 * The spellings of a field name under which an app can have words or a label for it: as it is, with `[]` for
 * positions, its last part; the first letter in either case.
 */
export function fieldKeys(name: string): readonly string[] {
  // The name comes from the server: work on it is bounded.
  if (name === '' || name.length > 200) return []
  const bare = name.replace(/\[\d+\]|\.\d+(?=\.|$)/g, '[]')
  return [name, bare, bare.slice(bare.lastIndexOf('.') + 1)].flatMap((key) => [
    key,
    key.charAt(0).toUpperCase() + key.slice(1),
    key.charAt(0).toLowerCase() + key.slice(1),
  ])
}
