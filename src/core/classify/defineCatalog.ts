import { errorCatalog, row } from '../../catalog.js'
import { developerError } from '../../internal/developerMessage.js'
import type { Catalog, Definition } from '../types.js'

/** Rows of an app: what a row leaves out comes from the documented row, else from the usual values. */
export type CatalogRows = Readonly<Record<string, Partial<Definition>>>

const documented: Catalog = errorCatalog

/**
 * Makes the catalog of an app: rows for codes of its own, or new rows for documented ones.
 *
 * @param parts rows by code; several parts of an app can bring their own
 * @returns a catalog for `new ApiErrorClient({ catalog })`
 * @throws in development when a code can never match, or stands in two parts
 * @example
 * const catalog = defineCatalog({ VOUCHER_EXPIRED: { category: 'gone', fields: ['Voucher'] } })
 */
export function defineCatalog(...parts: readonly CatalogRows[]): Catalog {
  const catalog: Record<string, Definition> = Object.create(null)
  for (const [code, given] of parts.flatMap((part) => Object.entries(part))) {
    if (process.env.NODE_ENV !== 'production') check(code, catalog)
    catalog[code] = { ...row('request'), ...(Object.hasOwn(documented, code) ? documented[code] : undefined), ...given }
  }
  return catalog
}

function check(code: string, catalog: Catalog): void {
  if (code in catalog) {
    throw developerError(
      `defineCatalog got the code ${code} twice.`,
      'Which of the rows counts would depend on the order of the parts.',
      'Keep one.',
    )
  }
  if (!/^[A-Za-z][\w.-]{0,79}$/.test(code)) {
    throw developerError(
      `defineCatalog got the code ${JSON.stringify(code)}.`,
      'No answer of a server can match it, so its row would never count.',
      'Write the ErrorCode as the server sends it, such as VOUCHER_EXPIRED.',
    )
  }
}
