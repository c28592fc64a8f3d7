import type { ReactNode } from 'react'
import { Field } from '../../src/index.js'

/** A field of an example form; it begins with what the failing request sends. */
export interface FormField {
  /** The form's name; the API's is the same with a capital. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** @default 'text' */
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'number' | 'date' | 'datetime-local' | 'password' | 'textarea'
  /** Makes it a choice: values, or values with their words. */
  readonly options?: readonly (string | readonly [value: string, words: string])[]
  /** What it begins with, where that is not what the request sends. */
  readonly value?: string
  readonly min?: number
  readonly max?: number
  readonly minLength?: number
}

/** Renders a field of an example form. */
export function ExampleField({
  name,
  label,
  hint,
  type = 'text',
  options,
  value = '',
  ...limits
}: FormField): ReactNode {
  const props = { name, label, ...(hint === undefined ? {} : { hint }) }
  if (options !== undefined) {
    const choices = options.map((option) => (typeof option === 'string' ? ([option, option] as const) : option))
    // A page that was loaded long ago can still offer what the API no longer knows.
    const all = choices.some(([known]) => known === value) ? choices : [...choices, [value, value] as const]
    return (
      <Field {...props}>
        <select defaultValue={value}>
          {all.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      </Field>
    )
  }
  if (type === 'textarea') {
    return (
      <Field {...props}>
        <textarea rows={3} defaultValue={value} />
      </Field>
    )
  }
  return <Field {...props} {...limits} type={type} defaultValue={value} autoComplete="off" />
}
