import type { Meta } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { errorCatalog } from '../../src/index.js'
import type { CodeExampleProps } from './CodeExample.js'
import { isIn, openSurfaces, placesOf } from './placesOf.js'
import { wordsOf } from './wordsOf.js'

/** Sends the failing request and looks for its message: in its home, once, and nowhere else. */
export const showsItsMessage: NonNullable<Meta<CodeExampleProps>['play']> = async ({
  args,
  canvas,
  userEvent,
  step,
}) => {
  const { title, text, nextStep } = wordsOf(args)
  const isWhole = args.home === 'page' || args.home === 'toast'

  if (args.home !== 'page') {
    await step(args.action, () => userEvent.click(canvas.getByRole('button', { name: args.action })))
  }
  await step(`The message stands in its home: ${args.home}`, async () => {
    const sentences = isWhole ? [title, nextStep] : [text]
    for (const sentence of sentences) {
      await waitFor(() => {
        const count = placesOf(sentence).length
        if (count !== timesOf(args))
          throw new Error(`"${sentence}" stands ${count} times on the page, not ${timesOf(args)}.`)
      })
    }
    for (const place of sentences.flatMap(placesOf)) {
      await expect(isIn(args.home, place)).toBe(true)
      await expect(place).toBeVisible()
    }
  })
  if (args.home === 'field' || args.home === 'summary') {
    for (const { name, label } of args.fields) {
      const isMarked = args.marks?.includes(name) === true
      await step(isMarked ? `${label} is highlighted and described by it` : `${label} is left alone`, async () => {
        const control = canvas.getByLabelText(label)
        await expect(control.getAttribute('aria-invalid')).toBe(isMarked ? 'true' : null)
        if (isMarked) await expect(descriptionOf(control)).toContain(text)
      })
    }
  }
  await step('Nothing else shows anything, also when all have had their say', async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await expect(openSurfaces()).toEqual([args.home])
  })
}

/** Fields of a group share one message; others have one each. */
function timesOf(args: CodeExampleProps): number {
  return args.home === 'field' && !errorCatalog[args.code].group ? (args.marks?.length ?? 0) : 1
}

function descriptionOf(control: HTMLElement): string {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .replace(/[\u2066-\u2069]/g, '')
}
