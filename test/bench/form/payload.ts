/** How many fields there are stands in the page's address: contenders know it before they are mounted. */
const count = Number(new URLSearchParams(globalThis.location?.search).get('fields'))
export const FIELD_NAMES = Array.from({ length: count }, (_, index) => `Field${index}`)
/** The server rejects every fifth. */
export const BAD_NAMES = FIELD_NAMES.filter((_, index) => index % 5 === 2)

const CODES = ['PARAMETER_REQUIRED', 'PARAMETER_INVALID', 'PARAMETER_TOO_LONG', 'INVALID_EMAIL_FORMAT']

/** The documented body; the text differs from one rejection to the next. */
export const rejection = (sequence: number) => ({
  ResponseStatus: {
    ErrorCode: 'PARAMETER_INVALID',
    Message: 'Some fields are wrong.',
    Errors: BAD_NAMES.map((FieldName, index) => ({
      FieldName,
      ErrorCode: CODES[index % CODES.length] ?? '',
      Message: `${FieldName} is wrong (${sequence}).`,
    })),
  },
})
export type Rejection = ReturnType<typeof rejection>
