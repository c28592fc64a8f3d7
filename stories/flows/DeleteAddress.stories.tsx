import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { ApiErrorBoundary } from '../../src/index.js'
import { expectNoToast, findToast } from '../shared/toasts.js'
import { AddressForm } from './AddressForm.js'
import { AddressList } from './AddressList.js'

const meta = { title: 'Flows/Delete an address', tags: ['!autodocs'] } satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

/** No field can show it and the list is still right, so a toast says what to do next. */
export const FromList: Story = {
  render: () => (
    <>
      <h1>Addresses</h1>
      <ApiErrorBoundary>
        <AddressList />
      </ApiErrorBoundary>
    </>
  ),
  play: async ({ canvas, userEvent, step }) => {
    const linked = await canvas.findByRole('button', { name: 'Delete the address of Ada Byron' })

    await step('Delete an address that numbers are linked to', () => userEvent.click(linked))
    await step('A toast says what happened and what to do next', async () => {
      const toast = await findToast()
      await expect(toast).toHaveTextContent('This address is still linked to phone numbers')
      await expect(toast).toHaveTextContent('Link them to another address first')
    })
    await step('The page stays as it is, and so does the focus', async () => {
      await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('Addresses')
      await expect(linked).toHaveFocus()
    })
    await step('Deleting one that is free works', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Delete the address of Alan Mathison' }))
      await waitFor(() => expect(canvas.queryByText(/Mathison/)).toBeNull())
      await waitFor(() => expect(canvas.getByRole('list', { name: 'Addresses' })).toHaveFocus())
      await expect(linked).toBeVisible()
    })
  },
}

/** The same failure in a form with a summary: a line there, and no toast. */
export const FromForm: Story = {
  render: () => (
    <>
      <h1>Address of Ada Byron</h1>
      <ApiErrorBoundary>
        <AddressForm addressSid="AD3001" />
      </ApiErrorBoundary>
    </>
  ),
  play: async ({ canvas, userEvent, step }) => {
    await step('Delete it', () => userEvent.click(canvas.getByRole('button', { name: 'Delete address' })))
    await step('The summary says what to do and has the focus', async () => {
      await expect(await canvas.findByText(/link them to another address first/)).toBeVisible()
      await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
    })
    await step('No field is highlighted, and there is no toast', async () => {
      for (const field of canvas.getAllByRole('textbox')) await expect(field).toBeValid()
      await expectNoToast()
    })
  },
}
