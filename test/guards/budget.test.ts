// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../src')

/** Edges that come and go by themselves do not count. */
const APART = /^(adapters|parsers|reporters|testing)\//

/** Lower these with each change that makes it smaller. */
const MOST = {
  lines: 13_350, // goal: 8,600
  files: 165, // goal: 145
  classes: 15,
}

const ADVICE = {
  lines: 'look for code that nobody needs any more, or that is written twice',
  files: 'put what only one file uses into that file',
  classes: 'a class is for state that lives long: make it functions, or give its state to a class that is there',
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(tsx?|css)$/.test(file) && !APART.test(file),
)
const texts = files.map((file) => readFileSync(join(root, file), 'utf8'))
const sum = (count: (text: string) => number): number => texts.reduce((total, text) => total + count(text), 0)

const now = {
  lines: sum((text) => text.split('\n').length - 1),
  files: files.length,
  classes: sum((text) => text.match(/^(export )?(abstract )?class \w/gm)?.length ?? 0),
}

it.each(['lines', 'files', 'classes'] as const)('src has no more %s than it may', (what) => {
  expect(
    now[what],
    `${now[what]} ${what}, of at most ${MOST[what]}: ${ADVICE[what]}; or raise MOST.${what} and say in the commit what it bought`,
  ).toBeLessThanOrEqual(MOST[what])
})
