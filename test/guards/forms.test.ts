// @vitest-environment node
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** What only a page with a form needs. */
const FORMS =
  /^src\/(core\/form\/|core\/route\/(matchFields|fieldIndex|fieldPath|namesInText|nearestName)\.|react\/(field|form|error-summary)\/|react\/dom\/(createFieldHandle|markControls|PlainControls|captionOf)\.)/

/** The names that the README's first example imports from the main entry. */
function namesInReadme(): string {
  const names = /import \{ ([\w, ]+) \} from 'react-api-errors'/.exec(readFileSync(`${root}/README.md`, 'utf8'))?.[1]
  if (names === undefined) throw new Error('README.md shows no import from react-api-errors: correct this test')
  return names
}

/** The files of ours of which anything is left in the bundle of this code. */
async function filesIn(contents: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents, loader: 'ts', resolveDir: `${root}/src` },
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  return inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
}

it('what only forms need is not in the setup of an app without forms', async () => {
  const files = await filesIn(`export { ${namesInReadme()} } from './index.js'`)
  expect(files).toContain('src/react/boundary/ApiErrorBoundary.tsx')
  expect(
    files.filter((file) => FORMS.test(file)),
    'the setup must not import form code: let the component that needs it bring it along (formOf, useForm), and import only its types',
  ).toEqual([])
})

it('what only forms need comes with a field', async () => {
  const files = await filesIn("export { Field } from './index.js'")
  expect(files.filter((file) => FORMS.test(file)).length, 'correct the paths in FORMS').toBeGreaterThan(5)
})
