import { expect, waitFor } from 'storybook/test'

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The toasts on screen, newest first. They are outside of the story's canvas. */
export function shownToasts(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.rae-toast')]
}

/** Waits for a number of toasts. */
export function findToasts(count: number): Promise<readonly HTMLElement[]> {
  return waitFor(() => {
    const shown = shownToasts()
    if (shown.length !== count) throw new Error(`There are ${shown.length} toasts; ${count} are expected.`)
    return shown
  })
}

/** Waits for the one toast. */
export async function findToast(): Promise<HTMLElement> {
  const [toast] = await findToasts(1)
  if (toast === undefined) throw new Error('There is no toast.')
  return toast
}

/** Makes sure that there is no toast, and that none is about to come: that is decided a few tasks after a failure. */
export async function expectNoToast(): Promise<void> {
  for (let task = 0; task < 8; task++) await nextTask()
  await expect(shownToasts()).toHaveLength(0)
}
