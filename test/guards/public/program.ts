import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

export const root = resolve(import.meta.dirname, '../../../src')

const folder = (name: string): readonly string[] =>
  readdirSync(resolve(root, name))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${name}/${file}`)

export const MAIN = 'index.ts'
export const CORE = 'core/index.ts'

/** The files that an app can import from. */
export const ENTRIES = [
  MAIN,
  CORE,
  'testing/index.ts',
  'testing/msw.ts',
  ...['adapters', 'reporters', 'locales'].flatMap(folder),
]

/** What TypeScript knows of the entries and of all that they import. */
export const program = ts.createProgram(
  ENTRIES.map((file) => resolve(root, file)),
  ts.parseJsonConfigFileContent(
    ts.readConfigFile(resolve(root, '../tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    resolve(root, '..'),
  ).options,
)
export const checker = program.getTypeChecker()

/** Whether a node stands in src. */
export const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(`${root}/`)
