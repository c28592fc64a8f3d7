import { sanitize, type ResponseStatus } from '@servicestack/client'
import { TextInput } from '@servicestack/react'
import { memo, useCallback, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

type Statuses = Readonly<Record<string, ResponseStatus | undefined>>

/** Its fastest way: memoized fields, each with a status of its own. Its message has a class of its own, so `msg` is on its box. */
const Field = memo(function Field({
  name,
  status,
  clear,
}: {
  readonly name: string
  readonly status: ResponseStatus | undefined
  readonly clear: (name: string) => void
}): ReactNode {
  return (
    <TextInput
      id={name}
      label={name}
      className={status === undefined ? 'field' : 'field msg'}
      status={status ?? null}
      onChange={() => clear(name)}
    />
  )
})

/** The client of the library camel-cases every answer, with sanitize. */
function split(status: unknown): Statuses {
  const { errors = [] }: ResponseStatus = sanitize(status)
  return Object.fromEntries(errors.map((error) => [error.fieldName, { errors: [error] }]))
}

function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const [statuses, setStatuses] = useState<Statuses>({})
  const clear = useCallback((name: string) => setStatuses((all) => ({ ...all, [name]: undefined })), [])
  ready({
    reject: ({ ResponseStatus }) => setStatuses(split(ResponseStatus)),
    clear: () => setStatuses({}),
  })
  return (
    <form>
      {FIELD_NAMES.map((name) => (
        <Field key={name} name={name} status={statuses[name]} clear={clear} />
      ))}
    </form>
  )
}

export const contender: FormContender = {
  name: '@servicestack/react (status, memoized fields)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
