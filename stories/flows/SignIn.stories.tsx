import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import { ApiErrorBoundary, ApiErrorClient, ApiErrorProvider, ensureOk } from '../../src/index.js'
import { en } from '../../src/locales/en.js'
import { DEMO_TOKEN } from '../telephony-api/authenticate.js'
import { telephonyFetch } from '../telephony-api/client.js'
import { LoginForm } from './LoginForm.js'

/** An app whose session has ended: `onUnauthorized` goes to the login form, and returns nothing. */
function SessionApp(): ReactNode {
  const [token, setToken] = useState('expired')
  const [page, setPage] = useState<'numbers' | 'login'>('numbers')
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  const [apiErrors] = useState(() => {
    const client = new ApiErrorClient({ locales: [en], onUnauthorized: () => setPage('login') })
    client.attach(queryClient)
    return client
  })
  const signedIn = (next: string): void => {
    setToken(next)
    setPage('numbers')
  }
  return (
    <QueryClientProvider client={queryClient}>
      <ApiErrorProvider client={apiErrors}>
        <h1>{page === 'login' ? 'Sign in' : 'Numbers'}</h1>
        <ApiErrorBoundary key={page}>
          {page === 'login' ? (
            <LoginForm onSignedIn={signedIn} />
          ) : (
            <NumberCount token={token} onEnd={() => setToken('expired')} />
          )}
        </ApiErrorBoundary>
      </ApiErrorProvider>
    </QueryClientProvider>
  )
}

function NumberCount({ token, onEnd }: { readonly token: string; readonly onEnd: () => void }): ReactNode {
  const numbers = useQuery({
    queryKey: ['numbers', token],
    queryFn: async (): Promise<{ readonly Numbers: readonly unknown[] }> =>
      (await ensureOk(await telephonyFetch('/Numbers', { token }))).json(),
  })
  if (numbers.data === undefined) return <p>Loading numbers…</p>
  return (
    <>
      <p>{numbers.data.Numbers.length} numbers</p>
      <button className="button" type="button" onClick={onEnd}>
        End the session
      </button>
    </>
  )
}

const meta = {
  title: 'Flows/Sign in',
  tags: ['!autodocs'],
  component: SessionApp,
} satisfies Meta<typeof SessionApp>
export default meta

type Story = StoryObj<typeof meta>

export const WrongPassword: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('The session has ended: the app shows its login form', async () => {
      await expect(await canvas.findByLabelText('Password')).toBeVisible()
    })
    await step('A wrong password: the form says so, and nobody is sent anywhere', async () => {
      await userEvent.type(canvas.getByLabelText('Email address'), 'ada@dental.example')
      await userEvent.type(canvas.getByLabelText('Password'), 'wrong')
      await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
      await waitFor(() => expect(canvas.getByRole('alert').parentElement).toHaveFocus())
    })
    await step('The right one', async () => {
      await userEvent.clear(canvas.getByLabelText('Password'))
      await userEvent.type(canvas.getByLabelText('Password'), DEMO_TOKEN)
      await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
      await expect(await canvas.findByText(/\d numbers/)).toBeVisible()
    })
    await step('The session ends again: the app is asked again', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'End the session' }))
      await expect(await canvas.findByLabelText('Password')).toBeVisible()
    })
  },
}
