import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { ErrorSummary, Field } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { inFailingForm } from '../shared/FailingForm.js'
import { save } from '../shared/save.js'

const address = [
  'Company',
  'First name',
  'Last name',
  'Street',
  'House number',
  'Floor',
  'City',
  'Region',
  'Postal code',
  'Country',
  'Telephone',
  'Email',
]
const toName = (label: string): string => label.replace(/\s/g, '').toLowerCase()

/** A form of some of the fields of an address. */
function AddressFields({ labels }: { readonly labels: readonly string[] }) {
  return (
    <>
      <ErrorSummary />
      {labels.map((label) => (
        <Field key={label} name={toName(label)} label={label} />
      ))}
    </>
  )
}

/** A form with some of these fields, all of which the server misses. */
const missing = (labels: readonly string[]): Story => ({
  render: () => <AddressFields labels={labels} />,
  decorators: [inFailingForm(() => makeFailure('PARAMETER_REQUIRED', { fields: labels.map(toName) }))],
  play: async (context) => {
    await save(context)
    const links = await context.canvas.findAllByRole('link')
    await expect(links).toHaveLength(labels.length)
    for (const [index, label] of labels.entries()) await expect(links[index]).toHaveTextContent(label)
    await expect(context.canvas.getByRole('alert').parentElement).toHaveFocus()
  },
})

const meta = {
  title: 'Surfaces/ErrorSummary',
  component: ErrorSummary,
  parameters: {
    docs: {
      page: ComponentDocs,
      ...appSource(`<form noValidate onSubmit={submit}>
  <ErrorSummary />
  <Field name="street" label="Street" />
  <Field name="city" label="City" />
  <button>Save</button>
</form>`).docs,
    },
  },
} satisfies Meta<typeof ErrorSummary>
export default meta

type Story = StoryObj<typeof meta>

/** An empty element that takes no room: screen readers must know it before it has something to say. */
export const Empty: Story = {
  ...missing(['Street', 'City']),
  parameters: { docs: { press: [] } },
  play: async ({ canvas }) => expect(canvas.getByRole('alert')).toBeEmptyDOMElement(),
}

export const OneLine: Story = missing(['Street', 'City'].slice(0, 1))

export const ThreeLines: Story = {
  ...missing(['Street', 'City', 'Country']),
  parameters: { docs: { opensPage: true } },
}

export const TwelveLines: Story = missing(address)

/** What no field on the page can show stands there without a link. */
export const WithoutLinks: Story = {
  render: () => <AddressFields labels={['Street', 'City']} />,
  decorators: [inFailingForm(() => makeFailure('PROJECT_LIMIT_REACHED'))],
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/reached the project limit/)).toBeVisible()
    await expect(context.canvas.queryByRole('link')).toBeNull()
  },
}

/** First the fields in the order of the page, then the rest. */
export const WithAndWithoutLinks: Story = {
  render: () => <AddressFields labels={['Street', 'City']} />,
  decorators: [inFailingForm(() => makeFailure('PARAMETER_REQUIRED', { fields: ['TaxNumber', 'City', 'Street'] }))],
  play: async (context) => {
    await save(context)
    const lines = await context.canvas.findAllByRole('listitem')
    await expect(lines.map((line) => line.textContent.match(/Street|City|Tax number/i)?.[0])).toEqual([
      'Street',
      'City',
      'Tax number',
    ])
    await expect(lines.map((line) => within(line).queryByRole('link') !== null)).toEqual([true, true, false])
  },
}

/** The link brings the label into view and the focus to the control. */
export const FollowLink: Story = {
  ...missing(address),
  play: async (context) => {
    await save(context)
    await context.userEvent.click(await context.canvas.findByRole('link', { name: /Telephone/ }))
    await expect(context.canvas.getByLabelText('Telephone')).toHaveFocus()
    await expect(context.canvas.getByText('Telephone', { selector: 'label' })).toBeVisible()
    await expect(window.location.hash).toBe('')
  },
}
