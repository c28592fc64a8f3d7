const PRINTABLE = /^[ -~]*$/

/**
 * Makes hostile text plain: no control characters but newline and tab, no bidi controls, BOM or lone surrogates,
 * at most one blank line in a row, at most `max` code points.
 *
 * @returns `undefined` for what is no text or has nothing left
 */
export function cleanText(value: unknown, max = 2000): string | undefined {
  if (typeof value !== 'string') return undefined
  // Most texts have nothing to clean.
  if (value.length <= max && PRINTABLE.test(value)) return value.trim() || undefined
  const text = value
    .slice(0, max * 2) // bounds the work below
    .replace(/[^\P{Cc}\n\t]|[\p{Bidi_C}\p{Cs}\ufeff]/gu, '')
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .trim()
  return Array.from(text).slice(0, max).join('') || undefined
}
