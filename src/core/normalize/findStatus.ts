import { get } from '../../internal/get.js'
import { decodeBody } from './decodeBody.js'
import { pickKey } from './pickKey.js'

/** Finds the object that holds `ErrorCode` and the rest: bare, in `ResponseStatus`, under `Result`, in `[[…]]`, or as JSON in a `Message`. */
export function findStatus(raw: unknown, depth: number): unknown {
  const body = decodeBody(raw)
  if (!depth || !body) return undefined
  if (Array.isArray(body)) return body.length === 1 ? findStatus(body[0], depth - 1) : undefined
  const wrapped = pickKey(body, 'ResponseStatus')
  const mark =
    pickKey(body, 'ErrorCode') ?? pickKey(body, 'FieldName') ?? pickKey(get(pickKey(body, 'Errors'), '0'), 'FieldName')
  return (
    findStatus(wrapped ?? pickKey(body, 'Message'), depth - 1) ??
    wrapped ?? // one without a code, or a malformed one, still tells of a failure
    (mark === undefined ? findStatus(pickKey(body, 'Result'), depth - 1) : body)
  )
}
