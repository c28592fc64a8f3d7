import { memo, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useController, useForm, type Control } from 'react-hook-form'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Values = Record<string, string>

/** Its fastest way: one memoized, controlled field each. */
const Field = memo(function Field({
  name,
  control,
}: {
  readonly name: string
  readonly control: Control<Values>
}): ReactNode {
  const { field, fieldState } = useController({ name, control })
  const message = fieldState.error?.message
  return (
    <div className="field">
      <label htmlFor={name}>{name}</label>
      <input
        id={name}
        {...field}
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
  const { control, setError, clearErrors } = useForm<Values>({
    mode: 'onChange',
    defaultValues: Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])),
  })
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
        <Field key={name} name={name} control={control} />
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: 'react-hook-form (useController)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
