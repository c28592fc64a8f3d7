import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { ErrorSummary, Field } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { FailingForm } from '../shared/FailingForm.js'
import { save } from '../shared/save.js'
import { expectNoToast } from '../shared/toasts.js'

const meta = { title: 'Surfaces/Two forms', tags: ['!autodocs'] } satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

const missing = () => makeFailure('PARAMETER_REQUIRED', { fields: ['Name', 'Email'] })

/** Each boundary is a form of its own, also where the names of the fields are the same. */
export const SameFieldNames: Story = {
  render: () => (
    <div className="columns">
      {['Account holder', 'Billing contact'].map((title) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <FailingForm fail={missing}>
            <ErrorSummary headingLevel={3} />
            <Field name="name" label="Name" />
            <Field name="email" label="Email" type="email" />
          </FailingForm>
        </section>
      ))}
    </div>
  ),
  play: async ({ canvas, userEvent, step }) => {
    const holder = within(canvas.getByRole('region', { name: 'Account holder' }))
    const billing = within(canvas.getByRole('region', { name: 'Billing contact' }))

    await step('Save the second form', () => save({ canvas: billing, userEvent }))
    await step('Only the second form shows the problems', async () => {
      await expect(await billing.findAllByRole('link')).toHaveLength(2)
      await expect(billing.getByLabelText('Name')).toBeInvalid()
      await expect(holder.getByLabelText('Name')).toBeValid()
      await expect(holder.queryByRole('link')).toBeNull()
      await expectNoToast()
    })
    await step('Its links lead to its own fields', async () => {
      await userEvent.click(billing.getByRole('link', { name: /Email/ }))
      await expect(billing.getByLabelText('Email')).toHaveFocus()
    })
    await step('Editing the first form leaves the second as it is', async () => {
      await userEvent.type(holder.getByLabelText('Name'), 'Ada')
      await expect(billing.getByLabelText('Name')).toBeInvalid()
    })
  },
}
