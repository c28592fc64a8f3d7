import type { ErrorCode, PseudoCode } from '../catalog.js'

/**
 * What the types know of an app; augment it, as TanStack Query's own `Register`.
 *
 * @example
 * declare module 'react-api-errors' {
 *   interface Register {
 *     codes: 'VOUCHER_EXPIRED' | 'CART_LOCKED'
 *     fieldNames: 'to' | 'text'
 *   }
 * }
 */
export interface Register {
  // codes: string        the app's own ErrorCodes; with it, any other than these and the documented ones does not compile
  // fieldNames: string   names of fields, for `useFieldError`, `Field` and `FieldError`
  // locales: string      BCP 47 tags, for `locale` and `setLocale`
  // params: object      names of parameters by code, `{ COURSE_FULL: 'FreePlaces' | 'Room' }`, for words that are functions
  // meta: object         narrows the parts of `meta.apiError`, such as `{ message: 'cannotSave' | 'cannotLoad' }`
}

/** An ErrorCode or pseudo code: the documented ones, and any other unless the app has registered its own. */
export type Code =
  | ErrorCode
  | PseudoCode
  // `string` alone would take the listed codes out of completion.
  // oxlint-disable-next-line typescript/ban-types
  | (Register extends Record<'codes', infer Codes extends string> ? Codes : string & {})

/** The name of a field of a form. */
export type FieldName = Register extends Record<'fieldNames', infer Names extends string> ? Names : string

/** The tag of a language. */
export type LocaleTag = Register extends Record<'locales', infer Tags extends string> ? Tags : string

/** The parts of `meta.apiError` that an app has narrowed. */
export type RegisteredMeta = Register extends Record<'meta', infer Meta extends object> ? Meta : object

/** The parameters of a code: those that the app has registered and the limits, else any. */
export type ParamsOf<C extends string> =
  Register extends Record<'params', infer Names>
    ? C extends keyof Names
      ? { readonly [Name in (Names[C] & string) | 'min' | 'max']?: string | number }
      : Readonly<Record<string, string | number>>
    : Readonly<Record<string, string | number>>
