import { isolate } from './formatMessage.js'
import { memo } from '../../internal/memo.js'

const formats = {
  disjunction: memo((locale) => new Intl.ListFormat(locale, { type: 'disjunction' })),
  conjunction: memo((locale) => new Intl.ListFormat(locale, { type: 'conjunction' })),
}

/** Joins texts with "or" or "and"; each is set apart after joining, as the word between depends on its letters. */
export function formatList(items: readonly string[], type: keyof typeof formats, locale: string): string {
  return formats[type](locale)
    .formatToParts(items)
    .map((part) => (part.type === 'element' ? isolate(part.value) : part.value))
    .join('')
}
