import { useQuery } from '@tanstack/react-query'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { ErrorState, type ErrorStateProps } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { appSource, element } from '../shared/appSource.js'
import { ComponentDocs } from '../shared/DocsPage.js'

/** An app hands over the query, and with it the failure and how to try again. */
const code = ({ variant, onRetry, children }: ErrorStateProps): string =>
  element(
    'ErrorState',
    { error: '{numbers}', variant, onRetry: onRetry === undefined ? undefined : '{() => numbers.refetch()}' },
    children === undefined ? [] : ['<a href="/properties">All properties</a>'],
  )

const meta = {
  title: 'Surfaces/ErrorState',
  component: ErrorState,
  args: { error: makeFailure('HTTP_500') },
  // A failure is no data that a form can edit.
  argTypes: { error: { control: false } },
  parameters: { docs: { page: ComponentDocs, ...appSource(code).docs } },
} satisfies Meta<typeof ErrorState>
export default meta

type Story = StoryObj<typeof meta>

/** In place of the whole page: its heading is the page's. */
export const Page: Story = {
  args: { variant: 'page', onRetry: fn() },
  play: async ({ canvas, args, userEvent }) => {
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('There is a problem with the service')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

/** In place of one part of a page. */
export const Section: Story = {
  args: { onRetry: fn() },
  render: (args) => (
    <>
      <h1>Harbor Dental</h1>
      <ErrorState {...args} />
    </>
  ),
}

/** Between other content, in few lines. */
export const Inline: Story = {
  args: { variant: 'inline', error: makeFailure('NETWORK'), onRetry: fn() },
  render: (args) => (
    <>
      <h1>Reception</h1>
      <p>
        <bdi dir="ltr">+44 20 7946 0101</bdi>
      </p>
      <ErrorState {...args} />
      <p>Part of Harbor Dental since January 2026.</p>
    </>
  ),
}

const load = fn()

function Numbers() {
  const query = useQuery({
    queryKey: ['numbers'],
    retry: false,
    queryFn: async () => {
      const failure: unknown = load()
      if (failure !== undefined) throw failure
      return '+44 20 7946 0101'
    },
  })
  return (
    <>
      <h1>Numbers</h1>
      <ErrorState error={query} variant="inline" />
      {query.data !== undefined && <bdi dir="ltr">{query.data}</bdi>}
      <p>
        <button className="button" data-kind="secondary" type="button" onClick={() => void query.refetch()}>
          Refresh
        </button>
      </p>
    </>
  )
}

/** A refetch failed: what was loaded stays, with Try again where it stands. */
export const FailedRefetch: Story = {
  parameters: { docs: { press: ['Refresh'] } },
  beforeEach: () => {
    load.mockReset()
    load.mockReturnValueOnce(undefined).mockReturnValueOnce(makeFailure('NETWORK'))
  },
  render: () => <Numbers />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('+44 20 7946 0101')
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await expect(await canvas.findByText(/^This may be out of date/)).toBeVisible()
    await expect(canvas.getByText('+44 20 7946 0101')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(canvas.queryByText(/^This may be out of date/)).toBeNull())
  },
}

/** The same request would fail again: there is a next step, and no Try again. */
export const WithoutRetry: Story = {
  args: { variant: 'page', error: makeFailure('PROPERTY_NOT_FOUND', { fields: [] }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Check the property/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
}

/** An action of the app, beside or in place of Try again. */
export const WithAction: Story = {
  args: {
    variant: 'page',
    error: makeFailure('FORBIDDEN'),
    children: (
      <a className="link" href="#properties">
        All properties
      </a>
    ),
  },
}

/** What support needs, folded away: nothing of what the user typed. */
export const WithDetails: Story = {
  args: { variant: 'page', error: makeFailure('HTTP_500', { requestId: '0HN7A2K4M9QRS' }), onRetry: fn() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('0HN7A2K4M9QRS')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy details' })).toBeVisible()
  },
}

/** Several things at once: a list of what to do. */
export const SeveralProblems: Story = {
  args: { error: makeFailure('PARAMETER_REQUIRED', { fields: ['Street', 'City'] }) },
}
