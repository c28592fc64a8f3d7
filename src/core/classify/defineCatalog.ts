import { errorCatalog } from '../../catalog.js'
import { developerError } from '../../internal/developerMessage.js'
import type { Catalog, Definition } from '../types.js'

/**
 * Makes the catalog of an app: rows for codes of its own, or new rows for documented ones.
 *
 * @param rows partial rows by code; what a row leaves out comes from the documented row, else from the usual values
 * @returns a catalog for `new ApiErrorClient({ catalog })`
 * @throws in development when a code is not a name such as `VOUCHER_EXPIRED`
 * @example
 * const catalog = defineCatalog({ VOUCHER_EXPIRED: { category: 'gone', fields: ['Voucher'] } })
 */
export function defineCatalog(rows: Readonly<Record<string, Partial<Definition>>>): Catalog {
  const catalog: Record<string, Definition> = Object.create(null)
  for (const [code, row] of Object.entries(rows)) {
    if (process.env.NODE_ENV !== 'production' && !/^[A-Za-z][\w.-]{0,79}$/.test(code)) {
      throw developerError(
        `defineCatalog got the code ${JSON.stringify(code)}.`,
        'No answer of a server can match it, so the row would never apply.',
        'Use the ErrorCode as the server sends it, such as VOUCHER_EXPIRED.',
      )
    }
    catalog[code] = { ...usualRow, ...(Object.hasOwn(errorCatalog, code) ? (errorCatalog as Catalog)[code] : undefined), ...row }
  }
  return catalog
}

const usualRow: Definition = {
  category: 'request',
  status: undefined,
  home: undefined,
  severity: 'error',
  retryable: false,
  fields: [],
  detail: false,
  group: false,
}
