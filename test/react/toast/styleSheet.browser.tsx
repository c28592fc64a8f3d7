import { expect, it, vi } from 'vitest'
import { renderWithApiErrors } from '../../../src/testing/index.js'

// The kind: what has to be there beside the code, and shows nothing when it is missing.
it('P47 tells the developer once that the style sheet is missing, and says nothing when it is there', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  renderWithApiErrors(<p>Page</p>).unmount()
  renderWithApiErrors(<p>Page</p>)
  await drawn()
  expect(warn).not.toHaveBeenCalled()

  for (const sheet of document.styleSheets) sheet.disabled = true
  renderWithApiErrors(<p>Page</p>)
  renderWithApiErrors(<p>Page</p>)
  await drawn()
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/style sheet is missing\. .+ import 'react-api-errors\/styles/)],
  ])
  for (const sheet of document.styleSheets) sheet.disabled = false
})
