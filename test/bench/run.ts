/*
 * npm run bench [-- --rounds=15 --only=ours,ours-hook]
 *
 * A form of 500 fields in Chromium, production React: the server rejects 100 of them (B1), the user edits one (B2).
 * Each round opens every contender in a fresh context, in random order; the medians of a round are divided by those
 * of `floor-summary` in the same round, and the table shows the median of these ratios. Only ratios count: the
 * machine is shared. Every run checks that exactly the right inputs are marked and described.
 * A further contender is one more file in contenders/.
 */
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { findChromium } from '../setup/find-chromium.mjs'
import type { start, Timing } from './page.js'

declare global {
  var bench: ReturnType<typeof start>
}

const BASE = 'floor-summary'
const folder = `${import.meta.dirname}/contenders`
const option = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]
const rounds = Number(option('rounds') ?? 11)
const only = option('only')?.split(',')
const ids = readdirSync(folder)
  .map((file) => file.replace(/\.tsx?$/, ''))
  .filter((id) => only === undefined || id === BASE || only.includes(id))

const bundles: ReadonlyMap<string, string> = new Map(
  await Promise.all(ids.map(async (id) => [`/${id}.js`, await bundle(id)] as const)),
)
const server = createServer(({ url = '' }, response) => {
  const script = bundles.get(url)
  // Clocks count in microseconds on an isolated page only.
  response
    .setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    .setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
  response.setHeader('Content-Type', script === undefined ? 'text/html' : 'text/javascript')
  response.end(
    script ??
      `<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module">import { start } from '${url.replace('/page', '')}.js'; globalThis.bench = start()</script>`,
  )
})
await new Promise<void>((resolve) => server.listen(0, resolve))
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--disable-gpu', '--js-flags=--expose-gc'],
})

type Measures = Record<'cold' | 'reject' | 'edit', Timing>
const results: Map<string, Measures>[] = []
for (let round = 0; round < rounds; round++) {
  const row = new Map<string, Measures>()
  for (const id of ids.toSorted(() => Math.random() - 0.5)) row.set(id, await measure(id))
  results.push(row)
  process.stderr.write(`round ${round + 1} of ${rounds}\n`)
}
await browser.close()
server.close()

const columns = [
  ['reject', 'dom'],
  ['reject', 'work'],
  ['cold', 'dom'],
  ['edit', 'dom'],
  ['edit', 'work'],
] as const
const rows = ids.map((id) => {
  const ratios = columns.map(([what, part]) =>
    median(results.map((row) => at(row, id)[what][part] / at(row, BASE)[what][part])),
  )
  const milliseconds = median(results.map((row) => at(row, id).reject.dom))
  return {
    id,
    ratios,
    text: `| ${id} | ${milliseconds.toFixed(1)} | ${ratios.map((ratio) => ratio.toFixed(2)).join(' | ')} |`,
  }
})
rows.sort((a, b) => (a.ratios[0] ?? 0) - (b.ratios[0] ?? 0))
console.log(
  [
    '| contender | B1 ms | B1 × | B1 with layout × | B1 cold × | B2 × | B2 with layout × |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows.map(({ text }) => text),
  ].join('\n'),
)

async function bundle(id: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/page.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { contender: `${folder}/${id}` },
  })
  return outputFiles[0]?.text ?? ''
}

async function measure(id: string): Promise<Measures> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(id, error))
    await page.goto(`http://localhost:${port}/page/${id}`)
    const { cold, rejects, edits } = await page.evaluate(async () => {
      const bench = await globalThis.bench
      const cold = await bench.reject()
      const rejects: Timing[] = []
      const edits: Timing[] = []
      for (let run = 0; run < 8; run++) rejects.push(await bench.reject())
      for (let run = 0; run < 8; run++) edits.push(await bench.edit(5 + run))
      return { cold, rejects, edits }
    })
    // The first of each warm the code up.
    return { cold, reject: middle(rejects.slice(3)), edit: middle(edits.slice(3)) }
  } finally {
    await context.close()
  }
}

function middle(timings: readonly Timing[]): Timing {
  return { dom: median(timings.map(({ dom }) => dom)), work: median(timings.map(({ work }) => work)) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function at(row: ReadonlyMap<string, Measures>, id: string): Measures {
  const measures = row.get(id)
  if (measures === undefined) throw new Error(`${id} was not measured`)
  return measures
}
