import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8')

const files = ['adapters', 'core', 'query', 'react', 'reporters', 'telephony-api', 'testing'].flatMap((folder) =>
  readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/')),
)

/** `S1 query/queries.test.tsx` for each file whose titles begin with that scenario. */
const inTitles = files.flatMap((file) =>
  [...read(file).matchAll(/['"`](S\d+) /g)].map(([, scenario]) => `${scenario} ${file}`),
)

/** The same as the README has it: `| S1 | what happens | files |`. */
const inReadme = [...read('README.md').matchAll(/^\| (S\d+) \| .+ \| (.+) \|$/gm)].flatMap(
  ([, scenario, covered = '']) => [...covered.matchAll(/`([^`]+)`/g)].map(([, file]) => `${scenario} ${file}`),
)

describe('scenarios', () => {
  it('are explained in test/README.md, each with exactly the files whose titles name it', () => {
    expect(inReadme.length).toBeGreaterThan(0)
    expect(inReadme.toSorted(), 'expected: the titles; received: test/README.md').toEqual(
      [...new Set(inTitles)].toSorted(),
    )
  })
})

describe('tests', () => {
  it('name a class only where they are about the look', () => {
    const found = files.filter((file) => !file.includes('Look.') && /['"`.]rae-/.test(read(file)))
    expect(found, 'find it by role, label or public attribute: test/setup/onScreen.ts').toEqual([])
  })
})
