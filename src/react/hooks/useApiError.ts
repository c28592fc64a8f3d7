'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { FailureRecord } from '../../core/store/record.js'
import type { Category, Issue } from '../../core/types.js'
import { useErrorStore } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { isResult } from './useFailure.js'
import { CURRENT, useFailure } from './useFailure.js'
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
  /** Takes the failure off the page; the history keeps it. */
  readonly dismiss: () => void
  /** Focuses the first field with a problem; false when there is none. */
  readonly focusFirst: () => boolean
  /** Whether data of an earlier success is on screen. */
  readonly isStale: boolean
  /** Texts by field, referentially stable; for React Aria's `validationErrors` and Base UI's `errors`. */
  readonly fieldErrors: Record<string, string[]>
  /** Texts of issues without a field. */
  readonly formErrors: string[]
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
 * @param source a query or mutation result, or a thrown value; `undefined` and `null` mean that nothing has failed
 * @returns texts in the current language, or `null`s when nothing has failed; the functions are always there
 * @example
 * const save = useMutation(options)
 * const { title, nextStep, canRetry, retry } = useApiError(save)
 */
export function useApiError(source: unknown): CurrentApiError | NoApiError
export function useApiError(...sources: readonly unknown[]): CurrentApiError | NoApiError {
  const source = sources.length === 0 ? CURRENT : sources[0]
  const store = useErrorStore()
  const scope = useScope()?.scope
  const { describe } = useMessages()
  const { record, error, definition, canRetry, retry, isRetrying } = useFailure(source)
  const getPlacements = (): FailureRecord['placements'] | undefined => record?.placements
  const placements = useSyncExternalStore(store.subscribe, getPlacements, getPlacements)

  const texts = useMemo(() => {
    if (error === undefined) return undefined
    const placed = [...(placements?.values() ?? [])].flat()
    const { fieldErrors, formErrors } = sortTexts(error, (issue) => {
      const { fields, speaker } = placed.find((placement) => placement.issue === issue) ?? {}
      if (speaker !== undefined) return undefined
      const described = { issue, record: record ?? { error }, ...(fields === undefined ? {} : { fields }) }
      return { text: describe(described).text.text, fields }
    })
    const whole = describe({ issue: { ...firstIssue(error), code: error.code }, record: record ?? { error } })
    return {
      title: whole.title.text,
      message: whole.text.text,
      nextStep: whole.nextStep.text,
      fieldErrors,
      formErrors,
    }
  }, [error, record, placements, describe])

  const dismiss = useCallback(() => {
    if (record !== undefined) store.close(record, 'dismissed')
  }, [store, record])
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
    return {
      ...actions,
      error: null,
      code: null,
      category: null,
      title: null,
      message: null,
      nextStep: null,
      details: null,
    }
  }
  const { title, message, nextStep } = texts
  const details = { code: error.code, status: error.status, requestId: error.requestId, time: record?.time }
  return { ...actions, error, code: error.code, category: definition.category, title, message, nextStep, details }
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
  describe: (issue: Issue) => { text: string; fields: readonly string[] | undefined } | undefined,
) {
  // No prototype: names come from the server, and `__proto__` is one like any other.
  const fieldErrors: Record<string, string[]> = Object.create(null)
  const formErrors: string[] = []
  for (const issue of error.issues) {
    const words = describe(issue)
    if (words === undefined) continue
    const { text, fields = [] } = words
    const names = fields.length > 0 ? fields : issue.fieldName === undefined ? [] : [issue.fieldName]
    if (names.length === 0) formErrors.push(text)
    for (const name of names) (fieldErrors[name] ??= []).push(text)
  }
  return { fieldErrors, formErrors }
}
