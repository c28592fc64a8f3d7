import type { ReactNode } from 'react'
import { Controller, useFieldArray, useForm, type UseFormReturn } from 'react-hook-form'
import { useServerErrors } from '../../src/adapters/react-hook-form.js'
import { describeConformance, type FormUnderTestProps } from './conformance.js'

interface Values extends Record<string, unknown> {
  rows: { to: string }[]
}

interface InputProps {
  readonly form: UseFormReturn<Values>
  readonly name: string
  readonly label: string
}

function Registered({ form, name, label }: InputProps): ReactNode {
  const { error } = form.getFieldState(name, form.formState)
  return (
    <div>
      <label htmlFor={`${form.control._formValues.id}${name}`}>{label}</label>
      <input id={`${form.control._formValues.id}${name}`} aria-invalid={error !== undefined} {...form.register(name)} />
      <span role="note">{error?.message}</span>
    </div>
  )
}

function Controlled({ form, name, label }: InputProps): ReactNode {
  return (
    <Controller
      control={form.control}
      name={name}
      defaultValue=""
      render={({ field: { value, ...field }, fieldState: { error } }) => (
        <label>
          <span>{label}</span>
          <input {...field} value={typeof value === 'string' ? value : ''} aria-invalid={error !== undefined} />
          <span role="note">{error?.message}</span>
        </label>
      )}
    />
  )
}

const makeForm = (Input: typeof Registered) =>
  function Form({ names, rows = [], onSend }: FormUnderTestProps): ReactNode {
    const form = useForm<Values>({ defaultValues: { rows: rows.map((to) => ({ to })) } })
    useServerErrors(form)
    const { fields, insert, remove } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
    return (
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSend)(event)}>
        {names.map((name) => (
          <Input key={name} form={form} name={name} label={name} />
        ))}
        {fields.map((row, index) => (
          <Input key={row.key} form={form} name={`rows.${index}.to`} label={row.to} />
        ))}
        <button type="submit">Send</button>
        {rows.length > 0 && (
          <>
            <button type="button" onClick={() => insert(0, { to: 'new' }, { shouldFocus: false })}>
              Insert
            </button>
            <button type="button" onClick={() => remove(0)}>
              Remove
            </button>
          </>
        )}
      </form>
    )
  }

describeConformance('react-hook-form with register', makeForm(Registered))
describeConformance('react-hook-form with Controller', makeForm(Controlled))
