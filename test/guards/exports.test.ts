import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as core from '../../src/core/index.js'
import * as main from '../../src/index.js'
import * as testing from '../../src/testing/index.js'
import manifest from '../../package.json' with { type: 'json' }

// Changing what the package exports is a decision: a changed snapshot here belongs in the changelog.

it('exports these values from react-api-errors', () => {
  expect(Object.keys(main).sort()).toMatchInlineSnapshot()
})

it('exports these values from react-api-errors/core', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot()
})

it('exports these values from react-api-errors/testing', () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot()
})

it('exports one name from each locale, that of its tag', async () => {
  const locales = import.meta.glob<Record<string, { locale: string }>>('../../src/locales/*.ts', { eager: true })
  for (const [path, module] of Object.entries(locales)) {
    const tag = path.replace(/^.*\/|\.ts$/g, '')
    const name = tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    expect(Object.keys(module), path).toEqual([name])
    expect(module[name]?.locale, path).toBe(tag)
  }
})

it('has these subpaths', () => {
  expect(Object.keys(manifest.exports)).toMatchInlineSnapshot()
})

it('keeps the top level to what a reader looks for', () => {
  const root = new URL('../..', import.meta.url).pathname
  const ignored = ['node_modules', 'dist', 'reports', 'storybook-static', 'coverage']
  const entries = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.includes(name) && !name.endsWith('.tgz'))
  expect(entries.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package-lock.json', 'package.json', 'src', 'stories', 'test', 'tsconfig.json', 'vite.config.ts'])
})
