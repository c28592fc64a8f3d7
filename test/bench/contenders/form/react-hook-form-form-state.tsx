import { memo, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm, useFormState, type Control, type UseFormRegister } from 'react-hook-form'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Values = Record<string, string>

/** Its way for uncontrolled inputs: memoized fields, each of which subscribes to its own errors. */
const Field = memo(function Field({
  name,
  control,
  register,
}: {
  readonly name: string
  readonly control: Control<Values>
  readonly register: UseFormRegister<Values>
}): ReactNode {
  const { errors } = useFormState({ control, name, exact: true })
  const message = errors[name]?.message
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input
        id={name}
        {...register(name)}
        aria-invalid={message === undefined ? undefined : true}
        aria-describedby={message === undefined ? undefined : `${name}-error`}
      />
      {message !== undefined && (
        <p className="msg" id={`${name}-error`}>
          {message}
        </p>
      )}
    </div>
  )
})

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const { control, register, setError, clearErrors } = useForm<Values>({ mode: 'onChange' })
  ready({
    reject: ({ ResponseStatus }) => {
      for (const { FieldName, ErrorCode, Message } of ResponseStatus.Errors)
        setError(FieldName, { type: ErrorCode, message: Message })
    },
    clear: () => clearErrors(),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => (
        <Field key={name} name={name} control={control} register={register} />
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: 'react-hook-form (useFormState)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
