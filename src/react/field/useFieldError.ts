'use client'

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { NO_FIELD_STATE } from '../../core/client/FieldState.js'
import type { IssueTexts } from '../../core/localize/localizeError.js'
import type { Severity } from '../../core/types.js'
import { useMessages, type MessageFinder } from '../hooks/useMessages.js'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScopeFor } from '../provider/ScopeContext.js'
import { controlsOf, createFieldHandle, type DomFieldHandle } from '../shared/createFieldHandle.js'
import { describedBy } from '../shared/describedBy.js'
import { fieldErrorId } from '../shared/fieldErrorId.js'

/** One message of a field. */
export interface FieldMessage extends Pick<IssueTexts, 'text' | 'detail'> {
  readonly severity: Severity
}

/** What {@link useFieldError} returns. */
export interface FieldErrorResult {
  /** The messages to render in the element with `errorProps`; empty when all is well. */
  readonly messages: readonly string[]
  readonly isInvalid: boolean
  /** Spread on the control. */
  readonly controlProps: {
    readonly name: string
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
    readonly 'data-field': string
    readonly onInput: () => void
  }
  /** Spread on the element that shows the messages. */
  readonly errorProps: { readonly id: string }
  /** Says that the problem is dealt with; `controlProps.onInput` does it on each edit. */
  readonly clear: () => void
  /** The messages with their language and detail, for a renderer of your own. */
  readonly details: readonly FieldMessage[]
}

const nothing = (): (() => void) => () => undefined

/**
 * Binds a field to the server's problems with it: what to show, and how the control points at it.
 *
 * @param name the control's name; the server's FieldName is matched to it without regard to case and separators
 * @param label the visible label, where the control has no `<label>`
 * @example
 * const to = useFieldError('to')
 * <input {...to.controlProps} />{to.isInvalid && <p {...to.errorProps}>{to.messages}</p>}
 */
export function useFieldError(name: string, label?: string): FieldErrorResult {
  return useField(name, label).field
}

/** {@link useFieldError}, and the strings of the interface with it: whoever renders messages needs no look-up of its own. */
export function useField(name: string, label?: string): { readonly field: FieldErrorResult; readonly ui: MessageFinder['ui'] } {
  const client = useApiErrorClient()
  const context = useScopeFor(`useFieldError('${name}')`)
  const scope = context?.scope
  const domId = context?.domId ?? 'page'
  const errorId = fieldErrorId(domId, name)
  const state = useSyncExternalStore(
    useCallback((listener) => scope?.subscribeField(name, listener) ?? nothing(), [scope, name]),
    () => scope?.fieldState(name) ?? NO_FIELD_STATE,
    () => NO_FIELD_STATE,
  )
  const { describe, ui } = useMessages()
  const details = useMemo(
    () => state.issues.map((placed) => ({ ...pickWords(describe(placed)), severity: placed.issue.severity })),
    [state, describe],
  )

  const key = useRef({})
  const handle = useRef<DomFieldHandle>(undefined)
  useEffect(() => {
    if (scope === undefined) return undefined
    handle.current = createFieldHandle({ name, errorId, label, key: key.current, controls: controlsOf(errorId) })
    return scope.addField(handle.current)
  }, [scope, name, errorId, label])

  // A field whose messages nobody renders is no home for them: they go on to the summary.
  useEffect(() => {
    if (details.length === 0 || handle.current === undefined) return
    const isOnScreen = document.getElementById(errorId) !== null
    if (isOnScreen === handle.current.isOnScreen) return
    handle.current.isOnScreen = isOnScreen
    scope?.touch()
  })

  const clear = useCallback(() => {
    if (scope !== undefined) client.clearField(scope, name)
  }, [client, scope, name])

  const { isInvalid } = state
  const field = {
    messages: details.map(({ text }) => text.text),
    isInvalid,
    controlProps: {
      name,
      'aria-invalid': isInvalid || undefined,
      'aria-describedby': describedBy(domId, state),
      'data-field': errorId,
      onInput: clear,
    },
    errorProps: { id: errorId },
    clear,
    details,
  }
  return { field, ui }
}

const pickWords = ({ text, detail }: IssueTexts): Pick<IssueTexts, 'text' | 'detail'> => ({ text, detail })
