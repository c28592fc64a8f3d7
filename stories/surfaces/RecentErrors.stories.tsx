import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { RecentErrors } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { findToast, shownToasts } from '../shared/toasts.js'
import { FailingButton } from './FailingButton.js'

/** What has failed, for a panel, a menu or a page; it is no home, and costs nothing unless it is imported. */
const meta = {
  title: 'Surfaces/RecentErrors',
  component: RecentErrors,
  render: (args) => (
    <>
      <h1>Harbor Dental</h1>
      <FailingButton
        label="Import numbers"
        fail={() => makeFailure('HTTP_500', { fields: [], requestId: '0HN7A2K4M9QRS' })}
      />
      <FailingButton label="Delete address" fail={() => makeFailure('ADDRESS_CANNOT_BE_DELETED', { fields: [] })} />
      <RecentErrors {...args} />
    </>
  ),
  parameters: {
    docs: {
      page: ComponentDocs,
      press: ['Import numbers', 'Delete address'],
      ...appSource(`<details>
  <summary>Notifications</summary>
  <RecentErrors />
</details>`).docs,
    },
  },
} satisfies Meta<typeof RecentErrors>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {
  parameters: { docs: { press: [] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Recent problems' })).toHaveTextContent('0 problems')
  },
}

/** Newest first; what was dismissed stays. */
export const Dismissed: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Import numbers' }))
    await userEvent.click(within(await findToast()).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(shownToasts()).toHaveLength(0))
    await userEvent.click(canvas.getByRole('button', { name: 'Delete address' }))
    const panel = canvas.getByRole('region', { name: 'Recent problems' })
    await waitFor(() => expect(within(panel).getAllByRole('listitem')).toHaveLength(2))
    await expect(within(panel).getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('still linked')
  },
}
