import { attempt } from '../internal/attempt.js'
import { developerWarning } from '../internal/developerMessage.js'
import { cleanText } from '../core/normalize/clean.js'
import type { ApiErrorMetaValue, ApiErrorMetaParts, Home, Params } from '../core/types.js'

const HOMES: readonly Home[] = ['field', 'summary', 'inline', 'boundary', 'auth', 'toast', 'none']

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isParam = (value: unknown): value is Params[string] => typeof value === 'string' || Number.isFinite(value)

/** The values that a message can show: plain data, as what a server sends is. */
function paramsIn(value: object): Params {
  const params = Object.entries(value).filter((entry): entry is [string, Params[string]] => isParam(entry[1]))
  return Object.fromEntries(
    params.map(([name, part]) => [name, typeof part === 'number' ? part : (cleanText(part) ?? '')]),
  )
}

/** Reads `meta.apiError` and drops what is malformed: a dehydrated cache can hold anything. */
export function apiErrorMetaOf(meta: Record<string, unknown> | undefined): ApiErrorMetaValue | undefined {
  const value = meta?.apiError
  if (value === false) return false
  if (process.env.NODE_ENV !== 'production') attempt(() => checkMeta(value))
  if (!isRecord(value)) return undefined
  const home = HOMES.find((known) => known === value.home)
  return {
    ...(home === undefined ? {} : { home }),
    ...(typeof value.message === 'string' ? { message: value.message } : {}),
    ...(isRecord(value.params) ? { params: paramsIn(value.params) } : {}),
    ...(typeof value.id === 'string' ? { id: value.id } : {}),
    ...(typeof value.retry === 'boolean' ? { retry: value.retry } : {}),
  }
}

const KNOWN: Readonly<Record<keyof ApiErrorMetaParts, string>> = {
  home: `one of ${HOMES.join(', ')}`,
  message: 'a string',
  params: 'an object of strings and numbers',
  id: 'a string',
  retry: 'true or false',
}
const isOfItsForm: Readonly<Record<string, (value: unknown) => boolean>> = {
  home: (value) => HOMES.some((home) => home === value),
  message: (value) => typeof value === 'string',
  params: (value) => isRecord(value) && Object.values(value).every(isParam),
  id: (value) => typeof value === 'string',
  retry: (value) => typeof value === 'boolean',
}

/** Says which part of a `meta.apiError` does nothing. */
function checkMeta(value: unknown): void {
  if (value === undefined) return
  const parts = Object.entries(isRecord(value) ? value : { apiError: value })
  const isWrong = ([name, part]: readonly [string, unknown]) => part !== undefined && isOfItsForm[name]?.(part) !== true
  const [name, part] = parts.find(isWrong) ?? []
  if (name === undefined) return
  const forms = Object.entries(KNOWN).map(([key, form]) => `${key} (${form})`)
  developerWarning(
    `A query or mutation has ${name}: ${JSON.stringify(part)} in its meta.apiError, which is not understood.`,
    'It does nothing.',
    `meta.apiError is false, or an object with ${forms.join(', ')}.`,
  )
}
