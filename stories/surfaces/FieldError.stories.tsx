import type { Meta, StoryObj } from '@storybook/react-vite'
import { useId, type ReactNode } from 'react'
import { expect } from 'storybook/test'
import { FieldError, useFieldError } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { inFailingForm } from '../shared/FailingForm.js'
import { save } from '../shared/save.js'

/** A field with markup of its own: the hook binds the control, the component shows the message. */
function AmountField(): ReactNode {
  const { controlProps } = useFieldError('amount')
  const id = useId()
  return (
    <div className="amount">
      <label className="rae-label" htmlFor={id}>
        Top up by
      </label>
      <FieldError name="amount" />
      <div>
        <span aria-hidden="true">£</span>
        <input
          {...controlProps}
          id={id}
          className="rae-control"
          inputMode="decimal"
          defaultValue="5"
          min="10"
          max="500"
        />
      </div>
    </div>
  )
}

const meta = {
  title: 'Surfaces/FieldError',
  component: FieldError,
  args: { name: 'amount' },
  render: () => <AmountField />,
  decorators: [inFailingForm(() => makeFailure('PARAMETER_INVALID', { fields: ['Amount'] }))],
  parameters: {
    docs: {
      page: ComponentDocs,
      ...appSource(`function AmountField() {
  const { controlProps } = useFieldError('amount')
  return (
    <div>
      <label htmlFor="amount">Top up by</label>
      <FieldError name="amount" />
      £ <input {...controlProps} id="amount" inputMode="decimal" min="10" max="500" />
    </div>
  )
}`).docs,
    },
  },
} satisfies Meta<typeof FieldError>
export default meta

type Story = StoryObj<typeof meta>

/** Nothing is rendered while there is no problem. */
export const NoProblem: Story = {
  parameters: { docs: { press: [] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Top up by')).not.toHaveAttribute('aria-describedby')
  },
}

export const Problem: Story = {
  parameters: { docs: { opensPage: true } },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/between .?10.? and .?500/)).toBeVisible()
    await expect(context.canvas.getByLabelText('Top up by')).toHaveAccessibleDescription(/between .?10.? and .?500/)
  },
}
