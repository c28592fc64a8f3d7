import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import { ErrorSummary, Field } from '../../src/index.js'
import { ApiForm } from '../../src/react/form/ApiForm.js'
import { ProblemCount } from '../../src/react/field/ProblemCount.js'
import { makeFailure } from '../../src/testing/makeFailure.js'

const steps = [
  { title: 'Message', names: ['to', 'text'] },
  { title: 'Delivery', names: ['schedule'] },
] as const

/** A form in steps, of which one is on the page; a folded part is in the second. */
function Steps(): ReactNode {
  const [step, setStep] = useState(1)
  return (
    <ApiForm
      onSubmit={() => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['Text', 'Schedule', 'WebhookUri'] }))}
      onReveal={(name) => setStep(/^(to|text)$/i.test(name) ? 0 : 1)}
    >
      <ErrorSummary />
      <p className="toolbar">
        {steps.map(({ title, names }, index) => (
          <button
            key={title}
            className="button"
            data-kind="secondary"
            type="button"
            aria-pressed={step === index}
            onClick={() => setStep(index)}
          >
            {title} <ProblemCount names={names} />
          </button>
        ))}
      </p>
      {step === 0 ? (
        <>
          <Field name="to" label="To" />
          <Field name="text" label="Text" />
        </>
      ) : (
        <>
          <Field name="schedule" label="Send at" />
          <details>
            <summary>
              Webhook <ProblemCount names={['webhookUri']} />
            </summary>
            <Field name="webhookUri" label="Address" />
          </details>
        </>
      )}
      <button className="button">Send message</button>
    </ApiForm>
  )
}

const meta = { title: 'Forms/Reveal', tags: ['!autodocs'], component: Steps } satisfies Meta<typeof Steps>
export default meta

type Story = StoryObj<typeof meta>

/** A link of the summary opens what hides its field, and headers say how many problems are inside. */
export const StepsAndDetails: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('Send', () => userEvent.click(canvas.getByRole('button', { name: 'Send message' })))
    await step('The headers count', async () => {
      await expect(await canvas.findByRole('button', { name: 'Message 1 problem' })).toBeVisible()
      await expect(canvas.getByText('Webhook')).toHaveTextContent('Webhook 1 problem')
    })
    await step('A link opens the folded part', async () => {
      await userEvent.click(canvas.getByRole('link', { name: /Address/ }))
      await waitFor(() => expect(canvas.getByLabelText('Address')).toHaveFocus())
    })
    await step('A link goes back to the first step', async () => {
      await userEvent.click(canvas.getByRole('link', { name: /Text/ }))
      await waitFor(() => expect(canvas.getByLabelText('Text')).toHaveFocus())
      await expect(canvas.getByLabelText('Text')).toBeInvalid()
    })
  },
}
