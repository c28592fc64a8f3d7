'use client'

import { useEffect, useRef, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import type { OnReveal } from '../../core/store/Surfaces.js'
import { useMessages } from '../hooks/useMessages.js'
import { useForm } from '../hooks/useForm.js'
import { Text } from '../shared/Text.js'
import { PlainControls } from '../dom/PlainControls.js'
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
  /** Says "Sending…" and "Saved" to screen readers; turn it off where the page says so itself. @default true */
  readonly announceStatus?: boolean
} & SendProps<TVariables>

/**
 * A form whose controls are found by their names: a rejected submit marks them, keeps what was typed, and can be sent
 * again at once. Messages stand beside each control where a `FieldError` is, else in the `ErrorSummary`.
 * Renders a `<form noValidate>`, in a scope of its own unless it is the only form of an `<ApiErrorBoundary>`.
 *
 * @example
 * <ApiForm onSubmit={sendSms}><ErrorSummary /><label>To <input name="to" /></label><button>Send</button></ApiForm>
 * <ApiForm mutation={useMutation(options)}><Field name="to" label="To" /><button>Send</button></ApiForm>
 */
export function ApiForm<TVariables = FormData>(props: ApiFormProps<TVariables>): ReactNode {
  const { mutation: _mutation, variables: _variables, onSubmit: _onSubmit, ...rest } = props
  const send = toSend(props)
  const { form } = useForm()
  const [hasOwnScope, setHasOwnScope] = useState(form === undefined || form.hasOwner)
  if (!hasOwnScope) return <Form {...rest} send={send} onTaken={() => setHasOwnScope(true)} />
  return (
    <FormScope>
      <Form {...rest} send={send} />
    </FormScope>
  )
}

interface FormProps extends ComponentProps<'form'> {
  readonly send: Send
  /** Called when another form has this scope. */
  readonly onTaken?: () => void
  readonly onReveal?: OnReveal | undefined
  readonly announceStatus?: boolean | undefined
}

function Form({ send, onTaken, onReveal, announceStatus = true, children, ...formProps }: FormProps): ReactNode {
  const { form, context } = useForm()
  const scope = context?.scope
  const domId = context?.domId ?? 'page'
  const element = useRef<HTMLFormElement>(null)
  const [state, submit] = useSubmit(scope, send)
  const { ui } = useMessages()

  useBeforePaint(() => {
    if (form?.hasOwner !== true) return form?.addOwner()
    onTaken?.()
    return undefined
    // Decided once, on mount: `onTaken` is a new function in each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [form])
  useEffect(() => {
    if (onReveal !== undefined) return form?.revealBy(onReveal)
    return undefined
  }, [form, onReveal])
  useEffect(() => {
    if (element.current === null || form === undefined) return undefined
    const controls = new PlainControls(element.current, form, domId)
    return () => controls.stop()
  }, [form, domId])
  const isBusy = state === 'busy'
  useEffect(() => {
    if (!isBusy) return undefined
    // Not `disabled`, which would take the focus off the pressed button.
    const buttons = [...(element.current?.elements ?? [])].filter((element) =>
      element.matches('[type="submit"], button:not([type])'),
    )
    for (const button of buttons) button.setAttribute('aria-disabled', 'true')
    return () => buttons.forEach((button) => button.removeAttribute('aria-disabled'))
  }, [isBusy])

  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    submit(new FormData(event.currentTarget, submitterOf(event.nativeEvent)))
  }
  return (
    // Before hydration the browser itself sends it: by GET, what was typed would stand in the address.
    <form method="post" {...formProps} ref={element} noValidate aria-busy={isBusy || undefined} onSubmit={onSubmit}>
      {children}
      {announceStatus && (
        <span role="status" className="rae-hidden">
          {state !== 'idle' && <Text of={ui(isBusy ? 'submitting' : 'saved')} />}
        </span>
      )}
    </form>
  )
}

/** The button that was pressed: its name and value are part of what is sent. */
function submitterOf(event: Event): HTMLElement | null {
  return 'submitter' in event && event.submitter instanceof HTMLElement ? event.submitter : null
}

/** A scope for the form alone, without a boundary: errors of rendering go up to the boundary around it. */
function FormScope({ children }: { readonly children: ReactNode }): ReactNode {
  return <ScopeProvider value={useOwnScope({ queries: 'inline' })}>{children}</ScopeProvider>
}
