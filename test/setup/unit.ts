import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { failOnConsole } from './console.js'

configure({ asyncUtilTimeout: 5_000 })
failOnConsole()
// Hooks that end a test run last to first: what unmounting writes to the console counts, too.
afterEach(cleanup)

// An act() that never ended leaves React's mark behind, and files that share a worker would be warned for it.
beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false)
})
