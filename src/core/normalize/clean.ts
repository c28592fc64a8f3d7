const PRINTABLE = /^[ -~]*$/
const UNWANTED = /[^\P{Cc}\n\t]|[\p{Bidi_C}\p{Cs}\ufeff]/gu
const BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/g

/** Markup, JSON, an unfilled template or a stack trace: not for people. */
const MACHINE_TEXT = /^[<{]|^\[[[{"\]]|<[/!?%]|\{\s*["{]|\{[\w.]*\}|\n\s*at /

const CODE = /^(?!Exception$|HTTP_\d)[A-Za-z][\w.-]{0,79}$/
const STATUS = /^(0|[1-5]\d\d)$/
const NUMBER = /^\s*-?\d{1,15}(\.\d+)?\s*$/

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
    .replace(UNWANTED, '')
    .replace(BLANK_LINES, '\n\n')
    .trim()
  return (text.length <= max ? text : Array.from(text).slice(0, max).join('')) || undefined
}

/** The server's text as plain text, or `undefined` where it is not for people. */
export function toServerMessage(value: unknown): string | undefined {
  const text = cleanText(value)
  return text === undefined || MACHINE_TEXT.test(text) ? undefined : text
}

/** The ErrorCode as written, if it is one: not a status (`500`, `HTTP_500`), and not what ServiceStack calls any failure. */
export function toCode(value: unknown): string | undefined {
  const code = typeof value === 'string' ? value.trim() : ''
  return CODE.test(code) ? code : undefined
}

/** The number that a value is or plainly spells; `NaN`, `0x10`, `1e9` and dates are none. */
export function toNumber(value: unknown, pattern = NUMBER): number | undefined {
  return (typeof value === 'number' || typeof value === 'string') && pattern.test(`${value}`)
    ? Number(value)
    : undefined
}

/** An HTTP status, also as text; 0 means that no answer came. */
export function toStatus(value: unknown): number | undefined {
  return toNumber(value, STATUS)
}
