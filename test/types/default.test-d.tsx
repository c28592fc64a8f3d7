// What compiles in an app that has registered nothing; checked by `npm run types`.
import {
  ApiErrorBoundary,
  Field,
  isApiError,
  useApiError,
  useApiErrorMeta,
  useFieldError,
  type ApiErrorMeta,
  type ApiErrorsMeta,
  type Messages,
} from '../../src/index.js'

export function foreignCodesStayPossible(error: unknown): void {
  isApiError(error, 'PROJECT_LIMIT_REACHED')
  isApiError(error, 'VOUCHER_EXPIRED')
  // @ts-expect-error a code is a text
  isApiError(error, 404)
}

export const messages: Messages = {
  en: { codes: { FORBIDDEN: 'No', VOUCHER_EXPIRED: 'Too late' }, fields: { To: { PARAMETER_REQUIRED: 'Who?' } } },
}

export const metas: ApiErrorMeta[] = [
  false,
  { home: 'summary', message: 'any' },
  // @ts-expect-error misspelled home
  { home: 'sumary' },
  // @ts-expect-error unknown key
  { hone: 'toast' },
]

export const tanStackMeta: ApiErrorsMeta = { apiError: { home: 'toast' }, other: 1 }
// @ts-expect-error misspelled home
export const wrongMeta: ApiErrorsMeta = { apiError: { home: 'tost' } }

/** Of React Aria's `validationErrors`, Base UI's `errors`, and libraries that change what they get. */
export function FormLibraries(save: unknown): readonly Record<string, string | string[]>[] {
  const mutable: Record<string, string[]> = useApiError(save, { fields: ['to'] }).fieldErrors
  const texts: string[] = useApiError(save).formErrors
  return [mutable, { all: texts }]
}

export function Page() {
  useFieldError('anything')
  useApiErrorMeta({ home: 'toast' })
  return (
    <ApiErrorBoundary fallbacks={{ FORBIDDEN: () => null, VOUCHER_EXPIRED: () => null, 404: () => null }}>
      <Field name="text" label="Message" required maxLength={5}>
        <textarea />
      </Field>
      {/* @ts-expect-error a field has a label */}
      <Field name="text" />
    </ApiErrorBoundary>
  )
}
