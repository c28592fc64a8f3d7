import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { expectNoToast } from '../shared/toasts.js'
import { SendSmsForm } from './SendSmsForm.js'

const meta = {
  title: 'Flows/Send an SMS',
  tags: ['!autodocs'],
  component: SendSmsForm,
  args: { propertySid: 'PR2001' },
  render: (args) => (
    <>
      <h1>Send a text message</h1>
      <ApiErrorBoundary>
        <SendSmsForm {...args} />
      </ApiErrorBoundary>
    </>
  ),
} satisfies Meta<typeof SendSmsForm>
export default meta

type Story = StoryObj<typeof meta>

export const Start: Story = {}

export const EmptyRecipient: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const to = canvas.getByLabelText('To')
    const send = canvas.getByRole('button', { name: 'Send message' })

    await step('Send without a recipient', async () => {
      await userEvent.type(canvas.getByLabelText('Message'), 'Your table is ready.')
      await userEvent.click(send)
    })
    await step('The field is highlighted and says what to do', async () => {
      await canvas.findByText(/^Fill in this field/, { selector: '.rae-field-error *' })
      await expect(to).toBeInvalid()
      await expect(to).toHaveAccessibleDescription(/Fill in this field/)
    })
    await step('The summary lists it and has the focus', async () => {
      const summary = canvas.getByRole('alert')
      await expect(within(summary).getByRole('link', { name: /^.?To.?: .?Fill in this field/ })).toBeVisible()
      await expect(summary.parentElement).toHaveFocus()
    })
    await step('There is no toast', expectNoToast)
    await step('Filling it in clears it', async () => {
      await userEvent.type(to, '+442079460501')
      await expect(to).toBeValid()
      await expect(to).not.toHaveAccessibleDescription(/Fill in/)
      await expect(canvas.queryByRole('link')).toBeNull()
    })
    await step('The second try succeeds', async () => {
      await userEvent.click(send)
      await expect(await canvas.findByText('Message sent')).toBeVisible()
      await expectNoToast()
    })
  },
}

export const KeyboardOnly: Story = {
  play: async ({ canvas, userEvent, step }) => {
    const to = canvas.getByLabelText('To')

    await step('Send with Enter', async () => {
      await userEvent.tab()
      await expect(to).toHaveFocus()
      await userEvent.keyboard('020 7946 0501{Enter}')
    })
    await step('Tab to the first line of the summary and follow it', async () => {
      await canvas.findAllByRole('link')
      await userEvent.tab()
      await userEvent.keyboard('{Enter}')
      await expect(to).toHaveFocus()
      await expect(to).toHaveAccessibleDescription(/with its country code/)
    })
    await step('Correct it and send again: the next thing that is missing', async () => {
      await userEvent.clear(to)
      await userEvent.keyboard('+442079460501{Enter}')
      await userEvent.click(await canvas.findByRole('link', { name: /Message/ }))
      await expect(canvas.getByLabelText('Message')).toHaveFocus()
    })
    await step('Fill it in and send', async () => {
      await userEvent.keyboard('Your table is ready.')
      await userEvent.tab()
      await userEvent.keyboard('{Enter}')
      await expect(await canvas.findByText('Message sent')).toBeVisible()
    })
  },
}

/** No field of the form is the cause: the summary says it without a link. */
export const SmsTurnedOff: Story = {
  args: { propertySid: 'PR2002' },
  play: async ({ canvas, userEvent, step }) => {
    await step('Fill in everything and send', async () => {
      await userEvent.type(canvas.getByLabelText('To'), '+442079460501')
      await userEvent.type(canvas.getByLabelText('Message'), 'Your table is ready.')
      await userEvent.click(canvas.getByRole('button', { name: 'Send message' }))
    })
    await step('The summary says what to do, and no field is highlighted', async () => {
      await expect(await canvas.findByText(/SMS is turned off for this property/)).toBeVisible()
      await expect(canvas.queryByRole('link')).toBeNull()
      await expect(canvas.getByLabelText('To')).toBeValid()
      await expectNoToast()
    })
  },
}
