'use client'

import { cloneElement, useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import type { ControlElementProps, FieldProps } from './Field.js'
import type { FieldBinding, FieldErrorResult } from './FieldBinding.js'

/** What the control of a `Field` gets; no `id` in a group, where each control has a label of its own. */
export type FieldControlProps = FieldErrorResult['controlProps'] & { readonly id: string | undefined }

interface FieldControlInput {
  readonly group: FieldProps['group']
  readonly binding: FieldBinding
  readonly id: string
  readonly hintId: string | undefined
  readonly control: NonNullable<FieldProps['children']>
}

/** A control that gets its marks as props. */
export function FieldControl({ binding, id, hintId, group, control }: FieldControlInput): ReactNode {
  const { controlProps } = useSyncExternalStore(binding.subscribe, binding.view, binding.cleanView)
  const props: FieldControlProps =
    group === undefined
      ? // The hint first, then the problem: what both are for stays in mind.
        {
          ...controlProps,
          id,
          'aria-describedby': [hintId, controlProps['aria-describedby']].filter(Boolean).join(' ') || undefined,
        }
      : // The description is the group's. ARIA 1.2 knows no invalid radio button, but a radiogroup; of checkboxes it is the other way round.
        {
          ...controlProps,
          id: undefined,
          'aria-describedby': undefined,
          'aria-invalid': group === 'radio' ? undefined : controlProps['aria-invalid'],
        }
  return typeof control === 'function' ? control(props) : withProps(control, props)
}

/** The control with the props of its field; what the app says of it stays, and each of two `onInput` is called. */
export function withProps(control: ReactElement<ControlElementProps>, props: Partial<FieldControlProps>): ReactElement {
  const { className = '', onInput, 'aria-invalid': isInvalid, 'aria-describedby': describedBy } = control.props
  return cloneElement(control, {
    ...props,
    className: `rae-control ${className}`.trim(),
    onInput: both(onInput, props.onInput),
    'aria-invalid': props['aria-invalid'] ?? isInvalid,
    'aria-describedby': [describedBy, props['aria-describedby']].filter(Boolean).join(' ') || undefined,
  })
}

const both =
  <Event,>(first: ((event: Event) => unknown) | undefined, second: (() => void) | undefined) =>
  (event: Event): void => {
    first?.(event)
    second?.()
  }
