import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import '../../src/styles.css'

configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)
