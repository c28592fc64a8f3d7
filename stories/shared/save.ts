import type { StoryContext } from '@storybook/react-vite'

/** Presses the button of a {@link FailingForm}. */
export async function save({ canvas, userEvent }: Pick<StoryContext, 'canvas' | 'userEvent'>): Promise<void> {
  await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
}
