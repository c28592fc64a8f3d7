import { act } from '@testing-library/react'

/** Lets everything that waits for the end of a turn run: requests that answer at once, effects, claims, toasts. */
export async function settle(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await act(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 0)
      })
    })
  }
}
