import { useState, type ReactNode } from 'react'
import { FieldError, Form as AriaForm, Input, Label, TextField } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its usual way: validationErrors of the form. By itself it clears an error at the `change` event, when the user leaves the input. */
function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const [messages, setMessages] = useState<Record<string, string | string[]>>({})
  ready({
    reject: ({ ResponseStatus }) =>
      setMessages(Object.fromEntries(ResponseStatus.Errors.map(({ FieldName, Message }) => [FieldName, Message]))),
    clear: () => setMessages({}),
  })
  return (
    <AriaForm validationErrors={messages}>
      {FIELD_NAMES.map((name) => (
        <TextField
          key={name}
          className="field"
          name={name}
          onChange={() => setMessages((all) => ({ ...all, [name]: [] }))}
        >
          <Label>{name}</Label>
          <Input />
          <FieldError className="msg" />
        </TextField>
      ))}
    </AriaForm>
  )
}

export const contender: FormContender = {
  name: 'react-aria-components (validationErrors)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
