import { errorCatalog, pseudoCatalog } from '../../catalog.js'
import type { ApiErrorData } from '../ApiError.js'
import type { Catalog, Definition } from '../types.js'

const defaultCatalog: Catalog = { ...errorCatalog, ...pseudoCatalog }

const own = (catalog: Catalog, code: string): Definition | undefined =>
  Object.hasOwn(catalog, code) ? catalog[code] : undefined

/** Whether the server's text adds nothing to a missing sign-in, or could tell what this person may not know of. */
const isAboutAccess = (status: number): boolean => [401, 403, 404].includes(status)

/** The row for a code that no catalog has: its meaning comes from the status, its facts from the server's Message. */
function byStatus(error: ApiErrorData): Definition {
  const { status } = error
  if (status === undefined) return pseudoCatalog.UNKNOWN
  if (status >= 500) return pseudoCatalog.HTTP_500
  // The API also answers 403 to what would create an invalid state: alone it proves no missing permission.
  const row =
    status === 403 ? { ...pseudoCatalog.HTTP_403, category: 'state' as const } : own(pseudoCatalog, `HTTP_${status}`)
  return { ...(row ?? pseudoCatalog.HTTP_400), detail: !isAboutAccess(status) }
}

/**
 * Finds the definition of an error: by ErrorCode, then by status.
 *
 * @param error   a normalized error
 * @param code    the code to look up; the error's own unless an issue has another
 * @param catalog rows by code; the documented API's when left out
 * @returns a row, always
 * @example
 * classifyError(error).category // 'not-found'
 */
export function classifyError(
  error: ApiErrorData,
  code: string = error.code,
  catalog: Catalog = defaultCatalog,
): Definition {
  const given = own(catalog, code)
  // A row that is not made by defineCatalog can lack what every reader of it relies on.
  if (given !== undefined && Array.isArray(given.fields)) return given
  return { ...(own(defaultCatalog, code) ?? byStatus(error)), ...given }
}
