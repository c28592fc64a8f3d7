import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'
import { expectNoToast } from '../shared/toasts.js'
import { FailingQuery } from './FailingQuery.js'

/** A page whose calls cannot be loaded the first time. */
function CallsPage({ children }: { readonly children: (calls: ReactNode) => ReactNode }): ReactNode {
  const [failures] = useState(() => [makeFailure('HTTP_500')])
  return (
    <>
      <h1>Harbor Dental</h1>
      {children(<FailingQuery name="Calls" fail={() => failures.pop()} />)}
    </>
  )
}

const meta = {
  title: 'Surfaces/ApiErrorBoundary',
  component: ApiErrorBoundary,
  parameters: { docs: { page: ComponentDocs } },
} satisfies Meta<typeof ApiErrorBoundary>
export default meta

type Story = StoryObj<typeof meta>

/** In place of what could not be loaded: what happened, what to do next, and Try again. */
export const BuiltIn: Story = {
  render: () => <CallsPage>{(calls) => <ApiErrorBoundary>{calls}</ApiErrorBoundary>}</CallsPage>,
  parameters: appSource(`<ApiErrorBoundary>
  <Calls />
</ApiErrorBoundary>`),
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { level: 2, name: 'There is a problem with the service' }),
    ).toBeVisible()
    await expectNoToast()
  },
}

export const TryAgain: Story = {
  ...BuiltIn,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText('Calls: loaded')).toBeVisible()
  },
}

/** The app's own fallback gets the words, too. */
export const FallbackRender: Story = {
  render: () => (
    <CallsPage>
      {(calls) => (
        <ApiErrorBoundary
          fallbackRender={({ title, nextStep, retry }) => (
            <div className="note" role="alert">
              <p>
                <strong>{title}.</strong> {nextStep}.
              </p>
              <button className="button" data-kind="secondary" type="button" onClick={retry}>
                Load again
              </button>
            </div>
          )}
        >
          {calls}
        </ApiErrorBoundary>
      )}
    </CallsPage>
  ),
  parameters: appSource(`<ApiErrorBoundary
  fallbackRender={({ title, nextStep, retry }) => (
    <div role="alert">
      <p>
        <strong>{title}.</strong> {nextStep}.
      </p>
      <button onClick={retry}>Load again</button>
    </div>
  )}
>
  <Calls />
</ApiErrorBoundary>`),
  play: async ({ canvas, userEvent, step }) => {
    await step('The fallback shows the words', async () => {
      await expect(await canvas.findByText('There is a problem with the service.')).toBeVisible()
      await expectNoToast()
    })
    await step('Its button loads again', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Load again' }))
      await expect(await canvas.findByText('Calls: loaded')).toBeVisible()
    })
  },
}

/** The innermost boundary takes it; what is around goes on. */
export const Nested: Story = {
  render: () => (
    <CallsPage>
      {(calls) => (
        <ApiErrorBoundary>
          <FailingQuery name="Numbers" fail={() => undefined} />
          <ApiErrorBoundary>{calls}</ApiErrorBoundary>
        </ApiErrorBoundary>
      )}
    </CallsPage>
  ),
  parameters: appSource(`<ApiErrorBoundary>
  <Numbers />
  <ApiErrorBoundary>
    <Calls />
  </ApiErrorBoundary>
</ApiErrorBoundary>`),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 2 })).toBeVisible()
    await expect(canvas.getByText('Numbers: loaded')).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
  },
}
