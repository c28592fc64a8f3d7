import { useId, type ReactNode } from 'react'
import { useController, useFieldArray, useForm, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { useServerErrors } from '../../src/adapters/react-hook-form.js'
import { describeConformance, type FormUnderTestProps } from './conformance.js'

interface InputProps {
  readonly form: UseFormReturn
  readonly name: string
  readonly label: string
}

interface ShownProps extends Pick<InputProps, 'label'> {
  readonly message: string | undefined
  readonly children: (id: string) => ReactNode
}

function Shown({ label, message, children }: ShownProps): ReactNode {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <span role="note">{message}</span>
    </div>
  )
}

function Registered({ form, name, label }: InputProps): ReactNode {
  const { error } = form.getFieldState(name, form.formState)
  return (
    <Shown label={label} message={error?.message}>
      {(id) => <input id={id} aria-invalid={error !== undefined} {...form.register(name)} />}
    </Shown>
  )
}

function Controlled({ form, name, label }: InputProps): ReactNode {
  const { field, fieldState } = useController({ control: form.control, name, defaultValue: '' })
  return (
    <Shown label={label} message={fieldState.error?.message}>
      {(id) => <input {...field} id={id} aria-invalid={fieldState.error !== undefined} />}
    </Shown>
  )
}

const makeForm = (Input: typeof Registered) =>
  function Form({ names, rows = [], onSend }: FormUnderTestProps): ReactNode {
    const form = useForm<FieldValues>({ defaultValues: { rows: rows.map((to) => ({ to })) } })
    useServerErrors(form)
    const { fields, insert, remove } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
    return (
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSend)(event)}>
        {names.map((name) => (
          <Input key={name} form={form} name={name} label={name} />
        ))}
        {fields.map((row, index) => (
          <Input key={row.key} form={form} name={`rows.${index}.to`} label={String(Reflect.get(row, 'to'))} />
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
