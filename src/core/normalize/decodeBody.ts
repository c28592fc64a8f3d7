import { attempt } from '../../internal/attempt.js'
import { get } from '../../internal/get.js'

/** Makes a body of what a client keeps: bytes become text, text that begins like JSON becomes its value, whatever its content type. */
export function decodeBody(raw: unknown): unknown {
  const body = get(raw, 'byteLength') === undefined ? raw : attempt(() => new TextDecoder().decode(Object(raw)))
  const text = typeof body === 'string' ? body.trim() : '' // takes a BOM away too
  // Millions of brackets take `JSON.parse` seconds; nothing known lies that deep.
  return /^(?!\[{9})[{[]/.test(text) ? attempt((): unknown => JSON.parse(text)) : body
}
