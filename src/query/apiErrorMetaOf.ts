import type { ApiErrorMeta, Home } from '../core/types.js'

const HOMES: readonly Home[] = ['field', 'summary', 'inline', 'boundary', 'auth', 'toast', 'none']

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads `meta.apiError` and drops what is malformed: a dehydrated cache can hold anything. */
export function apiErrorMetaOf(meta: Record<string, unknown> | undefined): ApiErrorMeta | undefined {
  const value = meta?.apiError
  if (value === false) return false
  if (!isRecord(value)) return undefined
  const home = HOMES.find((known) => known === value.home)
  return {
    ...(home === undefined ? {} : { home }),
    ...(typeof value.message === 'string' ? { message: value.message } : {}),
    ...(typeof value.id === 'string' ? { id: value.id } : {}),
    ...(typeof value.retry === 'boolean' ? { retry: value.retry } : {}),
  }
}
