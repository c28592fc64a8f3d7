import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm } from 'react-hook-form'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its usual way, that of its README: register, and formState.errors read by the form. */
function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const { register, setError, clearErrors, formState } = useForm<Record<string, string>>({ mode: 'onChange' })
  const { errors } = formState
  ready({
    reject: ({ ResponseStatus }) => {
      for (const { FieldName, ErrorCode, Message } of ResponseStatus.Errors)
        setError(FieldName, { type: ErrorCode, message: Message })
    },
    clear: () => clearErrors(),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => {
        const message = errors[name]?.message
        return (
          <div key={name} className="field">
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
      })}
    </form>
  )
}

export const contender: FormContender = {
  name: 'react-hook-form (register)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
