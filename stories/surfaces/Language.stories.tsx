import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { ar } from '../../src/locales/ar.js'
import { nl } from '../../src/locales/nl.js'
import { findToast } from '../shared/toasts.js'
import { LanguageForm } from './LanguageForm.js'

const meta = { title: 'Surfaces/Language', tags: ['!autodocs'], component: LanguageForm } satisfies Meta<
  typeof LanguageForm
>
export default meta

type Story = StoryObj<typeof meta>

/** Nothing that is kept holds a sentence: what is on screen changes its words, and the focus stays. */
export const LiveSwitch: Story = {
  play: async ({ canvas, userEvent, step }) => {
    await step('A field, a summary and a toast show problems in English', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Delete address' }))
      await expect(await findToast()).toHaveTextContent('This address is still linked to phone numbers')
      await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
      await expect(await canvas.findByRole('link')).toHaveTextContent(/Email address.*Fill in this field/)
    })
    await step('Switch to Dutch', async () => {
      const button = canvas.getByRole('button', { name: 'Nederlands' })
      await userEvent.click(button)
      await waitFor(() =>
        expect(canvas.getByLabelText('E-mailadres')).toHaveAccessibleDescription(
          new RegExp(nl.codes.PARAMETER_REQUIRED[1]),
        ),
      )
      await expect(canvas.getByRole('link')).toHaveTextContent('E-mailadres')
      await expect(canvas.getByRole('link')).toHaveTextContent(nl.codes.PARAMETER_REQUIRED[1])
      await expect(await findToast()).toHaveTextContent(nl.codes.ADDRESS_CANNOT_BE_DELETED[0])
      await expect(button).toHaveFocus()
    })
    await step('Switch to Arabic: the direction follows', async () => {
      const button = canvas.getByRole('button', { name: 'العربية' })
      await userEvent.click(button)
      await waitFor(() =>
        expect(canvas.getByLabelText('البريد الإلكتروني')).toHaveAccessibleDescription(
          new RegExp(ar.codes.PARAMETER_REQUIRED[1]),
        ),
      )
      const toast = await findToast()
      await expect(toast).toHaveTextContent(ar.codes.ADDRESS_CANNOT_BE_DELETED[0])
      await expect(getComputedStyle(toast).direction).toBe('rtl')
      await expect(button).toHaveFocus()
    })
  },
}
