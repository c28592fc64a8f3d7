import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { instrument } from './test/guards/trace/instrument.js'
import { findChromium } from './test/setup/find-chromium.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const react18 = at('./test/consumers/react-18/node_modules')

/** With REACT=18 the unit tests load React 18, and every library that uses React is transformed so that it gets that one too. */
const onReact18 = process.env.REACT === '18'
const reactAlias = onReact18
  ? [
      { find: /^react-dom(\/.*)?$/, replacement: `${react18}/react-dom$1` },
      { find: /^react(\/.*)?$/, replacement: `${react18}/react$1` },
      // Their CommonJS builds would ask Node for React, past these aliases.
      {
        find: /^react-error-boundary$/,
        replacement: at('./node_modules/react-error-boundary/dist/react-error-boundary.js'),
      },
      {
        find: /^@testing-library\/react$/,
        replacement: at('./node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
      },
    ]
  : []

const chromium = () => {
  const executablePath = findChromium()
  return {
    enabled: true,
    headless: true,
    viewport: { width: 1000, height: 800 },
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: ['--disable-gpu'] },
    }),
    instances: [{ browser: 'chromium' as const }],
  }
}

/** With QUERY=5.0 (or 5.28, 5.59, 5.90) the unit tests load that version of TanStack Query. */
const queryVersion = process.env.QUERY
const queryAlias = queryVersion === undefined ? [] : aliasQuery(`query-${queryVersion}`)

function aliasQuery(name: string): readonly { readonly find: RegExp; readonly replacement: string }[] {
  const { resolve } = createRequire(at('./test/consumers/react-18/package.json'))
  const entry = resolve(name)
  return [
    // Some of these versions lie beside React 18.
    ...(onReact18 ? [] : [{ find: /^react(\/.*)?$/, replacement: `${at('./node_modules/react')}$1` }]),
    { find: /^@tanstack\/react-query$/, replacement: entry.replace(/\.cjs$/, '.js') },
    {
      find: /^@tanstack\/query-core$/,
      replacement: createRequire(entry)
        .resolve('@tanstack/query-core')
        .replace(/\.cjs$/, '.js'),
    },
  ]
}

/** Tests that have run in full, run once more on other versions. */
const isRepeat = onReact18 || queryVersion !== undefined

/** Found late, they would make Vite start over in the middle of a run, with a second copy of React. */
const PREBUNDLED = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@tanstack/react-query',
  'react-error-boundary',
  'react-hook-form',
  'react-aria-components',
  '@testing-library/react',
  '@testing-library/user-event',
  '@testing-library/jest-dom/vitest',
  'axe-core',
  '@tanstack/react-query-devtools/production',
]

/** What follows the functions that are entered, so that they must tell. */
const TRACED = ['test/guards/work.test.tsx', 'test/guards/tour.test.tsx']

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [...reactAlias, ...queryAlias] },
  test: {
    // Vitest would leave one processor free: of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          // What renders is written in .tsx: all else needs no page.
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          setupFiles: ['./test/setup/node.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'jsdom',
          // A fresh page and fresh modules for each file take two thirds of the time. Once is enough: then no file can
          // rest on what another left behind, nor be spared a warning that is given once.
          isolate: !isRepeat,
          include: ['test/**/*.test.tsx'],
          exclude: ['**/node_modules/**', ...TRACED],
          setupFiles: ['./test/setup/unit.ts'],
          testTimeout: 20_000,
          ...(isRepeat
            ? {
                server: {
                  deps: {
                    inline: [
                      /react-error-boundary/,
                      /@tanstack\/(react-query|query-core)/,
                      /node_modules\/query-5/,
                      /@testing-library\/react/,
                      /react-hook-form/,
                      /react-(aria|stately)/,
                    ],
                  },
                },
              }
            : {}),
        },
      },
      {
        extends: true,
        plugins: [instrument(at('./src'))],
        test: { name: 'trace', environment: 'jsdom', include: TRACED, setupFiles: ['./test/setup/unit.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.{ts,tsx}'],
          setupFiles: ['./test/setup/browser.ts'],
          testTimeout: 60_000,
          browser: chromium(),
        },
        optimizeDeps: { include: PREBUNDLED },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: at('./.storybook') })],
        // As in Storybook itself, where one page shows story after story.
        test: { name: 'stories', isolate: false, testTimeout: 30_000, browser: chromium() },
        optimizeDeps: { include: PREBUNDLED },
      },
    ],
  },
})
