import { isObject } from '../../internal/isObject.js'
import { maxIssues, type ParsedBody, type ParsedIssue } from './BodyParser.js'
import { get } from './properties.js'

const MAX_DEPTH = 5

/**
 * Reads what validation libraries say of a form: issues with a path (`[{ path: ['to'], message }]`, also as JSON in a
 * text), a map by field (`{ fieldErrors: { to: ['…'] }, formErrors: [] }`) or a tree (`{ to: { _errors: ['…'] } }`);
 * bare, or where tRPC and next-safe-action put it. They carry sentences in place of codes.
 */
export function parseValidation(body: unknown): ParsedBody | undefined {
  const said = get(body, 'zodError') ?? get(body, 'validationErrors') ?? get(body, 'issues') ?? body
  const issues = fromList(said) ?? fromMap(said) ?? (isTree(said) ? fromTree(said) : undefined)
  const code = get(body, 'code')
  const status = get(body, 'httpStatus')
  if (issues === undefined) return status === undefined ? undefined : { code, status }
  const found = issues.map((issue) => ({ ...issue, code: 'PARAMETER_INVALID' }))
  return { code: code ?? 'INVALID_MODEL_STATE', status, issues: found }
}

function fromList(said: unknown): readonly ParsedIssue[] | undefined {
  if (!Array.isArray(said) || said.length === 0) return undefined
  const items: readonly unknown[] = said
  const isIssue = (item: unknown): boolean =>
    Array.isArray(get(item, 'path')) && typeof get(item, 'message') === 'string'
  return items.every(isIssue)
    ? items.map((item) => ({ fieldName: pathOf(get(item, 'path')), message: get(item, 'message') }))
    : undefined
}

/** Standard Schema puts keys into objects: `[{ key: 'to' }]`. */
function pathOf(path: unknown): string {
  const keys: readonly unknown[] = Array.isArray(path) ? path : []
  return keys.map((key) => String(isObject(key) ? get(key, 'key') : key)).join('.')
}

function fromMap(said: unknown): readonly ParsedIssue[] | undefined {
  const [fields, whole] = [get(said, 'fieldErrors'), get(said, 'formErrors')]
  if (!isObject(fields) && !Array.isArray(whole)) return undefined
  const found = Object.entries(Object(fields)).flatMap(([name, messages]) => textsOf(messages, name))
  return orNone([...found, ...textsOf(whole)])
}

const isTree = (said: unknown): boolean =>
  isObject(said) && [said, ...Object.values(said)].some((node) => Array.isArray(get(node, '_errors')))

function fromTree(said: unknown, path = '', depth = MAX_DEPTH): readonly ParsedIssue[] | undefined {
  if (!isObject(said) || Array.isArray(said) || depth === 0) return undefined
  const found: ParsedIssue[] = [...textsOf(get(said, '_errors'), path)]
  for (const [name, inner] of Object.entries(said)) {
    if (found.length >= maxIssues || name === '_errors') continue
    found.push(...(fromTree(inner, path === '' ? name : `${path}.${name}`, depth - 1) ?? []))
  }
  return orNone(found)
}

function textsOf(messages: unknown, fieldName?: string): readonly ParsedIssue[] {
  const list: readonly unknown[] = Array.isArray(messages) ? messages : []
  return list.filter((message) => typeof message === 'string').map((message) => ({ fieldName, message }))
}

const orNone = (issues: readonly ParsedIssue[]): readonly ParsedIssue[] | undefined =>
  issues.length === 0 ? undefined : issues
