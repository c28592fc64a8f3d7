import { memo } from '../../internal/memo.js'

const numberFormat = memo((locale) => new Intl.NumberFormat(locale))

/** Languages that write small whole numbers in the digits of JavaScript, wherever they are spoken. */
const plainDigits = /^(cs|da|de|en|es|fi|fr|it|nb|nl|pl|pt|sv)(-[A-Z]{2})?$/

/** Writes a number as a language does. The first formatter of a page takes longer than a whole form: most counts need none. */
export function formatNumber(value: number, locale: string): string {
  return Number.isInteger(value) && value >= 0 && value < 1000 && plainDigits.test(locale)
    ? String(value)
    : numberFormat(locale).format(value)
}
