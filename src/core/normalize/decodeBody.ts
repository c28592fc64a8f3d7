import { attempt } from '../../internal/attempt.js'

/** Makes a body of what a client keeps: bytes become text, text that begins like JSON becomes its value, whatever its content type. */
export function decodeBody(raw: unknown): unknown {
  const body = raw instanceof ArrayBuffer || ArrayBuffer.isView(raw) ? new TextDecoder().decode(raw) : raw
  const text = typeof body === 'string' ? body.trim() : '' // takes a BOM away too
  return /^[{[]/.test(text) ? attempt((): unknown => JSON.parse(text)) : body
}
