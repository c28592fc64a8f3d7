import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { expectNoToast } from '../shared/toasts.js'
import { CreateLoginForm } from './CreateLoginForm.js'

const meta = {
  title: 'Flows/Create an online login',
  tags: ['!autodocs'],
  component: CreateLoginForm,
  args: { propertySid: 'PR2001' },
  render: (args) => (
    <>
      <h1>Create an online login</h1>
      <ApiErrorBoundary>
        <CreateLoginForm {...args} />
      </ApiErrorBoundary>
    </>
  ),
} satisfies Meta<typeof CreateLoginForm>
export default meta

type Story = StoryObj<typeof meta>

export const Start: Story = {}

export const EmailInUse: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const email = canvas.getByLabelText('Email address')
    const create = canvas.getByRole('button', { name: 'Create login' })

    await step('Fill in the form with an email address that has a login', async () => {
      await userEvent.type(canvas.getByLabelText('First name'), 'Grace')
      await userEvent.type(canvas.getByLabelText('Last name'), 'Hopper')
      await userEvent.type(email, 'ada@dental.example')
      await userEvent.type(canvas.getByLabelText('Password'), 'a long password')
      await userEvent.click(canvas.getByLabelText('Calls'))
      await userEvent.click(create)
    })
    await step('The field is highlighted; the summary lists it and has the focus', async () => {
      await expect(await canvas.findByRole('link', { name: /already has a login/ })).toBeVisible()
      await expect(email).toBeInvalid()
      await expect(email).toHaveAccessibleDescription(/already has a login/)
      await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
    })
    await step('There is no toast', expectNoToast)
    await step('Another address clears it, and what else was filled in is still there', async () => {
      await userEvent.clear(email)
      await userEvent.type(email, 'grace@dental.example')
      await expect(email).toBeValid()
      await expect(canvas.queryByRole('link')).toBeNull()
      await expect(canvas.getByLabelText('First name')).toHaveValue('Grace')
      await expect(canvas.getByLabelText('Password')).toHaveValue('a long password')
    })
    await step('The second try succeeds', async () => {
      await userEvent.click(create)
      await expect(await canvas.findByText('Login created')).toBeVisible()
    })
  },
}

export const Empty: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('Send the empty form', () => userEvent.click(canvas.getByRole('button', { name: 'Create login' })))
    await step('The summary lists all five fields in the order of the page', async () => {
      const links = await canvas.findAllByRole('link')
      const labels = ['First name', 'Last name', 'Email address', 'Password', 'What they can work with']
      await expect(links).toHaveLength(labels.length)
      for (const [index, label] of labels.entries()) await expect(links[index]).toHaveTextContent(label)
      await expectNoToast()
    })
    await step('Each edit takes its own line away', async () => {
      await userEvent.type(canvas.getByLabelText('Last name'), 'H')
      await expect(canvas.getAllByRole('link')).toHaveLength(4)
      await userEvent.click(canvas.getByLabelText('Messages'))
      await expect(canvas.getAllByRole('link')).toHaveLength(3)
    })
  },
}

/** The limit comes from the control: the API sends no numbers. */
export const ShortPassword: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const password = canvas.getByLabelText('Password')
    await step('Fill in the form with a short password', async () => {
      await userEvent.type(canvas.getByLabelText('First name'), 'Grace')
      await userEvent.type(canvas.getByLabelText('Last name'), 'Hopper')
      await userEvent.type(canvas.getByLabelText('Email address'), 'grace@dental.example')
      await userEvent.type(password, 'secret')
      await userEvent.click(canvas.getByLabelText('Calls'))
      await userEvent.click(canvas.getByRole('button', { name: 'Create login' }))
    })
    await step('The field says how long it has to be', async () => {
      await expect(await canvas.findByRole('link', { name: /Password.*10 characters or more/ })).toBeVisible()
      await expect(password).toHaveAccessibleDescription(/Use .?10.? characters or more/)
    })
  },
}
