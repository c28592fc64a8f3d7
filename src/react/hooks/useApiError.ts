'use client'

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { FailureRecord } from '../../core/store/record.js'
import type { Category, Issue } from '../../core/types.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { CURRENT, isResult, useClaim, useFailure } from './useFailure.js'
import { useHandedOn, warnOfServerNames, type FormFields } from './useHandedOn.js'
import type { ErrorMessage } from './useErrorMessage.js'
import { useMessages } from './useMessages.js'

/** What support can look a failure up by; nothing that the user typed. */
export interface ErrorDetails {
  readonly code: string
  readonly status: number | undefined
  /** The server's reference. */
  readonly requestId: string | undefined
  /** Milliseconds since the epoch, where the time is known. */
  readonly time: number | undefined
}

/** What can be done about a failure, and its texts sorted by field; there also while nothing has failed. */
export interface ErrorActions {
  /** Whether the same request can succeed later. */
  readonly canRetry: boolean
  /** Sends the request again; does nothing when it cannot. */
  readonly retry: () => void
  /** Whether it is being sent again. */
  readonly isRetrying: boolean
  /** Takes the failure off the page, until a failure that follows a success or a try of the user; the history keeps it. */
  readonly dismiss: () => void
  /** Focuses the first field with a problem; false when there is none. */
  readonly focusFirst: () => boolean
  /** Whether data of an earlier success is on screen. */
  readonly isStale: boolean
  /**
   * Texts by field, referentially stable; for React Aria's `validationErrors` and Base UI's `errors`. Who reads nothing
   * else of the failure shows only these: what belongs to no field finds another place.
   */
  readonly fieldErrors: Record<string, string[]>
  /** Texts of issues without a field. */
  readonly formErrors: string[]
}

/** Options of {@link useApiError}. */
export interface ApiErrorOptions {
  /** The fields of the form that gets `fieldErrors`, whose names are its keys. @default the names that the server writes */
  readonly fields?: FormFields | undefined
}

/** What {@link useApiError} returns while something has failed. */
export interface CurrentApiError extends ErrorActions, ErrorMessage {
  readonly error: ApiError
  readonly code: string
  readonly category: Category
  readonly details: ErrorDetails
}

/** What {@link useApiError} returns while nothing has failed: the actions, and `null` for all that tells of a failure. */
export type NoApiError = ErrorActions & Readonly<Record<Exclude<keyof CurrentApiError, keyof ErrorActions>, null>>

const NO_ERROR = {
  error: null,
  code: null,
  category: null,
  title: null,
  message: null,
  nextStep: null,
  details: null,
} as const
const NO_FIELD_ERRORS: Record<string, string[]> = Object.freeze({})
const NO_FORM_ERRORS: string[] = []
Object.freeze(NO_FORM_ERRORS)

/**
 * Returns the current failure of the nearest scope, ready to show; it claims nothing.
 *
 * @returns texts in the current language, or `null`s when nothing has failed; the functions are always there
 * @example
 * const { title, dismiss } = useApiError()
 */
export function useApiError(): CurrentApiError | NoApiError
/**
 * Returns what a query, a mutation or a call failed with, ready to show. It claims the failure: you show it, so nothing else does.
 *
 * @param source  a query or mutation result, or a thrown value; `undefined` and `null` mean that nothing has failed
 * @param options the names of the fields of a form library
 * @returns texts in the current language, or `null`s when nothing has failed; the functions are always there
 * @example
 * const save = useMutation(options)
 * const { title, nextStep, canRetry, retry } = useApiError(save)
 * <Form validationErrors={useApiError(save, { fields: ['to', 'text'] }).fieldErrors}>
 */
export function useApiError(source: unknown, options?: ApiErrorOptions): CurrentApiError | NoApiError
export function useApiError(
  ...given: readonly [source?: unknown, options?: ApiErrorOptions]
): CurrentApiError | NoApiError {
  const source = given.length === 0 ? CURRENT : given[0]
  const store = useErrorStore()
  const scope = useScope()?.scope
  const { describe } = useMessages()
  const { record, error, definition, canRetry, retry, isRetrying, dismiss } = useFailure(source)
  const { names, issues, noteRead } = useHandedOn(error, given[1]?.fields)
  useClaim(source, issues)
  const getPlacements = (): FailureRecord['placements'] | undefined => record?.placements
  const placements = useSyncExternalStore(store.subscribe, getPlacements, getPlacements)

  const isCurrent = source === CURRENT
  const texts = useMemo(() => {
    if (error === undefined) return undefined
    const placed = placements?.get(scope?.id) ?? [...(placements?.values() ?? [])].flat()
    const { fieldErrors, formErrors } = sortTexts(error, (issue) => {
      const { fields, speaker, home } = placed.find((placement) => placement.issue === issue) ?? {}
      // Of what it hands on, a field, meta or the policy may have taken some.
      const isElsewhere = issues !== undefined && !isCurrent && record !== undefined && home !== 'inline'
      if (speaker !== undefined || isElsewhere) return undefined
      const { text, line } = describe({
        issue,
        record: record ?? { error },
        ...(fields === undefined ? {} : { fields }),
      })
      const own = fields?.length === 0 ? undefined : fields
      return { text: text.text, line: line.text, names: names?.get(issue) ?? own ?? listOf(issue.fieldName) }
    })
    const first = firstIssue(error)
    const said = error.issues.length > 1 ? error : first
    const issue = { ...first, code: error.code, serverMessage: said.serverMessage }
    const whole = describe({ issue, record: record ?? { error } })
    return {
      title: whole.title.text,
      message: whole.text.text,
      nextStep: whole.nextStep.text,
      fieldErrors,
      formErrors,
    }
  }, [error, record, placements, scope, names, issues, isCurrent, describe])
  useEffect(() => {
    if (process.env.NODE_ENV === 'production' || issues === undefined || names !== undefined || isCurrent) return
    warnOfServerNames(Object.keys(texts?.fieldErrors ?? {}))
  }, [texts, issues, names, isCurrent])

  const focusFirst = useCallback(() => scope?.form?.focusFirst() === true, [scope])

  const actions: ErrorActions = {
    canRetry,
    retry,
    isRetrying,
    dismiss,
    focusFirst,
    isStale: isResult(source) ? source.isError && source.data !== undefined : record?.source.hasData === true,
    fieldErrors: texts?.fieldErrors ?? NO_FIELD_ERRORS,
    formErrors: texts?.formErrors ?? NO_FORM_ERRORS,
  }
  if (error === undefined || texts === undefined || definition === undefined) {
    return noting(noteRead, { ...actions, ...NO_ERROR })
  }
  const { title, message, nextStep } = texts
  const details = { code: error.code, status: error.status, requestId: error.requestId, time: record?.time }
  const { category } = definition
  return noting(noteRead, { ...actions, error, code: error.code, category, title, message, nextStep, details })
}

/** Tells which parts of a result are read. */
function noting<Result extends object>(noteRead: (part: PropertyKey) => void, result: Result): Result {
  return new Proxy(result, {
    get(target, part): unknown {
      noteRead(part)
      return Reflect.get(target, part)
    },
  })
}

/** Every ApiError has an issue, but one made by another version of this package may have none. */
function firstIssue(error: ApiError): Issue {
  return (
    error.issues[0] ?? {
      code: error.code,
      fieldName: undefined,
      params: {},
      serverMessage: undefined,
      severity: 'error',
      index: undefined,
    }
  )
}

function sortTexts(
  error: ApiError,
  describe: (issue: Issue) => { text: string; line: string; names: readonly string[] } | undefined,
) {
  // No prototype: names come from the server, and `__proto__` is one like any other.
  const fieldErrors: Record<string, string[]> = Object.create(null)
  const formErrors: string[] = []
  for (const issue of error.issues) {
    const words = describe(issue)
    if (words === undefined) continue
    const { text, line, names } = words
    // A form without this field needs its name in the text.
    if (names.length === 0) formErrors.push(line)
    for (const name of names) (fieldErrors[name] ??= []).push(text)
  }
  return { fieldErrors, formErrors }
}

const listOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name])
