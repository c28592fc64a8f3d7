import { sanitize } from '@servicestack/client'
import { ApiStateContext, TextInput, useClient } from '@servicestack/react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, FormContender } from '../../form/FormContender.js'
import { FIELD_NAMES } from '../../form/payload.js'

/** Its usual way: TextInput under ApiStateContext. It clears nothing on an edit, and its message has a class of its own, so `msg` is on its box. */
function Form({ ready }: { readonly ready: (bridge: Bridge) => void }): ReactNode {
  const client = useClient()
  ready({
    // The client of the library camel-cases every answer, with sanitize.
    reject: ({ ResponseStatus }) => void client.setError(sanitize(ResponseStatus)),
    clear: () => client.clearErrors(),
  })
  const { errors = [] } = client.error ?? {}
  const rejected = new Set(errors.map(({ fieldName }) => fieldName))
  return (
    <ApiStateContext.Provider value={client}>
      <form>
        {FIELD_NAMES.map((name) => (
          <TextInput
            key={name}
            id={name}
            label={name}
            className={rejected.has(name) ? 'field msg' : 'field'}
            onChange={() =>
              client.setError({ ...client.error, errors: errors.filter(({ fieldName }) => fieldName !== name) })
            }
          />
        ))}
      </form>
    </ApiStateContext.Provider>
  )
}

export const contender: FormContender = {
  name: '@servicestack/react (ApiStateContext)',
  hasSummary: false,
  mount: (root, ready) => createRoot(root).render(<Form ready={ready} />),
}
