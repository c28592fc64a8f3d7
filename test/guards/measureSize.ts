import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Returns the size in bytes of what an app's bundle takes in for this code: minified, gzipped, React and TanStack Query apart. */
export async function measureSize(contents: string, loader: 'ts' | 'css' = 'ts'): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, loader, resolveDir: new URL('../../src', import.meta.url).pathname },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime', 'react-dom', '@tanstack/react-query'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  return gzipSync(code, { level: 9 }).byteLength
}
