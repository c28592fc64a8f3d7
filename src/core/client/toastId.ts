import type { Definition, Issue } from '../types.js'
import type { FailureRecord } from './FailureRecord.js'

/** What failures must have in common to share a toast: they say the same. */
export function toastId(record: FailureRecord, issues: readonly Issue[], define: (code: string) => Definition): string {
  const meta = record.source.meta === false ? undefined : record.source.meta
  if (meta?.id !== undefined) return meta.id
  const words = issues.map(({ code, fieldName, params, serverMessage }) => [
    code,
    fieldName,
    Object.entries(params),
    define(code).detail ? serverMessage : undefined,
  ])
  return JSON.stringify([meta?.message, record.error.code, words])
}
