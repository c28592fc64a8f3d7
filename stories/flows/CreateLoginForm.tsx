import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

const scopes = ['Calls', 'Messages', 'Numbers', 'Billing']

/** Creates a login for somebody who works with a property. */
export function CreateLoginForm({ propertySid }: { readonly propertySid: string }): ReactNode {
  const create = useMutation({
    mutationFn: async (form: FormData) =>
      ensureOk(
        await telephonyFetch(`/Properties/${propertySid}/OnlineLogins`, {
          method: 'POST',
          body: {
            FirstName: form.get('firstName'),
            LastName: form.get('lastName'),
            Email: form.get('email'),
            Password: form.get('password'),
            Scopes: form
              .getAll('scopes')
              .filter((scope) => typeof scope === 'string')
              .join(','),
          },
        }),
      ),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary />
      <Field name="firstName" label="First name" autoComplete="off" />
      <Field name="lastName" label="Last name" autoComplete="off" />
      <Field name="email" label="Email address" hint="They sign in with it" type="email" autoComplete="off" />
      <Field
        name="password"
        label="Password"
        hint="10 characters or more"
        type="password"
        minLength={10}
        autoComplete="new-password"
      />
      <Field name="scopes" label="What they can work with" group="checkbox">
        {(control) => (
          <div className="choices">
            {scopes.map((scope) => (
              <label key={scope}>
                <input {...control} type="checkbox" value={scope} /> {scope}
              </label>
            ))}
          </div>
        )}
      </Field>
      <button className="button" type="submit">
        {create.isPending ? 'Creating…' : 'Create login'}
      </button>
      <p role="status">{create.isSuccess && 'Login created'}</p>
    </form>
  )
}
