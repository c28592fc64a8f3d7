import { createServer } from 'node:http'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { findChromium } from '../setup/find-chromium.mjs'
import type { run } from './page.js'

declare global {
  var bench: { readonly run: typeof run }
}

/** Clocks count in microseconds on an isolated page only. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** Bundles a contender with its scenario, for production. */
export async function bundle(scenario: string, contender: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/page.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { scenario, contender },
  })
  return outputFiles[0]?.text ?? ''
}

/** Opens Chromium; `run` runs a bundle in a fresh page. */
export async function openBrowser() {
  const scripts = new Map<string, string>()
  const server = createServer(({ url = '' }, response) => {
    const script = scripts.get(url)
    response.writeHead(200, { ...ISOLATED, 'Content-Type': script === undefined ? 'text/html' : 'text/javascript' })
    const path = url.replace(/\?.*/, '')
    response.end(
      script ??
        `<!doctype html><meta charset="utf-8"><title>Bench</title><div id="root"></div><script type="module">globalThis.bench = await import('${path}.js')</script>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  })
  return {
    async run(path: string, script: string, query = ''): Promise<Readonly<Record<string, number>>> {
      scripts.set(`${path}.js`, script)
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        page.on('pageerror', (error) => console.error(path, error))
        await page.goto(`http://localhost:${port}${path}?${query}`)
        await page.waitForFunction(() => 'bench' in globalThis)
        return await page.evaluate(() => globalThis.bench.run())
      } finally {
        await context.close()
      }
    },
    async close(): Promise<void> {
      await browser.close()
      server.close()
    },
  }
}
