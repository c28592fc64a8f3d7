import { afterEach, beforeEach, vi, type MockInstance } from 'vitest'

const methods = ['error', 'warn'] as const
let spies: readonly MockInstance[] = []

/**
 * Unexpected console output fails: a warning that nobody asked for is a defect.
 * A function, as hooks count for the file that runs them: a module that files share runs once.
 */
export function failOnConsole(): void {
  beforeEach(() => {
    spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined))
  })

  afterEach(() => {
    const calls = spies.flatMap((spy) => spy.mock.calls)
    for (const spy of spies) spy.mockRestore()
    if (calls.length === 0) return
    const texts = calls.map((call) => call.map(String).join(' ')).join('\n')
    throw new Error(
      `console.error or console.warn was called: mend the cause, or take the expected call with takeConsole():\n${texts}`,
    )
  })
}

/** Returns what was written to console.error and console.warn so far, and accepts it. */
export function takeConsole(): readonly string[] {
  return spies.flatMap((spy) => {
    const texts = spy.mock.calls.map((call) => call.map(String).join(' '))
    spy.mockClear()
    return texts
  })
}
