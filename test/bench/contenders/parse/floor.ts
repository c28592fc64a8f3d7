import type { ParseContender } from '../../scenarios/parse.js'

interface Answer {
  readonly ResponseStatus: {
    readonly Errors: readonly { readonly ErrorCode: string; readonly FieldName: string; readonly Message: string }[]
  }
}

const WORDS: Readonly<Record<string, string>> = {
  PARAMETER_REQUIRED: 'Fill in this field',
  PARAMETER_INVALID: 'Change this answer',
  PARAMETER_TOO_LONG: 'Shorten this answer',
  INVALID_EMAIL_FORMAT: 'Enter an email address',
}

export const contender: ParseContender = {
  name: 'floor (a map by name, then words by code)',
  say(answer, fields) {
    const { ResponseStatus }: Answer = JSON.parse(answer)
    const texts = new Map<string, string>()
    const byName = new Map(ResponseStatus.Errors.map((error) => [error.FieldName.toLowerCase(), error]))
    for (const field of fields) {
      const error = byName.get(field.toLowerCase())
      if (error !== undefined) texts.set(field, WORDS[error.ErrorCode] ?? error.Message)
    }
    return texts
  },
}
