import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { expectNoToast } from '../shared/toasts.js'
import { NumberList } from './NumberList.js'

const meta = {
  title: 'Flows/Load a page',
  tags: ['!autodocs'],
  component: NumberList,
  render: () => (
    <>
      <h1>Numbers</h1>
      <ApiErrorBoundary>
        <NumberList />
      </ApiErrorBoundary>
    </>
  ),
} satisfies Meta<typeof NumberList>
export default meta

type Story = StoryObj<typeof meta>

export const Loaded: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Reception')).toBeVisible()
  },
}

/** The first load fails: the page says so in its place. Once the service is back, Try again loads it. */
export const FirstLoadFails: Story = {
  beforeEach: ({ msw }) => {
    msw.use(http.get('*/v2/Numbers', () => new HttpResponse(null, { status: 503 })))
  },
  play: async ({ canvas, msw, userEvent, step }) => {
    await step('A heading says what happened, and a sentence what to do next', async () => {
      const heading = await canvas.findByRole(
        'heading',
        { name: 'There is a problem with the service' },
        { timeout: 15_000 },
      )
      await expect(heading).toBeVisible()
      await expect(canvas.getByText(/^Try again later/)).toBeVisible()
    })
    await step('It takes the place of the list only, and there is no toast', async () => {
      await expect(canvas.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible()
      await expectNoToast()
    })
    await step('Try again loads the numbers', async () => {
      msw.resetHandlers()
      await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
      await expect(await canvas.findByText('Reception', {}, { timeout: 15_000 })).toBeVisible()
      await expectNoToast()
    })
  },
}
