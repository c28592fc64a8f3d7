import { isObject } from '../../internal/isObject.js'
import type { ParsedBody, ParsedIssue } from './BodyParser.js'
import { get } from './properties.js'

/**
 * Reads what GraphQL answers, mostly with status 200: `{ errors: [{ message, path, extensions: { code } }] }`, also
 * as clients hand it on (`graphQLErrors` of urql).
 */
export function parseGraphQL(body: unknown): ParsedBody | undefined {
  const list: unknown = get(body, 'errors') ?? get(body, 'graphQLErrors')
  if (!Array.isArray(list) || !list.some(isOfGraphQL)) return undefined
  const issues = list.filter(isObject).map(readIssue)
  const status = list.map((item) => statusOf(get(item, 'extensions'))).find((found) => found !== undefined)
  return { code: issues[0]?.code, issues, status }
}

const isOfGraphQL = (item: unknown): boolean =>
  isObject(get(item, 'extensions')) || Array.isArray(get(item, 'locations')) || Array.isArray(get(item, 'path'))

function readIssue(item: object): ParsedIssue {
  const extensions = get(item, 'extensions')
  const fieldName = ['fieldName', 'field', 'argumentName'].map((key) => get(extensions, key)).find(Boolean)
  return { code: get(extensions, 'code'), message: get(item, 'message'), fieldName }
}

/** Apollo Server names the lack of a sign-in by its code alone. */
function statusOf(extensions: unknown): unknown {
  const status = get(extensions, 'status') ?? get(extensions, 'statusCode') ?? get(get(extensions, 'http'), 'status')
  return status ?? (get(extensions, 'code') === 'UNAUTHENTICATED' ? 401 : undefined)
}
