import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { ensureOk, ErrorSummary, FieldError } from '../../src/index.js'
import { ApiForm } from '../../src/react/form/ApiForm.js'
import { telephonyFetch } from '../telephony-api/client.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { expectNoToast } from '../shared/toasts.js'

/** May throw: no error code in it, and no state. */
async function sendSms(form: FormData): Promise<void> {
  await ensureOk(
    await telephonyFetch('/Properties/PR2001/Messages', {
      method: 'POST',
      body: { From: form.get('from'), To: form.get('to'), Text: form.get('text') },
    }),
  )
}

const meta = {
  title: 'Forms/ApiForm',
  component: ApiForm,
  render: () => (
    <ApiForm onSubmit={sendSms}>
      <ErrorSummary />
      <p className="rae-field">
        <label className="rae-label" htmlFor="to">
          To
        </label>
        <FieldError name="to" />
        <input className="rae-control" id="to" name="to" type="tel" />
      </p>
      <p className="rae-field">
        <label className="rae-label" htmlFor="text">
          Message
        </label>
        <textarea className="rae-control" id="text" name="text" rows={3} />
      </p>
      <input type="hidden" name="from" value="+442079460101" />
      <button className="button">Send message</button>
    </ApiForm>
  ),
  parameters: {
    docs: {
      page: ComponentDocs,
      ...appSource(`async function sendSms(form: FormData) {
  await ensureOk(await fetch('/v2/Messages', { method: 'POST', body: form }))
}

<ApiForm onSubmit={sendSms}>
  <ErrorSummary />
  <label htmlFor="to">To</label>
  <FieldError name="to" />
  <input id="to" name="to" type="tel" />
  <label htmlFor="text">Message</label>
  <textarea id="text" name="text" />
  <button>Send message</button>
</ApiForm>`).docs,
    },
  },
} satisfies Meta<typeof ApiForm<FormData>>
export default meta

type Story = StoryObj<typeof meta>

/** Controls are found by their names. With a FieldError the message stands beside the control, else in the summary. */
export const PlainControls: Story = {
  args: { onSubmit: sendSms },
  play: async ({ canvas, userEvent, step }) => {
    const [to, text] = [canvas.getByLabelText('To'), canvas.getByLabelText('Message')]
    await step('Send nothing', () => userEvent.click(canvas.getByRole('button', { name: 'Send message' })))
    await step('Both controls are marked and described', async () => {
      await expect(await canvas.findAllByRole('link')).toHaveLength(2)
      await expect(to).toHaveAccessibleDescription(/Fill in this field/)
      await expect(text).toHaveAccessibleDescription(/Fill in this field/)
      await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
      await expectNoToast()
    })
    await step('Fill them in and send', async () => {
      await userEvent.type(to, '+442079460501')
      await expect(to).toBeValid()
      await userEvent.type(text, 'Your table is ready.')
      await userEvent.click(canvas.getByRole('button', { name: 'Send message' }))
      await expect(await canvas.findByText('Saved')).toBeInTheDocument()
      await expect(to).toHaveValue('+442079460501')
    })
  },
}
