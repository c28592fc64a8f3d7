import type { Meta, StoryObj } from '@storybook/react-vite'
import { useActionState, type ReactNode } from 'react'
import { createMemoryRouter, Form, RouterProvider, useActionData, type ActionFunctionArgs } from 'react-router'
import { expect } from 'storybook/test'
import { ApiErrorBoundary, ensureOk, ErrorSummary, Field, normalizeError, useReturnedError } from '../../src/index.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { expectNoToast } from '../shared/toasts.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** What a server action does: it returns its failure, as only data can cross from the server. */
async function sendSms(form: FormData): Promise<unknown> {
  try {
    const body = { From: '+442079460101', To: form.get('to'), Text: form.get('text') }
    await telephonyFetch('/Properties/PR2001/Messages', { method: 'POST', body }).then(ensureOk)
    return { isSent: true }
  } catch (error) {
    return { error: normalizeError(error).toJSON() }
  }
}

function Fields({ state }: { readonly state: unknown }): ReactNode {
  useReturnedError(state)
  return (
    <>
      <ErrorSummary />
      <Field name="to" label="To" type="tel" />
      <Field name="text" label="Message" />
      <button className="button">Send message</button>
      <p role="status">{JSON.stringify(state).includes('isSent') && 'Your message is on its way.'}</p>
    </>
  )
}

function WithActionState(): ReactNode {
  const [state, action] = useActionState((_last: unknown, form: FormData) => sendSms(form), null)
  return (
    <ApiErrorBoundary>
      <form action={action} noValidate>
        <Fields state={state} />
      </form>
    </ApiErrorBoundary>
  )
}

function RouterPage(): ReactNode {
  return (
    <ApiErrorBoundary>
      <Form method="post" noValidate>
        <Fields state={useActionData() ?? null} />
      </Form>
    </ApiErrorBoundary>
  )
}

const router = createMemoryRouter([
  {
    path: '/',
    Component: RouterPage,
    HydrateFallback: () => null,
    action: async ({ request }: ActionFunctionArgs) => sendSms(await request.formData()),
  },
])

const meta = {
  title: 'Forms/Returned errors',
  render: () => <WithActionState />,
  parameters: { docs: { page: ComponentDocs } },
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

const play: Story['play'] = async ({ canvas, userEvent, step }) => {
  await step('Send nothing', () => userEvent.click(canvas.getByRole('button', { name: 'Send message' })))
  await step('The fields are marked, and the summary has the focus', async () => {
    await expect(await canvas.findAllByRole('link')).toHaveLength(2)
    await expect(canvas.getByLabelText('To')).toBeInvalid()
    await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
    await expectNoToast()
  })
}

/** The state of React's `useActionState`, also where the action is a server's. */
export const ActionState: Story = {
  play,
  parameters: {
    docs: appSource(`const [state, action] = useActionState(sendSms, null)
useReturnedError(state)

<form action={action}>
  <ErrorSummary />
  <Field name="to" label="To" type="tel" />
  <button>Send message</button>
</form>`).docs,
  },
}

/** The action data of React Router: what a route's action has returned. */
export const ActionData: Story = {
  render: () => <RouterProvider router={router} />,
  play,
  parameters: {
    docs: appSource(`useReturnedError(useActionData())

<Form method="post">
  <ErrorSummary />
  <Field name="to" label="To" type="tel" />
  <button>Send message</button>
</Form>`).docs,
  },
}
