'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { Form } from '../../core/form/Form.js'
import { NO_FIELD_STATE, type FieldState } from '../../core/form/fieldStates.js'
import type { LocalizedText } from '../../core/localize/Pack.js'
import type { FieldName } from '../../core/register.js'
import type { Params, Severity } from '../../core/types.js'
import { controlsOf, createFieldHandle, type DomFieldHandle } from '../dom/createFieldHandle.js'
import { useFormFor } from '../hooks/useForm.js'
import { useMessages, type MessageFinder } from '../hooks/useMessages.js'
import { describedBy, fieldErrorId } from '../shared/ids.js'

/** One message of a field. */
export interface FieldMessage {
  readonly text: LocalizedText
  /** The ErrorCode of the problem. */
  readonly code: string
  /** Limits such as `min` and `max` and the values of its `Meta`: the server's, then those of the control. */
  readonly params: Params
  /** The position of the failed item in a batch. */
  readonly index: number | undefined
  /** The server's own text, for codes whose facts are only there; a text in another language. */
  readonly detail: string | undefined
  readonly severity: Severity
  /** "Error:", to be read out in front of the text. */
  readonly prefix: LocalizedText
}

/** What {@link useFieldError} returns; referentially stable while the field shows the same. */
export interface FieldErrorResult {
  /**
   * The messages to render in the element with `errorProps`; empty when all is well. Who reads them shows them:
   * a field whose messages nobody reads is marked, and the summary or a toast says what is wrong.
   */
  readonly messages: readonly string[]
  /** Whether any of them is an error; warnings mark nothing as invalid. */
  readonly isInvalid: boolean
  /** Spread on the control. */
  readonly controlProps: {
    readonly name: string
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
    /** Finds the control in the DOM, for its label, its limits and the focus. */
    readonly 'data-field': string
    /** Clears the problem. */
    readonly onInput: () => void
  }
  /** Spread on the element that shows the messages. */
  readonly errorProps: { readonly id: string }
  /** Says that the problem is dealt with; `controlProps.onInput` does it on each edit. */
  readonly clear: () => void
  /** The messages with their language, severity, detail, code and limits, for a renderer of your own; reading them counts as well. */
  readonly details: readonly FieldMessage[]
}

/**
 * Binds a field to the server's problems with it: what to show, and how the control points at it.
 *
 * @param name the control's name; the server's FieldName is matched to it without regard to case and separators
 * @param label the visible label, where the control has no `<label>`
 * @returns what to spread on the control and what to render beside it
 * @example
 * const to = useFieldError('to')
 * <input {...to.controlProps} /><ul {...to.errorProps}>{to.messages.map((text) => <li key={text}>{text}</li>)}</ul>
 */
export function useFieldError(name: FieldName, label?: string): FieldErrorResult {
  return useBoundField(name, label === undefined ? NO_PLACE : { label })
}

/** What a component of ours knows of its field beside the name. */
export interface FieldPlace {
  readonly label?: string | undefined
  /** The id that it gave to the control. */
  readonly id?: string | undefined
  /** The element around all of the field. */
  readonly frame?: RefObject<HTMLElement | null>
  /** The element of its message, where a component renders that alone. */
  readonly beside?: RefObject<HTMLElement | null>
}

const NO_PLACE: FieldPlace = {}

/** Binds a field of which more is known than its name. */
export function useBoundField(name: string, { label, id, frame, beside }: FieldPlace): FieldErrorResult {
  const { context, form } = useFormFor(`The field '${name}'`)
  const { domId = 'page', owner } = context ?? {}
  const [key] = useState(() => ({}))
  const store = useMemo(() => fieldStoreOf(form, name, key), [form, name, key])
  const state = useSyncExternalStore(store.subscribe, store.get, getClean)
  const { describe, ui } = useMessages()
  const view = useMemo(
    () => createView(state, { name, key, domId, form, describe, ui }),
    [state, name, key, domId, form, describe, ui],
  )

  const handle = useRef<DomFieldHandle>(undefined)
  const errorId = fieldErrorId(domId, name)
  useEffect(() => {
    const place = { frame: readerOf(frame), beside: readerOf(beside) }
    const controls = controlsOf(errorId, { element: place.frame, id, beside: place.beside })
    handle.current = createFieldHandle({ name, errorId, label, key, controls, ...place, owner: readerOf(owner) })
    return form?.addField(handle.current)
  }, [form, name, errorId, label, key, id, frame, beside, owner])
  useEffect(() => {
    if (state.issues.length === 0) return undefined
    const follow = (): void => {
      if (handle.current === undefined || handle.current.isOnScreen === view.isRead()) return
      handle.current.isOnScreen = view.isRead()
      form?.touch()
    }
    follow()
    return view.whenRead(follow)
  }, [form, state, view])
  return view.result
}

/** What a field shows, and whether a component has read its messages. */
interface FieldView {
  readonly result: FieldErrorResult
  readonly isRead: () => boolean
  /** Calls back when they are read for the first time later on; the returned function ends that. */
  readonly whenRead: (callback: () => void) => () => void
}

interface ViewContext extends Pick<MessageFinder, 'describe' | 'ui'> {
  readonly name: string
  readonly key: object
  readonly domId: string
  readonly form: Form | undefined
}

function createView(state: FieldState, { name, key, domId, form, describe, ui }: ViewContext): FieldView {
  const errorId = fieldErrorId(domId, name)
  const clear = (): void => form?.clearField(name, key)
  let details: readonly FieldMessage[] | undefined
  let onRead: (() => void) | undefined
  const read = (): readonly FieldMessage[] => {
    // Called while rendering, when a store must not notify: in a microtask.
    if (details === undefined && onRead !== undefined) queueMicrotask(onRead)
    return (details ??= state.issues.map((placed) => {
      const { text, detail } = describe(placed)
      const { severity, code, index } = placed.issue
      const getParams = (): Params => ({ ...form?.field(name)?.params(), ...placed.issue.params })
      return {
        ...{ text, detail, severity, code, index },
        // Lazy: few renderers need what is read from the page.
        get params() {
          return getParams()
        },
        prefix: ui(severity === 'error' ? 'errorPrefix' : 'warningPrefix'),
      }
    }))
  }
  const result: FieldErrorResult = {
    get messages() {
      return read().map(({ text }) => text.text)
    },
    get details() {
      return read()
    },
    isInvalid: state.isInvalid,
    controlProps: {
      name,
      'aria-invalid': state.isInvalid || undefined,
      'aria-describedby': describedBy(domId, state),
      'data-field': errorId,
      onInput: clear,
    },
    errorProps: { id: errorId },
    clear,
  }
  return {
    result,
    isRead: () => details !== undefined,
    whenRead(callback) {
      onRead = callback
      return () => {
        onRead = undefined
      }
    },
  }
}

const getClean = (): FieldState => NO_FIELD_STATE

function fieldStoreOf(form: Form | undefined, name: string, key: object) {
  return {
    subscribe: (listener: () => void) => form?.subscribeField(name, listener) ?? (() => undefined),
    get: () => form?.fieldState(name, key) ?? NO_FIELD_STATE,
  }
}

/** Reads a ref later, when it is set. */
function readerOf<T>(ref: RefObject<T | null> | undefined): (() => T | null) | undefined {
  return ref && (() => ref.current)
}
