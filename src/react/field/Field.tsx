'use client'

import { cloneElement, useId, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import type { FieldErrorResult } from './FieldBinding.js'
import { FieldMessages } from './FieldMessages.js'
import { useFieldError } from './useFieldError.js'

/** What the control of a {@link Field} gets; no `id` in a group, where each control has a label of its own. */
export type FieldControlProps = FieldErrorResult['controlProps'] & { readonly id: string | undefined }

/** What an element must take to be the control of a {@link Field}. */
export type ControlElementProps = Omit<ComponentProps<'input'>, 'onInput' | 'ref'> & { onInput?: ((event: never) => unknown) | undefined }

/** Props of {@link Field}; what it does not know goes to its `<input>`. */
export interface FieldProps extends Omit<ComponentProps<'input'>, 'name' | 'children'> {
  readonly name: string
  readonly label: ReactNode
  /** Help that stays while there is a problem. */
  readonly hint?: ReactNode
  /** For several controls with one label, the legend of a `<fieldset>`: a choice, or the parts of a date. The function spreads its props on each. */
  readonly group?: 'radio' | 'checkbox' | 'parts'
  /** A control other than `<input>`: an element, or a function that gets its props. */
  readonly children?: ReactElement<ControlElementProps> | ((props: FieldControlProps) => ReactNode)
}

/**
 * A labelled control that shows the server's problems with it.
 * Renders a `<div>` with label, hint, message and control, in this order; a `<fieldset>` for a group.
 *
 * @example
 * <Field name="to" label="To" type="tel" />
 * <Field name="text" label="Message"><textarea maxLength={160} /></Field>
 */
export function Field({ name, label, hint, group, children, id: ownId, className = '', onInput, ...inputProps }: FieldProps): ReactNode {
  const generatedId = useId()
  const id = ownId ?? generatedId
  const field = useFieldError(name)
  const hintId = hint === undefined ? undefined : `${id}-hint`
  // The hint first, then the problem: what both are for stays in mind.
  const describedBy = [hintId, field.controlProps['aria-describedby']].filter(Boolean).join(' ') || undefined
  const isInvalid = field.controlProps['aria-invalid']
  const isRadio = group === 'radio'
  const props: FieldControlProps =
    group === undefined
      ? { ...field.controlProps, id, 'aria-describedby': describedBy }
      : // The description is the group's. ARIA 1.2 knows no invalid radio button, but a radiogroup; of checkboxes it is the other way round.
        { ...field.controlProps, id: undefined, 'aria-describedby': undefined, 'aria-invalid': isRadio ? undefined : isInvalid }

  const frame = { className: `rae-field ${className}`.trim(), 'data-invalid': field.isInvalid || undefined }
  const content = (
    <>
      {hint !== undefined && (
        <span className="rae-hint" id={hintId}>
          {hint}
        </span>
      )}
      <FieldMessages of={field} />
      {renderControl()}
    </>
  )
  if (group === undefined) {
    return (
      <div {...frame}>
        <label className="rae-label" htmlFor={id}>
          {label}
        </label>
        {content}
      </div>
    )
  }
  return (
    <fieldset {...frame} id={id} role={isRadio ? 'radiogroup' : undefined} aria-invalid={isRadio ? isInvalid : undefined} aria-describedby={describedBy}>
      <legend className="rae-label">{label}</legend>
      {content}
    </fieldset>
  )

  function renderControl(): ReactNode {
    if (typeof children === 'function') return children(props)
    if (children !== undefined) {
      const own = children.props
      return cloneElement(children, { ...props, className: `rae-control ${own.className ?? ''}`.trim(), onInput: both(own.onInput, props.onInput) })
    }
    return <input {...inputProps} {...props} className="rae-control" onInput={both(onInput, props.onInput)} />
  }
}

const both =
  <Event,>(first: ((event: Event) => unknown) | undefined, second: () => void) =>
  (event: Event): void => {
    first?.(event)
    second()
  }
