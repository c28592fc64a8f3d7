import type { Params } from '../types.js'
import { memo } from '../../internal/memo.js'
import { formatNumber } from './formatNumber.js'
import { parseMessage, type Message } from './parseMessage.js'

/** Why a message gave no text; `detail` names the placeholder or says what is wrong with the message. */
export interface FormatProblem {
  readonly kind: 'missing-param' | 'malformed'
  readonly detail: string
}

const cardinal = memo((locale) => new Intl.PluralRules(locale))
const ordinal = memo((locale) => new Intl.PluralRules(locale, { type: 'ordinal' }))

/** Sets an inserted text apart, so that its direction does not change that of the sentence. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** Knows the values of placeholders; what costs something to find out is found out for messages that name it. */
export interface ParamSource {
  param(name: string): Params[string] | undefined
}

/** What a message is filled in with, and which placeholder had no value. */
interface Filling {
  readonly params: Params | ParamSource
  readonly locale: string
  missing: string | undefined
}

function render(message: Message, filling: Filling): string {
  let text = ''
  for (const part of message) {
    text += typeof part === 'string' ? part : fill(part, filling)
    if (filling.missing !== undefined) break
  }
  return text
}

function fill({ name, type, cases }: Exclude<Message[number], string>, filling: Filling): string {
  const { params, locale } = filling
  const value = paramIn(params, name) ?? ''
  if (type === 'value' && value !== '') return typeof value === 'string' ? isolate(value) : String(value)
  const count = Number(value)
  if (value === '' || (type !== 'select' && Number.isNaN(count))) {
    filling.missing = name
    return ''
  }
  if (type === 'number') return formatNumber(count, locale)
  const chosen =
    type === 'select'
      ? cases.get(String(value))
      : (cases.get(`=${count}`) ?? cases.get((type === 'plural' ? cardinal : ordinal)(locale).select(count)))
  return render(chosen ?? cases.get('other') ?? [], filling)
}

/** A value that was given under a name; nothing inherited. */
export function paramIn(params: Params | ParamSource | undefined, name: string): Params[string] | undefined {
  if (params === undefined) return undefined
  if (isParamSource(params)) return params.param(name)
  return Object.hasOwn(params, name) ? params[name] : undefined
}

/** Whether these are no values by name, but what knows them; values are texts and numbers. */
export const isParamSource = (params: Params | ParamSource | undefined): params is ParamSource =>
  typeof params?.param === 'function'

/** Whether a template says something else than what it is. */
export const hasPlaceholders = (template: string): boolean => template.includes('{') || template.includes("'")

/**
 * Fills in a message of the documented subset of ICU MessageFormat 1. Never throws.
 *
 * @param template such as `'{n, plural, one {# file} other {# files}}'`
 * @param params values by name, or what knows them; a string is shown as it is, between U+2068 and U+2069
 * @param locale decides about plurals and digits
 * @returns the text, or why there is none: a placeholder has no value, or the template is malformed
 */
export function formatMessage(template: string, params: Params | ParamSource, locale: string): string | FormatProblem {
  if (!hasPlaceholders(template)) return template
  const filling: Filling = { params, locale, missing: undefined }
  try {
    // Not by an exception: variants of a message are tried in turn, and each would cost a stack trace.
    const text = render(parseMessage(template), filling)
    return filling.missing === undefined ? text : { kind: 'missing-param', detail: filling.missing }
  } catch (error) {
    return { kind: 'malformed', detail: error instanceof Error ? error.message : '' }
  }
}
