import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { expectNoToast } from '../shared/toasts.js'
import { ConfigureNumberForm, numberFormAliases } from './ConfigureNumberForm.js'

const meta = {
  title: 'Flows/Configure a number',
  tags: ['!autodocs'],
  component: ConfigureNumberForm,
  args: { number: '442079460101' },
  render: (args) => (
    <>
      <h1>
        Configure <bdi dir="ltr">+44 20 7946 0101</bdi>
      </h1>
      <ApiErrorBoundary aliases={numberFormAliases}>
        <ConfigureNumberForm {...args} />
      </ApiErrorBoundary>
    </>
  ),
} satisfies Meta<typeof ConfigureNumberForm>
export default meta

type Story = StoryObj<typeof meta>

/** Choices stand below their legend, in the column of the form. */
export const Start: Story = {
  play: async ({ canvas }) => {
    const group = canvas.getByRole('radiogroup', { name: 'Where calls go' })
    const legend = within(group).getByText('Where calls go').getBoundingClientRect()
    const choice = within(group).getByLabelText('A telephone').getBoundingClientRect()
    await expect(choice.top).toBeGreaterThanOrEqual(legend.bottom)
    await expect(choice.left).toBe(legend.left)
  },
}

/** The API says EndpointNumber, the form says phoneNumber: the boundary's aliases bring them together. */
export const IncompleteTelephone: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const phone = canvas.getByLabelText('Telephone')
    const save = canvas.getByRole('button', { name: 'Save changes' })

    await step('Save a telephone number without its country code', async () => {
      await userEvent.type(phone, '020 7946 0501')
      await userEvent.click(save)
    })
    await step('The field is highlighted; the summary lists it and has the focus', async () => {
      const link = await canvas.findByRole('link', { name: /Enter a phone number with its country code/ })
      await expect(phone).toBeInvalid()
      await expect(phone).toHaveAccessibleDescription(/Enter a phone number with its country code/)
      await expect(canvas.getByRole('alert')).toContainElement(link)
      await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
    })
    await step('There is no toast', expectNoToast)
    await step('The link leads to the field; editing clears it', async () => {
      await userEvent.click(canvas.getByRole('link'))
      await expect(phone).toHaveFocus()
      await userEvent.clear(phone)
      await userEvent.type(phone, '+442079460501')
      await expect(phone).toBeValid()
      await expect(canvas.queryByRole('link')).toBeNull()
    })
    await step('The second try succeeds', async () => {
      await userEvent.click(save)
      await expect(await canvas.findByText('Changes saved')).toBeVisible()
    })
  },
}

/** Two answers that do not go together: one message for both fields, and changing either deals with it. */
export const TelephoneAndFlow: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const group = canvas.getByRole('radiogroup', { name: 'Where calls go' })
    const phone = canvas.getByLabelText('Telephone')
    const save = canvas.getByRole('button', { name: 'Save changes' })

    await step('Choose a flow, and fill in a telephone as well', async () => {
      await userEvent.click(within(group).getByLabelText('A call flow'))
      await userEvent.selectOptions(canvas.getByLabelText('Call flow'), 'Office hours')
      await userEvent.type(phone, '+442079460501')
      await userEvent.click(save)
    })
    await step('Both are marked; the summary has one line for them', async () => {
      await expect(await canvas.findByRole('link')).toHaveTextContent(/do not go together:.*Where calls go.*Telephone/)
      await expect(group).toBeInvalid()
      await expect(group).toHaveAccessibleDescription(/do not go together/)
      await expect(phone).toBeInvalid()
      await expect(phone).toHaveAccessibleDescription(/do not go together/)
      await expectNoToast()
    })
    await step('The line leads to the group', async () => {
      await userEvent.tab()
      await userEvent.keyboard('{Enter}')
      await expect(group).toContainElement(
        document.activeElement instanceof HTMLElement ? document.activeElement : null,
      )
    })
    await step('Clearing the telephone clears both, and the second try succeeds', async () => {
      await userEvent.clear(phone)
      await expect(canvas.queryByText(/do not go together/)).toBeNull()
      await expect(phone).toBeValid()
      await userEvent.click(save)
      await expect(await canvas.findByText('Changes saved')).toBeVisible()
    })
  },
}
