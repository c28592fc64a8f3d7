import { useForm } from '@tanstack/react-form'
import { batch } from '@tanstack/store'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its fastest way: setFieldMeta for each rejected field, in one batch of its store. */
function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const form = useForm({ defaultValues: Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) })
  const put = (name: string, message: string | undefined) =>
    form.setFieldMeta(name, (meta) => ({ ...meta, errorMap: { ...meta.errorMap, onSubmit: message } }))
  ready({
    reject: ({ ResponseStatus }) =>
      batch(() => {
        for (const { FieldName, Message } of ResponseStatus.Errors) put(FieldName, Message)
      }),
    clear: () => {
      const invalid = FIELD_NAMES.filter((name) => form.getFieldMeta(name)?.isValid === false)
      batch(() => {
        for (const name of invalid) put(name, undefined)
      })
    },
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
  name: '@tanstack/react-form (setFieldMeta, batched)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
