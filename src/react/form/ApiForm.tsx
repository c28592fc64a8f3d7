'use client'

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { OnReveal } from '../../core/store/Surfaces.js'
import { useReturnedError } from '../hooks/useReturnedError.js'
import { useMessages } from '../hooks/useMessages.js'
import { useForm } from '../hooks/useForm.js'
import { Text } from '../shared/Text.js'
import { isElement } from '../dom/elements.js'
import { PlainControls } from '../dom/PlainControls.js'
import { PlainMessages } from './PlainMessages.js'
import { toSend, type Send, type SendProps, useSubmit } from './useSubmit.js'
import { ScopeProvider, useOwnScope } from '../provider/ScopeProvider.js'
import { useBeforePaint } from '../provider/useAttached.js'

/** Props of {@link ApiForm}: those of a `<form>`, and either a mutation or a function to send it with. */
export type ApiFormProps<TVariables = FormData> = Omit<
  ComponentProps<'form'>,
  'onSubmit' | 'action' | 'noValidate' | 'ref'
> & {
  /** Where the browser sends the form before the page works; `method` is 'post' unless given. */
  readonly action?: string
  /** Makes a field visible before it is focused: opens its tab, accordion or step; awaited. */
  readonly onReveal?: OnReveal
  /** Keeps the focus where it is when a submit fails. @default what its boundary says */
  readonly disableAutoFocus?: boolean
  /** Says "Sending…" and "Saved" to screen readers; turn it off where the page says so itself. @default true */
  readonly announceStatus?: boolean
  /**
   * What sending it has returned, where that comes as a value: the state of `useActionState`, a router's action data.
   * Shown while it is there, see {@link useReturnedError}. As only the value tells of success, "Saved" is not said then.
   */
  readonly error?: unknown
} & SendProps<TVariables>

/**
 * A form whose controls are found by their names: a rejected submit marks them, keeps what was typed, and can be sent
 * again at once. Messages stand beside each control where a `FieldError` is, else in the `ErrorSummary`, and without one
 * at the top of the form.
 * Renders a `<form noValidate>`, in a scope of its own unless it is the only form of an `<ApiErrorBoundary>`.
 *
 * @example
 * <ApiForm onSubmit={sendSms}><ErrorSummary /><label>To <input name="to" /></label><button>Send</button></ApiForm>
 * <ApiForm mutation={useMutation(options)}><Field name="to" label="To" /><button>Send</button></ApiForm>
 */
export function ApiForm<TVariables = FormData>(props: ApiFormProps<TVariables>): ReactNode {
  const { mutation: _mutation, variables: _variables, onSubmit: _onSubmit, ...rest } = props
  const send = toSend(props)
  const { form, context } = useForm()
  const own = useOwnScope(INLINE, context?.scope)
  const [hasOwnScope, setHasOwnScope] = useState(form === undefined || form.hasOwner)
  // Always the same elements: with others, a form that finds its scope taken would lose what was typed.
  const scope = hasOwnScope || context === undefined ? own : context
  const element = useRef<HTMLFormElement>(null)
  const value = useMemo(() => ({ ...scope, owner: element }), [scope])
  return (
    <ScopeProvider value={value}>
      <Form {...rest} element={element} send={send} onTaken={() => setHasOwnScope(true)} />
    </ScopeProvider>
  )
}

/** A scope without a boundary: errors of rendering go up to the boundary around it. */
const INLINE = { queries: 'inline' } as const

interface FormProps extends ComponentProps<'form'> {
  readonly send: Send
  readonly element: RefObject<HTMLFormElement | null>
  /** Called when another form has this scope. */
  readonly onTaken: () => void
  readonly onReveal?: OnReveal | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly announceStatus?: boolean | undefined
  readonly error?: unknown
}

function Form({ send, element, onTaken, announceStatus = true, children, ...props }: FormProps): ReactNode {
  const { error, onReveal, disableAutoFocus, ...formProps } = props
  useReturnedError(error)
  const { form, context } = useForm()
  const scope = context?.scope
  const domId = context?.domId ?? 'page'
  const [state, submit] = useSubmit(scope, send)
  const { ui } = useMessages()

  useBeforePaint(() => {
    if (form?.hasOwner !== true) return form?.addOwner(element.current ?? undefined)
    onTaken()
    return undefined
    // Decided once, on mount: `onTaken` is a new function in each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [form])
  useEffect(() => form?.configure({ onReveal, disableAutoFocus }), [form, onReveal, disableAutoFocus])
  useEffect(() => {
    if (element.current === null || form === undefined) return undefined
    const controls = new PlainControls(element.current, form, domId)
    return () => controls.stop()
  }, [element, form, domId])
  const isBusy = state === 'busy'
  useEffect(() => {
    if (!isBusy) return undefined
    // Not `disabled`, which would take the focus off the pressed button.
    const buttons = [...(element.current?.elements ?? [])].filter((element) =>
      element.matches('[type="submit"], button:not([type])'),
    )
    for (const button of buttons) button.setAttribute('aria-disabled', 'true')
    return () => buttons.forEach((button) => button.removeAttribute('aria-disabled'))
  }, [element, isBusy])

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    submit(new FormData(event.currentTarget, submitterOf(event.nativeEvent)))
  }
  return (
    // Before hydration the browser itself sends it: by GET, what was typed would stand in the address.
    <form method="post" {...formProps} ref={element} noValidate aria-busy={isBusy || undefined} onSubmit={onSubmit}>
      <PlainMessages />
      {children}
      {announceStatus && (
        <span role="status" className="rae-hidden">
          {(isBusy || (state === 'done' && !('error' in props))) && <Text of={ui(isBusy ? 'submitting' : 'saved')} />}
        </span>
      )}
    </form>
  )
}

/** The button that was pressed: its name and value are part of what is sent. */
function submitterOf(event: Event): HTMLElement | null {
  return 'submitter' in event && isElement(event.submitter) ? event.submitter : null
}
