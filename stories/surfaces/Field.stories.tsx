import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { expect, within } from 'storybook/test'
import { Field, normalizeError } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource, element } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { inFailingForm } from '../shared/FailingForm.js'
import { save } from '../shared/save.js'

const code = (props: ComponentProps<typeof Field>): string => element('Field', { ...props, children: undefined })

const meta = {
  title: 'Surfaces/Field',
  component: Field,
  args: { name: 'to', label: 'To', type: 'tel' },
  parameters: { docs: { page: ComponentDocs, ...appSource(code).docs } },
} satisfies Meta<typeof Field>
export default meta

type Story = StoryObj<typeof meta>

const missing = inFailingForm(() => makeFailure('PARAMETER_REQUIRED', { fields: ['To'] }))

export const Default: Story = { decorators: [missing], parameters: { docs: { press: [] } } }

export const Hint: Story = {
  decorators: [missing],
  parameters: { docs: { press: [] } },
  args: { hint: 'With the country code, like +44 20 7946 0501' },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('To')).toHaveAccessibleDescription(
      'With the country code, like +44 20 7946 0501',
    )
  },
}

/** There is no summary on the page, so the field itself takes the focus. */
export const Error: Story = {
  decorators: [missing],
  parameters: { docs: { opensPage: true } },
  play: async (context) => {
    await save(context)
    const to = context.canvas.getByLabelText('To')
    await expect(await context.canvas.findByText('Fill in this field')).toBeVisible()
    await expect(to).toBeInvalid()
    await expect(to).toHaveFocus()
  },
}

/** The hint stays: it says how to fix the problem. */
export const ErrorWithHint: Story = {
  decorators: [inFailingForm(() => makeFailure('INVALID_PHONENUMBER_FORMAT', { fields: ['To'] }))],
  args: { hint: 'The telephone that the message goes to', defaultValue: '020 7946 0501' },
  play: async (context) => {
    await save(context)
    await context.canvas.findByText(/^Enter a phone number/)
    await expect(context.canvas.getByLabelText('To')).toHaveAccessibleDescription(
      /^The telephone that the message goes to Error: Enter a phone number/,
    )
  },
}

/** The API sends its facts in an English sentence only: it stands below our own, marked as English. */
export const ErrorWithDetail: Story = {
  decorators: [
    inFailingForm(() =>
      makeFailure('PARAMETER_INVALID', {
        fields: ['ChannelLimit'],
        message: 'ChannelLimit must be between 0 and 1000; it is 5000.',
      }),
    ),
  ],
  args: { name: 'channelLimit', label: 'Channels', type: 'text', inputMode: 'numeric', defaultValue: '5000' },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/must be between 0 and 1000/)).toHaveAttribute('lang', 'en')
  },
}

const deletedTrunk = {
  ResponseStatus: {
    ErrorCode: 'SIP_TRUNK_WAS_DELETED',
    Message: 'The SIP trunk was deleted.',
    Errors: [{ FieldName: 'SipTrunkSid', Meta: { Severity: 'Warning' } }],
  },
}

/** Something to know that does not keep the form from being right: the field is not invalid. */
export const Warning: Story = {
  decorators: [inFailingForm(() => normalizeError(deletedTrunk, { status: 400 }))],
  args: { name: 'sipTrunkSid', label: 'SIP trunk', type: 'text', defaultValue: 'Front desk' },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/has been deleted/)).toBeVisible()
    await expect(context.canvas.getByLabelText('SIP trunk')).toBeValid()
  },
}

/** Nothing is cut off and nothing makes the page wider. */
export const LongText: Story = {
  decorators: [
    inFailingForm(() =>
      makeFailure('PARAMETER_INVALID', {
        fields: ['WebhookUri'],
        message: `WebhookUri "https://dental.example/${'hooks'.repeat(30)}" does not answer.`,
      }),
    ),
  ],
  args: {
    name: 'webhookUri',
    type: 'url',
    label:
      'Web address that is called for each message that reaches one of the numbers of this property, and for each reply to it',
    hint: `For example https://dental.example/${'incoming'.repeat(16)}`,
    defaultValue: `https://dental.example/${'hooks'.repeat(30)}`,
  },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/does not answer/)).toBeVisible()
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth)
  },
}

export const Textarea: Story = {
  decorators: [inFailingForm(() => makeFailure('PARAMETER_TOO_LONG', { fields: ['Text'] }))],
  args: {
    name: 'text',
    label: 'Message',
    children: <textarea rows={4} maxLength={160} defaultValue="Your table is ready." />,
  },
  parameters: appSource(`<Field name="text" label="Message">
  <textarea rows={4} maxLength={160} />
</Field>`),
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/160.? characters or fewer/)).toBeVisible()
    await expect(context.canvas.getByLabelText('Message')).toBeInvalid()
  },
}

export const Select: Story = {
  decorators: [inFailingForm(() => makeFailure('COUNTRY_UNAVAILABLE'))],
  args: {
    name: 'countryCode',
    label: 'Country',
    children: (
      <select defaultValue="AQ">
        <option value="AQ">Antarctica</option>
        <option value="GB">United Kingdom</option>
      </select>
    ),
  },
  parameters: appSource(`<Field name="countryCode" label="Country">
  <select>
    <option value="AQ">Antarctica</option>
    <option value="GB">United Kingdom</option>
  </select>
</Field>`),
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/is not available/)).toBeVisible()
    const country = context.canvas.getByLabelText('Country')
    await expect(country).toBeInvalid()
    await context.userEvent.selectOptions(country, 'United Kingdom')
    await expect(country).toBeValid()
    await context.userEvent.selectOptions(country, 'Antarctica')
    await save(context)
    await context.canvas.findByText(/is not available/)
  },
}

export const RadioGroup: Story = {
  decorators: [inFailingForm(() => makeFailure('PARAMETER_REQUIRED', { fields: ['RoutingMethod'] }))],
  args: {
    name: 'routingMethod',
    label: 'Where calls go',
    hint: 'You can change it at any time',
    group: 'radio',
    children: (control) => (
      <div className="choices">
        <label>
          <input {...control} type="radio" value="Endpoint" /> A telephone
        </label>
        <label>
          <input {...control} type="radio" value="Flow" /> A call flow
        </label>
      </div>
    ),
  },
  parameters:
    appSource(`<Field name="routingMethod" label="Where calls go" hint="You can change it at any time" group="radio">
  {(control) => (
    <>
      <label>
        <input {...control} type="radio" value="Endpoint" /> A telephone
      </label>
      <label>
        <input {...control} type="radio" value="Flow" /> A call flow
      </label>
    </>
  )}
</Field>`),
  play: async (context) => {
    await save(context)
    await context.canvas.findByText('Fill in this field')
    const group = context.canvas.getByRole('radiogroup', { name: 'Where calls go' })
    await expect(group).toBeInvalid()
    await expect(group).toHaveAccessibleDescription(/^You can change it at any time Error: Fill in this field/)
    const [first] = within(group).getAllByRole('radio')
    await expect(first).toHaveFocus()
    await expect(first).not.toHaveAttribute('aria-invalid')
  },
}

export const Checkboxes: Story = {
  decorators: [inFailingForm(() => makeFailure('PERMISSION_EXCEEDS_ACCESS_BOUNDARY'))],
  args: {
    name: 'scopes',
    label: 'What they can work with',
    group: 'checkbox',
    children: (control) => (
      <div className="choices">
        {['Calls', 'Messages', 'Billing'].map((scope) => (
          <label key={scope}>
            <input {...control} type="checkbox" value={scope} defaultChecked /> {scope}
          </label>
        ))}
      </div>
    ),
  },
  parameters: appSource(`<Field name="scopes" label="What they can work with" group="checkbox">
  {(control) =>
    scopes.map((scope) => (
      <label key={scope}>
        <input {...control} type="checkbox" value={scope} /> {scope}
      </label>
    ))
  }
</Field>`),
  play: async (context) => {
    await save(context)
    await context.canvas.findByText(/choose fewer$/)
    await expect(context.canvas.getByRole('group', { name: 'What they can work with' })).toHaveAccessibleDescription(
      /choose fewer/,
    )
    for (const box of context.canvas.getAllByRole('checkbox')) await expect(box).toBeInvalid()
  },
}

/** One checkbox: an element of your own with the props of a function child. */
export const OneCheckbox: Story = {
  decorators: [inFailingForm(() => makeFailure('FORBIDDEN', { fields: ['Enabled'] }))],
  args: {
    name: 'enabled',
    label: 'Login is turned on',
    children: (control) => <input {...control} type="checkbox" defaultChecked />,
  },
  parameters: appSource(`<Field name="enabled" label="Login is turned on">
  {(control) => <input {...control} type="checkbox" />}
</Field>`),
  play: async (context) => {
    await save(context)
    await context.canvas.findByText(/ask an account administrator$/)
    await expect(context.canvas.getByRole('checkbox', { name: 'Login is turned on' })).toBeInvalid()
  },
}
