import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Field } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { FailingForm } from '../shared/FailingForm.js'
import { save } from '../shared/save.js'
import { expectNoToast } from '../shared/toasts.js'

const meta = { title: 'Forms/Groups', tags: ['!autodocs'] } satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

/** Two answers that do not go together are one problem: both fields are marked, and one message describes both. */
export const ConflictingFields: Story = {
  render: () => (
    <FailingForm
      summary
      fail={() => makeFailure('CONFLICTING_PARAMETERS', { fields: ['RoutingMethod', 'EndpointNumber'] })}
    >
      <Field name="friendly" label="Name" />
      <Field name="routingMethod" label="Route calls to">
        <select defaultValue="Flow">
          <option value="Endpoint">A number</option>
          <option value="Flow">A flow</option>
        </select>
      </Field>
      <Field name="endpointNumber" label="Number to ring" type="tel" defaultValue="+442079460101" />
    </FailingForm>
  ),
  play: async ({ canvas, userEvent, step }) => {
    const [method, number] = [canvas.getByLabelText('Route calls to'), canvas.getByLabelText('Number to ring')]
    await step('Save', () => save({ canvas, userEvent }))
    await step('Both fields are marked, and the message stands once', async () => {
      await expect(await canvas.findAllByRole('link')).toHaveLength(1)
      await expect(method).toBeInvalid()
      await expect(number).toBeInvalid()
      await expect(number.getAttribute('aria-describedby')?.split(' ')).toContain(
        method.getAttribute('aria-describedby'),
      )
      await expectNoToast()
    })
    await step('Clearing the number deals with both', async () => {
      await userEvent.clear(number)
      await expect(method).toBeValid()
      await expect(canvas.queryByRole('link')).toBeNull()
    })
  },
}

/** The parts of a date stand below one legend; the summary leads to the first of them. */
export const DateRange: Story = {
  render: () => (
    <FailingForm summary fail={() => makeFailure('INVALID_DATE_RANGE', { fields: ['StartDate', 'EndDate'] })}>
      {['Start date', 'End date'].map((label) => (
        <Field key={label} name={label.replace(' ', '')} label={label} group="parts">
          {(props) => (
            <span className="date-parts">
              {['Day', 'Month', 'Year'].map((part) => (
                <label key={part}>
                  {part}{' '}
                  <input
                    {...props}
                    className="rae-control"
                    name={`${props.name}.${part}`}
                    inputMode="numeric"
                    size={4}
                  />
                </label>
              ))}
            </span>
          )}
        </Field>
      ))}
    </FailingForm>
  ),
  play: async ({ canvas, userEvent, step }) => {
    await step('Save', () => save({ canvas, userEvent }))
    await step('The link leads to the first part of the first date', async () => {
      await userEvent.click(await canvas.findByRole('link', { name: /dates cannot be used together/ }))
      await expect(canvas.getAllByLabelText('Day')[0]).toHaveFocus()
    })
    await step('Both dates are described by the same message', async () => {
      const [start, end] = canvas.getAllByRole('group')
      await expect(start).toHaveAccessibleDescription(/dates cannot be used together/)
      await expect(end).toHaveAccessibleDescription(/dates cannot be used together/)
    })
  },
}
