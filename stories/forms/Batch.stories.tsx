import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import { readBatchErrors } from '../../src/core/normalize/readBatchErrors.js'
import { ensureOk, ErrorSummary, Field } from '../../src/index.js'
import { ApiForm } from '../../src/react/form/ApiForm.js'
import { telephonyFetch } from '../telephony-api/client.js'

/** The answer is good, and items of it have failed: what is returned is shown. */
async function sendBatch(form: FormData): Promise<unknown> {
  const Messages = [0, 1].map((row) => ({
    From: '+442079460101',
    To: form.get(`messages.${row}.to`),
    Text: form.get(`messages.${row}.text`),
  }))
  const response = await ensureOk(
    await telephonyFetch('/Properties/PR2001/BatchMessages', { method: 'POST', body: { Messages } }),
  )
  return readBatchErrors(await response.json())
}

function BatchForm(): ReactNode {
  return (
    <ApiForm onSubmit={sendBatch}>
      <ErrorSummary />
      {[0, 1].map((row) => (
        <fieldset key={row}>
          <legend>Message {row + 1}</legend>
          <Field name={`messages.${row}.to`} label={`To ${row + 1}`} type="tel" />
          <Field name={`messages.${row}.text`} label={`Text ${row + 1}`} />
        </fieldset>
      ))}
      <button className="button">Send both</button>
    </ApiForm>
  )
}

const meta = { title: 'Forms/Batch', tags: ['!autodocs'], component: BatchForm } satisfies Meta<typeof BatchForm>
export default meta

type Story = StoryObj<typeof meta>

/** Each message of a batch can fail on its own: its row shows why, the other is sent. */
export const OneRowFails: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('Send one good and one bad message', async () => {
      await userEvent.type(canvas.getByLabelText('To 1'), '+442079460501')
      await userEvent.type(canvas.getByLabelText('Text 1'), 'Your table is ready.')
      await userEvent.type(canvas.getByLabelText('To 2'), '020 7946 0501')
      await userEvent.type(canvas.getByLabelText('Text 2'), 'Your table is ready.')
      await userEvent.click(canvas.getByRole('button', { name: 'Send both' }))
    })
    await step('Only the second row shows a problem', async () => {
      await expect(await canvas.findAllByRole('link')).toHaveLength(1)
      await expect(canvas.getByLabelText('To 2')).toBeInvalid()
      await expect(canvas.getByLabelText('To 1')).toBeValid()
    })
  },
}
