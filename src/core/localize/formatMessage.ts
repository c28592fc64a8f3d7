import { memo } from '../../internal/memo.js'
import type { Params } from '../types.js'
import { own } from './own.js'
import { parseMessage, type Message, type Placeholder } from './parseMessage.js'

/** Why a message gave no text; `detail` names the placeholder or says what is wrong with the message. */
export interface FormatProblem {
  readonly kind: 'missing-param' | 'malformed'
  readonly detail: string
}

/** Finds the value of a placeholder. A function, as some values (labels on the page) are costly and rarely named. */
export type ParamLookup = (name: string) => unknown

/** Whether a count needs no Intl, whose first object costs more than a form: languages with ASCII digits, one for 1. */
const isPlain = (count: number, locale: string): boolean =>
  Number.isInteger(count) && count >= 0 && count < 1000 && /^(da|de|en|es|fi|it|nb|nl|sv)(-[A-Z]{2})?$/.test(locale)

const numbers = memo((locale) => new Intl.NumberFormat(locale))
const rules = {
  plural: memo((locale) => new Intl.PluralRules(locale)),
  selectordinal: memo((locale) => new Intl.PluralRules(locale, { type: 'ordinal' })),
}
const lists = {
  disjunction: memo((locale) => new Intl.ListFormat(locale, { type: 'disjunction' })),
  conjunction: memo((locale) => new Intl.ListFormat(locale, { type: 'conjunction' })),
}

/** Puts Unicode isolates around inserted text, so that its direction does not reorder the sentence. */
const isolate = (text: string): string => `\u2068${text}\u2069`

/** Joins texts with "or" or "and". Isolated afterwards: the conjunction can depend on the next letter (y, e). */
export function formatList(items: readonly string[], type: keyof typeof lists, locale: string): string {
  const parts = lists[type](locale).formatToParts(items)
  return parts.map((part) => (part.type === 'element' ? isolate(part.value) : part.value)).join('')
}

/**
 * Fills in a message of the documented subset of ICU MessageFormat 1. Never throws.
 *
 * @param template such as `'{n, plural, one {# file} other {# files}}'`
 * @param params values by name, or what knows them; a string is shown as it is, between U+2068 and U+2069
 * @param locale decides about plurals and digits
 * @returns the text, or why there is none: a placeholder has no value, or the template is malformed
 */
export function formatMessage(template: string, params: Params | ParamLookup, locale: string): string | FormatProblem {
  if (!/[{']/.test(template)) return template
  const valueOf = typeof params === 'function' ? params : (name: string) => own(params, name)
  let missing: string | undefined

  const render = (message: Message): string =>
    message.map((part) => (typeof part === 'string' ? part : fill(part))).join('')

  function fill({ name, type, cases }: Placeholder): string {
    const value = valueOf(name)
    const count = Number(value)
    const isMissing = value === '' || (typeof value !== 'string' && typeof value !== 'number')
    if (isMissing || (Number.isNaN(count) && type !== 'value' && type !== 'select')) {
      missing ??= name
      return ''
    }
    if (type === 'value') return typeof value === 'string' ? isolate(value) : String(value)
    if (type === 'number') return isPlain(count, locale) ? String(count) : numbers(locale).format(count)
    const category = (): string => {
      if (type === 'select') return String(value)
      if (type === 'plural' && isPlain(count, locale)) return count === 1 ? 'one' : 'other'
      return rules[type](locale).select(count)
    }
    const chosen = cases.get(`=${count}`) ?? cases.get(category()) ?? cases.get('other')
    return render(chosen ?? [])
  }

  try {
    const text = render(parseMessage(template))
    return missing === undefined ? text : { kind: 'missing-param', detail: missing }
  } catch (error) {
    return { kind: 'malformed', detail: String(error) }
  }
}
