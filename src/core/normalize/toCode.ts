const CODE = /^(?!Exception$)[A-Za-z][\w.-]{0,79}$/

/** The ErrorCode as written, if it is one: not a status (`500`), and not what ServiceStack calls any failure. */
export function toCode(value: unknown): string | undefined {
  const code = typeof value === 'string' ? value.trim() : ''
  return CODE.test(code) ? code : undefined
}
