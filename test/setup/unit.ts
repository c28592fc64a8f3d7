import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { failOnConsole } from './console.js'

configure({ asyncUtilTimeout: 5_000 })
failOnConsole()
// Hooks that end a test run last to first: what unmounting writes to the console counts, too.
afterEach(cleanup)
