'use client'

import { useEffect, useId, useMemo, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { FieldControl, withProps, type FieldControlProps } from './FieldControl.js'
import { FieldMessages } from './FieldMessages.js'
import { FieldWriter } from './FieldWriter.js'
import { useFieldBinding } from './useFieldBinding.js'

export type { FieldControlProps } from './FieldControl.js'

/** What an element must take to be the control of a {@link Field}. */
export type ControlElementProps = Omit<ComponentProps<'input'>, 'onInput' | 'ref'> & {
  onInput?: ((event: never) => unknown) | undefined
}

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
 * An element such as `<textarea>` is marked where it stands, without a render; functions, components, and elements with marks of their own get ours as props.
 *
 * @example
 * <Field name="to" label="To" type="tel" />
 * <Field name="text" label="Message"><textarea maxLength={160} /></Field>
 */
export function Field({
  name,
  label,
  hint,
  group,
  children,
  id: ownId,
  className = '',
  ...inputProps
}: FieldProps): ReactNode {
  const generatedId = useId()
  const id = ownId ?? generatedId
  const binding = useFieldBinding(name, typeof label === 'string' ? label : undefined)
  const control = children ?? <input {...inputProps} />
  const isPlain =
    group === undefined && typeof control !== 'function' && typeof control.type === 'string' && !isMarked(control.props)
  const writer = useMemo(() => new FieldWriter(binding, { group, isPlain }), [binding, group, isPlain])
  useEffect(() => writer.markAgain())

  const hintId = hint === undefined ? undefined : `${id}-hint`
  // Messages that say nothing yet need not be pointed at later; beside a hint they would leave a space at its end.
  const described = hintId ?? binding.errorId
  const frame = { ref: writer.frame, className: `rae-field ${className}`.trim() }
  const content = (
    <>
      {hint !== undefined && (
        <span className="rae-hint" id={hintId}>
          {hint}
        </span>
      )}
      <FieldMessages id={binding.errorId} into={writer.messages} />
      {isPlain ? (
        withProps(control, { ...binding.plainProps, id, 'aria-describedby': described })
      ) : (
        <FieldControl {...{ binding, id, hintId, group, control }} />
      )}
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
    <fieldset {...frame} id={id} role={group === 'radio' ? 'radiogroup' : undefined} aria-describedby={described}>
      <legend className="rae-label">{label}</legend>
      {content}
    </fieldset>
  )
}

/** Whether the app says something of its own about the element; then React must know both. */
const isMarked = (props: ControlElementProps): boolean => 'aria-invalid' in props || 'aria-describedby' in props
