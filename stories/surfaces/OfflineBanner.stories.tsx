import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager, useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import { ensureOk, OfflineBanner } from '../../src/index.js'
import { telephonyFetch } from '../telephony-api/client.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { openSurfaces } from '../codes/placesOf.js'

const meta = {
  title: 'Surfaces/OfflineBanner',
  component: OfflineBanner,
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  parameters: {
    docs: {
      page: ComponentDocs,
      frame: '160px',
      ...appSource(`<ApiErrorProvider client={apiErrors}>
  <OfflineBanner />
  <App />
</ApiErrorProvider>`).docs,
    },
  },
} satisfies Meta<typeof OfflineBanner>
export default meta

type Story = StoryObj<typeof meta>

/** A slim bar, and no failure: everything waits. */
export const Offline: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You are offline')).toBeVisible()
    await expect(openSurfaces()).toEqual([])
  },
}

/** Changes are kept, counted and sent later. */
export const WaitingChanges: Story = {
  render: (args) => (
    <>
      <OfflineBanner {...args} />
      <Addresses />
    </>
  ),
  parameters: {
    docs: {
      frame: '300px',
      ...appSource(`function LoadButton() {
  const { mutate, isPaused } = useMutation({ mutationFn: async () => ensureOk(await fetch('/v2/Numbers')) })
  return <button onClick={() => mutate()}>{isPaused ? 'Will be sent when you are connected' : 'Load again'}</button>
}`).docs,
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Load again' }))
    await expect(await canvas.findByText('1 change is waiting and will be sent when you are connected')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Will be sent when you are connected' })).toBeVisible()
    await expect(openSurfaces()).toEqual([])
  },
}

/** What has waited goes out by itself. */
export const SentWhenBack: Story = {
  ...WaitingChanges,
  play: async (context) => {
    const { canvas, step } = context
    await step('A change waits', async () => WaitingChanges.play?.(context))
    await step('It is sent when the connection is back', async () => {
      onlineManager.setOnline(true)
      await expect(await canvas.findByText('You are back online')).toBeVisible()
      await expect(await canvas.findByRole('button', { name: 'Load again' })).toBeVisible()
      await expect(openSurfaces()).toEqual([])
    })
  },
}

/** It says so for a while, and goes. */
export const BackOnline: Story = {
  args: { backOnlineFor: 600_000 },
  play: async ({ canvas }) => {
    await canvas.findByText('You are offline')
    onlineManager.setOnline(true)
    await expect(await canvas.findByText('You are back online')).toBeVisible()
  },
}

function Addresses(): ReactNode {
  const { mutate, isPaused } = useMutation({ mutationFn: async () => ensureOk(await telephonyFetch('/Numbers')) })
  return (
    <>
      <h1>Phone numbers</h1>
      <button className="button" type="button" onClick={() => mutate()}>
        {isPaused ? 'Will be sent when you are connected' : 'Load again'}
      </button>
    </>
  )
}
