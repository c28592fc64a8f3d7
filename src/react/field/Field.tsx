'use client'

import { forwardRef, useId, useRef, type ComponentPropsWithoutRef, type ReactElement, type ReactNode } from 'react'
import type { FieldName } from '../../core/register.js'
import { Control, join, type FieldControlProps } from './Control.js'
import { FieldMessages } from './FieldError.js'
import { useBoundField, type FieldErrorResult } from './useFieldError.js'

/** What an element must take to be the control of a {@link Field}. */
export type ControlElementProps = Omit<ComponentPropsWithoutRef<'input'>, 'onInput'> & {
  /** Called before the problem of the field is cleared. */
  onInput?: ((event: never) => unknown) | undefined
}

/** The parts of a {@link Field}, for a layout of your own: leave out or replace any of them. */
export interface FieldParts {
  /** `<label>`, in a group `<legend>`. */
  readonly label: ReactNode
  /** `undefined` where the field has none. */
  readonly hint: ReactNode
  /** The element with the messages; empty while there are none. */
  readonly messages: ReactNode
  /** What is filled in, with its props. */
  readonly control: ReactNode
  /** What the field shows, for parts of your own. */
  readonly field: FieldErrorResult
}

/** Props of {@link Field}; other props go to its control, and give way to what the control has of its own. */
export interface FieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'children'> {
  readonly name: FieldName
  readonly label: ReactNode
  /** Help that stays while there is a problem. */
  readonly hint?: ReactNode
  /** For several controls with one `<legend>`: a choice, parts of a date; `children` spreads its props on each. */
  readonly group?: 'radio' | 'checkbox' | 'parts'
  /** A control other than `<input>`: an element, or a function that gets its props. */
  readonly children?: ReactElement<ControlElementProps> | ((props: FieldControlProps) => ReactNode) | undefined
  /** Lays out the parts inside of the field's element. @default label, hint, messages, control */
  readonly render?: (parts: FieldParts) => ReactNode
  /** Of the field's element, as `className`. */
  readonly style?: ComponentPropsWithoutRef<'div'>['style']
}

/**
 * A labeled control that shows the server's problems with it.
 * Renders a `<div>` with label, hint, message and control, in this order; a `<fieldset>` for a group.
 * The `ref` is that of its control, as `register()` of form libraries expects.
 *
 * @example
 * <Field name="to" label="To" type="tel" />
 * <Field name="text" label="Message"><textarea maxLength={160} /></Field>
 */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(
  { name, label, hint, group, children, render = renderParts, id: ownId, className = '', style, ...inputProps },
  ref,
) {
  const generatedId = useId()
  const id = ownId ?? generatedId
  const place = useRef<HTMLDivElement & HTMLFieldSetElement>(null)
  const field = useBoundField(name, { label: typeof label === 'string' ? label : undefined, id, frame: place })
  const { isInvalid, controlProps } = field
  const hintId = hint === undefined ? undefined : `${id}-hint`
  // The order of the page: first the hint, then the problem.
  const described = join(hintId, controlProps['aria-describedby'])
  const props =
    group === undefined ? { ...controlProps, id, 'aria-describedby': described } : inGroup(controlProps, group)

  const parts: FieldParts = {
    label:
      group === undefined ? (
        <label className="rae-label" htmlFor={id}>
          {label}
        </label>
      ) : (
        <legend className="rae-label">{label}</legend>
      ),
    hint: hint !== undefined && (
      <span className="rae-hint" id={hintId}>
        {hint}
      </span>
    ),
    messages: <FieldMessages field={field} />,
    control: <Control content={children ?? <input />} given={inputProps} field={props} givenRef={ref} />,
    field,
  }
  const frame = { className: `rae-field ${className}`.trim(), style, 'data-invalid': isInvalid ? '' : undefined }
  if (group === undefined)
    return (
      <div {...frame} ref={place}>
        {render(parts)}
      </div>
    )
  const radioProps = group === 'radio' ? { role: 'radiogroup', 'aria-invalid': isInvalid || undefined } : {}
  return (
    <fieldset {...frame} ref={place} {...radioProps} id={id} aria-describedby={described}>
      {render(parts)}
    </fieldset>
  )
})

function renderParts({ label, hint, messages, control }: FieldParts): ReactNode {
  return (
    <>
      {label}
      {hint}
      {messages}
      {control}
    </>
  )
}

/** The group has the description. ARIA 1.2 allows aria-invalid on radiogroup and checkbox, not on radio and group. */
function inGroup(props: FieldErrorResult['controlProps'], group: 'radio' | 'checkbox' | 'parts'): FieldControlProps {
  const isInvalid = group === 'radio' ? undefined : props['aria-invalid']
  return { ...props, id: undefined, 'aria-describedby': undefined, 'aria-invalid': isInvalid }
}
