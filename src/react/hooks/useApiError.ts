'use client'

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ApiError } from '../../core/ApiError.js'
import type { FailureRecord } from '../../core/client/FailureRecord.js'
import type { Category, Issue } from '../../core/types.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScope } from '../provider/ScopeContext.js'
import { isResult, retryOf, toFailureSource } from './failureSource.js'
import { useMessages } from './useMessages.js'

/** What support can look a failure up by; nothing that the user typed. */
export interface ErrorDetails {
  readonly code: string
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** Milliseconds since the epoch, where the time is known. */
  readonly time: number | undefined
}

interface ErrorActions {
  /** Whether the same request can succeed later. */
  readonly canRetry: boolean
  /** Sends the request again; does nothing when it cannot. */
  readonly retry: () => void
  readonly isRetrying: boolean
  /** Takes the failure off the page; the history keeps it. */
  readonly dismiss: () => void
  /** Focuses the first field with a problem; false when there is none. */
  readonly focusFirst: () => boolean
  /** Whether data of an earlier success is on screen. */
  readonly isStale: boolean
  /** Texts by field, the same object until they change: what React Aria and Base UI take. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>
  /** Texts of issues without a field. */
  readonly formErrors: readonly string[]
}

/** What {@link useApiError} returns while something has failed. */
export interface CurrentApiError extends ErrorActions {
  readonly error: ApiError
  readonly code: string
  readonly category: Category
  readonly title: string
  readonly message: string
  readonly nextStep: string
  readonly details: ErrorDetails
}

/** What {@link useApiError} returns while nothing has failed. */
export interface NoApiError extends ErrorActions {
  readonly error: null
  readonly code: null
  readonly category: null
  readonly title: null
  readonly message: null
  readonly nextStep: null
  readonly details: null
}

const NO_FIELD_ERRORS: Readonly<Record<string, readonly string[]>> = Object.freeze({})
const NO_FORM_ERRORS: readonly string[] = Object.freeze([])

/**
 * Returns a failure, ready to show. With a source it claims the failure: you show it, so nothing else does.
 *
 * @param source a query or mutation result, or a thrown value; without one, the current failure of the nearest scope
 * @returns texts in the current language, or `null`s when nothing has failed; the functions are always there
 * @example
 * const save = useMutation(options)
 * const { title, nextStep, canRetry, retry } = useApiError(save)
 */
export function useApiError(...[source]: [source?: unknown]): CurrentApiError | NoApiError {
  const client = useApiErrorClient()
  const scope = useScope()?.scope
  const failureSource = toFailureSource(source)
  const hasSource = source !== undefined
  const { failure, stamp } = failureSource ?? {}
  const hasFailure = failureSource !== undefined

  const find = useCallback((): FailureRecord | undefined => {
    if (hasFailure) return client.records.of({ failure, stamp })
    return hasSource || scope === undefined ? undefined : client.records.inScope(scope.id).at(-1)
  }, [client, scope, hasFailure, hasSource, failure, stamp])
  const record = useSyncExternalStore(client.subscribe, find, getNothing)
  const placements = useSyncExternalStore(client.subscribe, () => find()?.placements, getNothing)

  useEffect(
    () => (hasFailure ? client.claim({ failure, stamp }, scope?.id) : undefined),
    [client, scope, hasFailure, failure, stamp],
  )

  const error = useMemo(
    () => record?.error ?? (hasFailure ? client.normalize(failure) : undefined),
    [client, record, hasFailure, failure],
  )
  const { describe } = useMessages()
  const [isRunning, setIsRunning] = useState(false)

  const texts = useMemo(() => {
    if (error === undefined) return undefined
    const placed = [...(placements?.values() ?? [])].flat()
    const { fieldErrors, formErrors } = sortTexts(error, (issue) => {
      const { fields, speaker } = placed.find((placement) => placement.issue === issue) ?? {}
      if (speaker !== undefined) return undefined
      return {
        text: describe({ issue, record: record ?? { error }, ...(fields === undefined ? {} : { fields }) }).text.text,
        fields,
      }
    })
    const whole = describe({ issue: { ...firstIssue(error), code: error.code }, record: record ?? { error } })
    return { title: whole.title.text, message: whole.text.text, nextStep: whole.nextStep.text, fieldErrors, formErrors }
  }, [error, record, placements, describe])

  const send = retryOf(source, record?.source.retry)
  const definition = error === undefined ? undefined : client.define(error.code, { error })
  const meta = record?.source.meta
  const canRetry =
    definition?.retryable === true && send !== undefined && !(typeof meta === 'object' && meta.retry === false)

  const retry = useCallback(() => {
    if (!canRetry) return
    const run = async (): Promise<void> => {
      setIsRunning(true)
      try {
        await send?.()
      } catch {
        // The failure comes back as an event.
      } finally {
        setIsRunning(false)
      }
    }
    void run()
  }, [canRetry, send])
  const dismiss = useCallback(() => {
    if (record !== undefined) client.close(record, 'dismissed')
  }, [client, record])
  const focusFirst = useCallback(() => {
    const name = scope?.summary().lines.find(({ fields }) => fields.length > 0)?.fields[0]
    return name !== undefined && scope?.field(name)?.focus() === true
  }, [scope])

  const actions: ErrorActions = {
    canRetry,
    retry,
    isRetrying: isRunning || (isResult(source) && (source.isFetching === true || source.isPending === true)),
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

const getNothing = (): undefined => undefined

/** Every error has an issue; this one stands for the whole where a copy of another version has none. */
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
  // Names come from the server: no prototype that one of them could reach.
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
