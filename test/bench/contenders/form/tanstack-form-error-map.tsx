import { useForm } from '@tanstack/react-form'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Errors = { readonly fields: Readonly<Record<string, string>> } | undefined

/** Its usual way: setErrorMap of the form, for all fields at once. */
function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const form = useForm({
    defaultValues: Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])),
    validators: { onSubmit: (): Errors => undefined },
  })
  ready({
    reject: ({ ResponseStatus }) =>
      form.setErrorMap({
        onSubmit: {
          fields: Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message])),
        },
      }),
    clear: () => form.setErrorMap({ onSubmit: { fields: {} } }),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => (
        <form.Field key={name} name={name}>
          {({ state, handleChange, handleBlur }) => {
            const [message] = state.meta.errors
            return (
              <div className="field">
                <label htmlFor={name}>{name}</label>
                <input
                  id={name}
                  name={name}
                  value={state.value}
                  onChange={(event) => handleChange(event.target.value)}
                  onBlur={handleBlur}
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
          }}
        </form.Field>
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: '@tanstack/react-form (setErrorMap)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
