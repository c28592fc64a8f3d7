import { attempt } from '../../internal/attempt.js'
import { isObject } from '../../internal/isObject.js'
import type { Params } from '../types.js'
import { maxIssues, type BodyParser, type ParsedBody, type ParsedIssue } from './BodyParser.js'
import { cleanText, toNumber } from './clean.js'
import { parseGraphQL } from './parseGraphQL.js'
import { parseValidation } from './parseValidation.js'
import { get, pickNamed, type Named } from './properties.js'

/** Names of limits, the lower ones in a group. */
const LIMIT = /^(?:(MinLength|From|GreaterThanOrEqual|Min$)|MaxLength|To$|LessThanOrEqual|Max$)/i

/** What can be a placeholder. */
const NAME = /^[a-z]\w{0,39}$/i

/** What echoes or measures what someone typed, is not for people, or is known better from elsewhere. */
const NO_PARAM =
  /value$|input|attempt|typed|entered|password$|stack|trace|exception|^(?:TotalLength|Digits|Actual\w*|Severity|CollectionIndex|AutoBatchIndex|labels?|seconds|origin|min|max)$/i

/** Millions of brackets take `JSON.parse` seconds; nothing known lies that deep. */
const JSON_TEXT = /^(?!\[{9})[{[]/

const maxWrappings = 6
const maxNesting = 5

/**
 * Reads a body by the first format that knows it, the app's own first; a parser that throws knows nothing.
 *
 * @param raw what a client keeps of the body: a value, text or bytes
 */
export function parseBody(raw: unknown, parsers: readonly BodyParser[] = []): ParsedBody | undefined {
  const body = decodeBody(raw)
  if (!body) return undefined
  for (const parse of [...parsers, parseDocumented, parseGraphQL, parseValidation]) {
    const parsed = attempt(() => parse(body))
    if (parsed) return parsed
  }
  return undefined
}

/** Bytes become text, and text that begins like JSON becomes its value, whatever its content type. */
function decodeBody(raw: unknown): unknown {
  const body = get(raw, 'byteLength') === undefined ? raw : attempt(() => new TextDecoder().decode(Object(raw)))
  if (typeof body !== 'string') return body
  const text = body.trim() // takes a BOM away too
  return JSON_TEXT.test(text) ? attempt((): unknown => JSON.parse(text)) : body
}

/** Reads `{ ResponseStatus: { ErrorCode, Message, Errors: [{ FieldName }] } }`, in any of its casings and wrappings. */
function parseDocumented(body: unknown): ParsedBody | undefined {
  const status = findStatus(body, maxWrappings)
  if (status === undefined) return undefined
  const issues: ParsedIssue[] = []
  let omittedIssues = 0
  const { AutoBatchIndex } = pickNamed(status.Meta)
  const addIssue = (item: Named, key?: string): void => {
    const { ErrorCode: code, Message: message, FieldName: fieldName = key, Meta } = item
    const { Severity: severity = item.Severity, CollectionIndex: index = AutoBatchIndex } = pickNamed(Meta)
    issues.push({ code, message, fieldName, params: readParams(Meta, code, fieldName), severity, index })
  }
  /** Adds the documented items, and also texts, a map by field, nested arrays or a mixture. */
  const addIssues = (errors: unknown, depth: number, key?: string): void => {
    if (issues.length === maxIssues) return void omittedIssues++
    const item = typeof errors === 'string' ? { Message: errors } : pickNamed(errors)
    if (isName(item.FieldName) || typeof item.Message === 'string' || typeof item.ErrorCode === 'string')
      addIssue(item, key)
    else if (depth > 0 && Array.isArray(errors)) for (const each of errors) addIssues(each, depth - 1, key)
    else if (depth > 0) for (const [name, each] of Object.entries(Object(errors))) addIssues(each, depth - 1, name)
  }
  if (status.FieldName !== undefined) addIssue(status)
  addIssues(status.Errors, maxNesting)
  const outside = pickNamed(body)
  const requestId = status.RequestId ?? outside.RequestId ?? outside.TraceId
  return { code: status.ErrorCode, message: status.Message, issues, omittedIssues, requestId }
}

/** A name of a field, or a list of them. */
const isName = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))

/** Finds what holds `ErrorCode` and the rest: bare, in `ResponseStatus`, under `Result`, in `[[…]]`, or as JSON in a `Message`. */
function findStatus(raw: unknown, depth: number): Named | undefined {
  const body = decodeBody(raw)
  if (depth === 0 || !isObject(body)) return undefined
  if (Array.isArray(body)) return body.length === 1 ? findStatus(body[0], depth - 1) : undefined
  const status = pickNamed(body)
  const { ResponseStatus: wrapped, Result, ErrorCode, Message, FieldName, Errors } = status
  const inner = findStatus(wrapped ?? Message, depth - 1)
  if (inner !== undefined) return inner
  // One without a code, or a malformed one, still tells of a failure.
  if (wrapped !== undefined) return pickNamed(wrapped)
  const mark = ErrorCode ?? FieldName ?? pickNamed(get(Errors, '0')).FieldName
  return mark === undefined ? findStatus(Result, depth - 1) : status
}

/**
 * Reads the plain values of an item's `Meta` by their names, and limits as `min` and `max`.
 *
 * @param code names the validator, which says which way a `ComparisonValue` bounds (of `Equal` it is what someone typed)
 * @param fieldName what has the name of the field is what was typed into it
 */
function readParams(meta: unknown, code: unknown, fieldName: unknown): Params {
  const params: Record<string, string | number> = {}
  for (const [key, value] of isObject(meta) ? Object.entries(meta).slice(0, 50) : []) {
    const limit = LIMIT.exec(key === 'ComparisonValue' && typeof code === 'string' ? code : key)
    const plain = limit ? toNumber(value) : toPlain(value)
    if (plain === undefined) continue
    if (NAME.test(key) && !NO_PARAM.test(key) && !isSameName(key, fieldName)) params[key] = plain
    if (typeof plain === 'number' && limit) params[limit[1] ? 'min' : 'max'] = plain
  }
  return params
}

const isSameName = (key: string, name: unknown): boolean =>
  typeof name === 'string' && key.toLowerCase() === name.toLowerCase()

/** A short text, a number, or `true` and `false` as the cases of a select. */
function toPlain(value: unknown): string | number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return cleanText(typeof value === 'boolean' ? `${value}` : value, 200)?.replace(/\s+/g, ' ')
}
