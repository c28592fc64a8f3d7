import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi, type MockInstance } from 'vitest'

configure({ asyncUtilTimeout: 5_000 })

// Unexpected console output fails: a warning that nobody asked for is a defect.
const methods = ['error', 'warn'] as const
let spies: readonly MockInstance[] = []

beforeEach(() => {
  spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined))
})

afterEach(() => {
  cleanup()
  const calls = spies.flatMap((spy) => spy.mock.calls)
  for (const spy of spies) spy.mockRestore()
  if (calls.length === 0) return
  const texts = calls.map((call) => call.map(String).join(' ')).join('\n')
  throw new Error(
    `console.error or console.warn was called: mend the cause, or take the expected call with takeConsole():\n${texts}`,
  )
})

/** Returns what was written to console.error and console.warn so far, and accepts it. */
export function takeConsole(): readonly string[] {
  return spies.flatMap((spy) => {
    const texts = spy.mock.calls.map((call) => call.map(String).join(' '))
    spy.mockClear()
    return texts
  })
}
