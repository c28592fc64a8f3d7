import { memo, useCallback, useState, type ReactNode } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its fastest way: memoized fields under the control of isInvalid, past the form's validationErrors. */
const Field = memo(function Field({
  name,
  message,
  clear,
}: {
  readonly name: string
  readonly message: string | undefined
  readonly clear: (name: string) => void
}): ReactNode {
  return (
    <TextField
      className="field"
      name={name}
      validationBehavior="aria"
      isInvalid={message !== undefined}
      onChange={() => clear(name)}
    >
      <Label>{name}</Label>
      <Input />
      <FieldError className="msg">{message}</FieldError>
    </TextField>
  )
})

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const [messages, setMessages] = useState<Readonly<Record<string, string | undefined>>>({})
  const clear = useCallback((name: string) => setMessages((all) => ({ ...all, [name]: undefined })), [])
  ready({
    reject: ({ ResponseStatus }) =>
      setMessages(Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message]))),
    clear: () => setMessages({}),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => (
        <Field key={name} name={name} message={messages[name]} clear={clear} />
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: 'react-aria-components (isInvalid, memoized fields)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
