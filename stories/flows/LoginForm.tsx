import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** Signs in. Its field with `autoComplete="current-password"` says that a 401 is this form's own, and no ended session. */
export function LoginForm({ onSignedIn }: { readonly onSignedIn: (token: string) => void }): ReactNode {
  const login = useMutation({
    mutationFn: async (form: FormData) => {
      // The mock API has no passwords: the token is what it judges.
      const password = form.get('password')
      const token = typeof password === 'string' ? password : ''
      await ensureOk(await telephonyFetch('/Numbers', { token }))
      return token
    },
    onSuccess: onSignedIn,
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        login.mutate(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary />
      <Field name="user" label="Email address" type="email" autoComplete="username" />
      <Field name="password" label="Password" type="password" autoComplete="current-password" />
      <button className="button" type="submit">
        {login.isPending ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  )
}
