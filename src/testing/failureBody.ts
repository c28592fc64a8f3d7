import type { Definition } from '../core/types.js'

/** The documented body of a failed request. */
export interface FailureBody {
  readonly ResponseStatus: {
    /** Missing where the answer has a status and no code of the API's. */
    readonly ErrorCode?: string
    readonly Message: string
    readonly Errors?: readonly { readonly FieldName: string }[]
  }
}

/** Makes the documented body of a code; a pseudo code of a status has no ErrorCode. */
export function failureBody(
  code: string,
  { fields: implied, group }: Definition,
  {
    fields = implied.slice(0, group ? 2 : 1),
    message = sayPlainly(code, fields),
  }: { readonly fields?: readonly string[]; readonly message?: string },
): FailureBody {
  // The documentation says of this code that it concatenates the names.
  const names = code === 'ONE_OF_SEVERAL_PARAMETERS_REQUIRED' && fields.length > 0 ? [fields.join(',')] : fields
  return {
    ResponseStatus: {
      ...(code.startsWith('HTTP_') ? {} : { ErrorCode: code }),
      Message: message,
      ...(names.length === 0 ? {} : { Errors: names.map((name) => ({ FieldName: name })) }),
    },
  }
}

/** `PARAMETER_REQUIRED` with To → "Parameter required: To." */
function sayPlainly(code: string, fields: readonly string[]): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${fields.length === 0 ? '' : `: ${fields.join(', ')}`}.`
}
