import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import * as core from '../../src/core/index.js'
import * as main from '../../src/index.js'
import * as testing from '../../src/testing/index.js'
import * as mocking from '../../src/testing/msw.js'
import manifest from '../../package.json' with { type: 'json' }

// Changing what the package exports is a decision: a changed snapshot here belongs in the changelog.

it('exports these values from react-api-errors', () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot(`
    [
      "ApiError",
      "ApiErrorBoundary",
      "ApiErrorClient",
      "ApiErrorProvider",
      "ApiErrorToaster",
      "ApiForm",
      "ErrorState",
      "ErrorSummary",
      "Field",
      "FieldError",
      "OfflineBanner",
      "ProblemCount",
      "RecentErrors",
      "apiRetry",
      "apiRetryDelay",
      "apiThrowOnError",
      "classifyError",
      "defineCatalog",
      "ensureOk",
      "errorCatalog",
      "isApiError",
      "localizeError",
      "normalizeError",
      "presentError",
      "readApiError",
      "readBatchErrors",
      "routeError",
      "useApiError",
      "useApiErrorClient",
      "useApiErrorMeta",
      "useErrorBoundary",
      "useErrorMessage",
      "useErrorSummary",
      "useErrorToasts",
      "useFieldError",
      "useProblemCount",
      "useRecentErrors",
      "useReturnedError",
      "withErrorBoundary",
    ]
  `)
})

it('exports these values from react-api-errors/core', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ApiError",
      "MessageRegistry",
      "classifyError",
      "createFieldMatcher",
      "defaultPolicy",
      "defineCatalog",
      "ensureOk",
      "errorCatalog",
      "isApiError",
      "localizeError",
      "normalizeError",
      "presentError",
      "pseudoCatalog",
      "readApiError",
      "readBatchErrors",
      "routeError",
    ]
  `)
})

it('exports these values from react-api-errors/testing', () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "flush",
      "makeFailure",
      "renderWithApiErrors",
    ]
  `)
})

it('exports these values from react-api-errors/testing/msw', () => {
  expect(Object.keys(mocking)).toEqual(['failWith'])
})

it('gives a client these members, and the store behind it stays private', () => {
  const client = new main.ApiErrorClient({ locales: { en: () => Promise.resolve({}) } })
  const members = [...Object.keys(client), ...Object.getOwnPropertyNames(main.ApiErrorClient.prototype)]
  expect(members.filter((name) => name !== 'constructor').sort()).toMatchInlineSnapshot(`
    [
      "attach",
      "dismissToast",
      "history",
      "idle",
      "markHandled",
      "messages",
      "report",
      "retryToast",
      "setLocale",
      "signIn",
      "subscribe",
      "toasts",
    ]
  `)
})

it('exports one name from each locale, that of its tag', async () => {
  const locales = import.meta.glob<Record<string, { locale: string }>>('../../src/locales/*.ts', { eager: true })
  for (const [path, module] of Object.entries(locales)) {
    const tag = path.replace(/^.*\/|\.ts$/g, '')
    const name = tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    expect(Object.keys(module), `${path}`).toEqual([name])
    expect(module[name]?.locale, `${path}`).toBe(tag)
  }
})

it('has these subpaths', () => {
  expect(Object.keys(manifest.exports)).toMatchInlineSnapshot(`
    [
      ".",
      "./core",
      "./locales/*",
      "./adapters/*",
      "./reporters/*",
      "./testing",
      "./testing/msw",
      "./styles.css",
      "./package.json",
    ]
  `)
})

it('keeps the top level to what a reader looks for', () => {
  const root = resolve(import.meta.dirname, '../..')
  const ignored = ['node_modules', 'dist', 'reports', 'storybook-static', 'coverage']
  const entries = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !ignored.includes(name) && !name.endsWith('.tgz'),
  )
  expect(entries.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'package-lock.json',
    'package.json',
    'src',
    'stories',
    'test',
    'tsconfig.json',
    'vite.config.ts',
  ])
})
