import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { expect } from 'storybook/test'
import { openSurfaces } from '../codes/placesOf.js'
import { pageCode, waitingCode } from './appCode.js'
import { showsItsStateOnThePage } from './showsItsState.js'
import { FailingPage } from './StateExample.js'
import * as states from './states.js'
import { WaitingPage } from './WaitingPage.js'

const meta = {
  title: 'States/First load',
  component: FailingPage,
  parameters: pageCode,
  play: showsItsStateOnThePage,
} satisfies Meta<typeof FailingPage>
export default meta

type Story = StoryObj<typeof meta>

/** Without `onUnauthorized`; with it the app's sign-in takes over. */
export const SignedOut: Story = { args: states.signedOut }

export const Forbidden: Story = { args: states.forbidden }

export const NotFound: Story = { args: states.notFound }

export const Conflict: Story = { args: states.conflict }

/** The answer says how long to wait. */
export const TooManyRequests: Story = { args: states.tooManyRequests }

/** The answer is a page of HTML, of which nothing is shown. */
export const ServerProblem: Story = { args: states.serverProblem }

export const NoConnection: Story = { args: states.noConnection }

export const NoAnswer: Story = { args: states.noAnswer }

/** A good status, and a page of HTML where JSON is expected: a network that wants to be signed in to. */
export const Unreadable: Story = { args: states.unreadable }

/** A code that is in no documentation: what its status says, and the server's own words as a detail. */
export const UnknownCode: Story = { args: states.unknownCode }

/** Nothing has failed yet: the query waits for the connection. */
export const Offline: StoryObj = {
  render: () => <WaitingPage />,
  parameters: { docs: { ...waitingCode.docs, frame: '200px' } },
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas, step }) => {
    await step('The page says that it waits, and no failure is shown', async () => {
      await expect(await canvas.findByText('Waiting for a connection…')).toBeVisible()
      await expect(openSurfaces()).toEqual([])
    })
    await step('It loads when the connection is back', async () => {
      onlineManager.setOnline(true)
      await expect(await canvas.findByText('4 phone numbers')).toBeVisible()
      await expect(openSurfaces()).toEqual([])
    })
  },
}
