import { errorCodes, type ErrorCode } from './errorCodes.js'

/** Thrown by a resource to end the request with a documented failure. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: ErrorCode
  readonly fieldNames: readonly string[]

  constructor(code: ErrorCode, message: string, fieldNames: readonly string[] = []) {
    super(message)
    this.code = code
    this.fieldNames = fieldNames
  }
}

/** Ends the request with a documented failure. */
export function fail(code: ErrorCode, message: string, ...fieldNames: readonly string[]): never {
  throw new Failure(code, message, fieldNames)
}

/** Answers with JSON. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}

/** Answers that it is done and has nothing to add. */
export function noContent(): Response {
  return new Response(null, { status: 204 })
}

/** Answers with the documented envelope, whatever the code. */
export function envelope(status: number, code: string, message: string, fieldNames: readonly string[] = []): Response {
  const errors = fieldNames.map((name) => ({ FieldName: name }))
  const details = errors.length > 0 ? { Errors: errors } : {}
  return json({ ResponseStatus: { ErrorCode: code, Message: message, ...details } }, status)
}

/** Answers with a documented failure. */
export function failureResponse({ code, message, fieldNames }: Failure): Response {
  const { status, named } = errorCodes[code]
  return envelope(status, code, message, named ? fieldNames : [])
}

/** Puts what the caller sent between quotes, shortened, for use in a Message. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}
