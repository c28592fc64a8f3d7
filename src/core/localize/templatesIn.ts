import { own } from './own.js'

/** The three texts of a code. */
export type Slot = 'title' | 'text' | 'nextStep'

// An override has names, a pack's row has places; a missing title or text is replaced by the other one.
const places = {
  title: ['title', '0', 'text', '1'],
  text: ['text', '1', 'title', '0'],
  nextStep: ['nextStep', '2'],
} as const satisfies Record<Slot, readonly string[]>

/** All templates of an entry for a slot, the best first; an entry is a pack's row, an override or a text. */
export function templatesIn(entry: unknown, slot: Slot): readonly string[] {
  const words = typeof entry === 'string' ? { text: entry } : entry
  return places[slot].flatMap((place) => variantsIn(own(words, place)))
}

/** The variants of one text, without what says "not overridden". */
export function variantsIn(template: unknown): readonly string[] {
  const variants: readonly unknown[] = Array.isArray(template) ? template : [template]
  return variants.filter((variant): variant is string => typeof variant === 'string' && variant !== '')
}
