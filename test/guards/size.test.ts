import { describe, expect, it } from 'vitest'
import { measureSize } from './measureSize.js'

/** The setup of the README: what every app of ours loads, before the words. */
const SETUP = `
  export { ApiErrorClient } from './query/ApiErrorClient.js'
  export { ApiErrorProvider } from './react/provider/ApiErrorProvider.js'
  export { ApiErrorBoundary } from './react/boundary/ApiErrorBoundary.js'
  export { ApiErrorToaster } from './react/toast/ApiErrorToaster.js'
`
const WITH_ENGLISH = `${SETUP} export { en } from './locales/en.js'`

/** A page with a form: what the README's form adds. */
const FORM_PAGE = `${WITH_ENGLISH}
  export { Field } from './react/field/Field.js'
  export { ErrorSummary } from './react/error-summary/ErrorSummary.js'
  export { ensureOk } from './index.js'
`

/** Bytes, minified and gzipped, React and TanStack Query apart: some 3 % above what was measured, which the README states. */
const CEILINGS = [
  { what: 'react-api-errors/core', code: "export * from './core/index.js'", ceiling: 13_700 },
  { what: 'the setup before the words', code: SETUP, ceiling: 31_300 },
  { what: 'the setup with English', code: WITH_ENGLISH, ceiling: 35_300 },
  { what: 'the form page', code: FORM_PAGE, ceiling: 47_200 },
  { what: 'everything in the main entry', code: "export * from './index.js'", ceiling: 50_200 },
  { what: 'one language', code: "export * from './locales/nl.js'", ceiling: 4_410 },
] as const

describe('size', () => {
  it.each(CEILINGS)('of $what stays below $ceiling B', async ({ code, ceiling, what }) => {
    const bytes = await measureSize(code)
    expect(
      bytes,
      `${what} has grown to ${bytes} B: look for what came in, or raise the ceiling and say in the changelog what it bought`,
    ).toBeLessThanOrEqual(ceiling)
  })

  it('of the style sheet stays below 3,000 B', async () => {
    expect(await measureSize("@import './styles.css';", 'css')).toBeLessThanOrEqual(3_000)
  })

  it('takes in no locale and no adapter with the main entry', async () => {
    const [entry, withDutch] = await Promise.all([
      measureSize("export * from './index.js'"),
      measureSize("export * from './index.js'; export * from './locales/nl.js'"),
    ])
    expect(withDutch - entry).toBeGreaterThan(2_000)
  })
})
