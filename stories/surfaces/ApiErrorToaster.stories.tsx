import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor, within } from 'storybook/test'
import { ApiErrorToaster, type ApiErrorToasterProps, type ErrorCode, type PseudoCode } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { findToast, findToasts, shownToasts } from '../shared/toasts.js'
import { FailingButton } from './FailingButton.js'

const codes = ['ADDRESS_CANNOT_BE_DELETED', 'PROJECT_LIMIT_REACHED', 'NO_SMS_AGREEMENT', 'HTTP_500', 'NETWORK'] as const
const labels: Readonly<Partial<Record<ErrorCode | PseudoCode, string>>> = {
  ADDRESS_CANNOT_BE_DELETED: 'Delete address',
  PROJECT_LIMIT_REACHED: 'Create project',
  NO_SMS_AGREEMENT: 'Send reminder',
  HTTP_500: 'Import numbers',
  NETWORK: 'Archive messages',
}

/** The toaster is part of the app around every story. */
const meta = {
  title: 'Surfaces/ApiErrorToaster',
  component: ApiErrorToaster,
  render: () => (
    <>
      <h1>Harbor Dental</h1>
      <p>Nothing here is a form: what fails has no better place than a toast.</p>
      {codes.map((code) => (
        <FailingButton key={code} label={labels[code] ?? code} fail={() => makeFailure(code, { fields: [] })} />
      ))}
    </>
  ),
  parameters: {
    docs: {
      page: ComponentDocs,
      ...appSource(`<ApiErrorProvider client={apiErrors}>
  <App />
  <ApiErrorToaster />
</ApiErrorProvider>

function DeleteButton({ addressSid }: { addressSid: string }) {
  const remove = useMutation({
    mutationFn: async () => ensureOk(await fetch(\`/v2/Addresses/\${addressSid}\`, { method: 'DELETE' })),
  })
  return <button onClick={() => remove.mutate()}>Delete address</button>
}`).docs,
    },
  },
} satisfies Meta<typeof ApiErrorToaster>
export default meta

type Story = StoryObj<typeof meta>

export const OneToast: Story = {
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Delete address' })
    await userEvent.click(button)
    await expect(await findToast()).toHaveTextContent(
      /still linked to phone numbers.*Link them to another address first/,
    )
    await expect(button).toHaveFocus()
  },
}

export const ThreeToasts: Story = {
  parameters: { docs: { press: ['Delete address', 'Create project', 'Import numbers'] } },
  play: async ({ canvas, userEvent }) => {
    for (const name of ['Delete address', 'Create project', 'Import numbers'])
      await userEvent.click(canvas.getByRole('button', { name }))
    const toasts = await findToasts(3)
    await expect(toasts[0]).toHaveTextContent('There is a problem with the service')
  },
}

/** Three are shown, and how many wait. */
export const MoreThanTheLimit: Story = {
  parameters: { docs: { press: codes.map((code) => labels[code] ?? code) } },
  play: async ({ canvas, userEvent, step }) => {
    await step('Five different failures', async () => {
      for (const button of canvas.getAllByRole('button')) await userEvent.click(button)
      await findToasts(3)
      await waitFor(() => expect(within(document.body).getByText(/^.?2.? more notifications/)).toBeVisible())
    })
    await step('Closing one makes room for another', async () => {
      const [newest] = shownToasts()
      await expect(newest).toHaveTextContent('We could not reach the service')
      if (newest !== undefined) await userEvent.click(within(newest).getByRole('button', { name: 'Close' }))
      await findToasts(3)
      await expect(within(document.body).getByText(/^.?1.? more notification/)).toBeVisible()
    })
  },
}

const addresses = ['Delete Main street', 'Delete Side street', 'Delete Back street']

/** Equal failures share one toast; the next try of one button takes the place of its last. */
export const Collapsed: Story = {
  parameters: { docs: { press: addresses } },
  render: () => (
    <>
      <h1>Addresses</h1>
      {addresses.map((label) => (
        <FailingButton
          key={label}
          label={label}
          fail={() => makeFailure('ADDRESS_CANNOT_BE_DELETED', { fields: [] })}
        />
      ))}
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    for (const name of addresses) await userEvent.click(canvas.getByRole('button', { name }))
    await waitFor(async () => expect(await findToast()).toHaveTextContent('×3'))
  },
}

const archive = fn()

/** What can succeed later can be tried again from the toast. */
export const TryAgain: Story = {
  beforeEach: () => {
    archive.mockReset()
    archive.mockReturnValueOnce(makeFailure('NETWORK'))
  },
  render: () => (
    <>
      <h1>Messages</h1>
      <FailingButton label="Archive messages" fail={archive} />
    </>
  ),
  play: async ({ canvas, userEvent, step }) => {
    await step('It fails for want of a connection', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Archive messages' }))
      await expect(await findToast()).toHaveTextContent('We could not reach the service')
    })
    await step('Try again succeeds, and the toast goes', async () => {
      await userEvent.click(within(await findToast()).getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(shownToasts()).toHaveLength(0))
      await expect(archive).toHaveBeenCalledTimes(2)
    })
  },
}

const openLogin = fn()
const actions: ApiErrorToasterProps['actions'] = ({ error, params, dismiss }) =>
  error.code === 'ONLINE_LOGIN_EMAIL_EXISTS'
    ? [{ label: `Open ${params.login}`, onPress: () => [openLogin(params.login), dismiss()] }]
    : []

/** Buttons and links of the app, and at the top: `actions` and `position` of the toaster. */
export const ActionsAtTheTop: Story = {
  parameters: { toaster: { actions, position: 'top-center' } },
  render: () => (
    <>
      <h1>Logins</h1>
      <FailingButton
        label="Create login"
        fail={() => makeFailure('ONLINE_LOGIN_EMAIL_EXISTS', { fields: [] })}
        params={{ login: 'Ada Jansen' }}
      />
    </>
  ),
  play: async ({ canvas, userEvent }) => {
    openLogin.mockReset()
    await userEvent.click(canvas.getByRole('button', { name: 'Create login' }))
    await userEvent.click(within(await findToast()).getByRole('button', { name: 'Open Ada Jansen' }))
    await expect(openLogin).toHaveBeenCalledWith('Ada Jansen')
    await waitFor(() => expect(shownToasts()).toHaveLength(0))
  },
}

export const KeyboardOnly: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const button = canvas.getByRole('button', { name: 'Delete address' })
    await step('Press the button with Enter', async () => {
      await userEvent.tab()
      await userEvent.keyboard('{Enter}')
      await findToast()
      await expect(button).toHaveFocus()
    })
    await step('F6 goes to the toast and back', async () => {
      await userEvent.keyboard('{F6}')
      await expect(await findToast()).toContainElement(
        document.activeElement instanceof HTMLElement ? document.activeElement : null,
      )
      await userEvent.keyboard('{F6}')
      await expect(button).toHaveFocus()
    })
    await step('Escape closes it, and the focus goes back', async () => {
      await userEvent.keyboard('{F6}{Escape}')
      await waitFor(() => expect(shownToasts()).toHaveLength(0))
      await expect(button).toHaveFocus()
    })
  },
}
