import { useForm } from '@mantine/form'
import { memo, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type InputProps = ReturnType<ReturnType<typeof useForm>['getInputProps']>

/** Its fastest way: uncontrolled, and each field memoized on its message; the handlers only look new. */
const Field = memo(
  function Field({
    name,
    error,
    ...props
  }: InputProps & { readonly name: string; readonly error?: string }): ReactNode {
    return (
      <div className="field">
        <label htmlFor={name}>{name}</label>
        <input
          id={name}
          name={name}
          {...props}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${name}-error`}
        />
        {error !== undefined && (
          <p className="msg" id={`${name}-error`}>
            {error}
          </p>
        )}
      </div>
    )
  },
  (before, after) => before.error === after.error,
)

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])),
  })
  ready({
    reject: ({ ResponseStatus }) =>
      form.setErrors(Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message]))),
    clear: () => form.clearErrors(),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => (
        <Field key={form.key(name)} name={name} {...form.getInputProps(name)} />
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: '@mantine/form (uncontrolled, memoized fields)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
