import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../src')

/** For each folder, what its files may import; the first entry that a path begins with decides. A stage is any folder of core. */
const RULES: readonly { readonly from: string; readonly mayImport: readonly string[]; readonly because: string }[] = [
  { from: 'internal/', mayImport: ['internal/'], because: 'internal imports nothing of ours' },
  { from: 'catalog.ts', mayImport: ['core/types.ts'], because: 'the catalog is data' },
  { from: 'locales/', mayImport: ['core/types.ts', 'core/localize/Pack.ts'], because: 'locales are words only' },
  {
    from: 'core/register.ts',
    mayImport: ['catalog.ts'],
    because: 'types alone: the known codes, and what the app adds',
  },
  { from: 'core/types.ts', mayImport: ['core/register.ts'], because: 'everything rests on the types' },
  { from: 'core/ApiError.ts', mayImport: ['core/types.ts', 'core/register.ts'], because: 'the error is data' },
  ...['normalize', 'classify', 'route', 'localize'].map((stage) => ({
    from: `core/${stage}/`,
    mayImport: [`core/${stage}/`, 'core/types.ts', 'core/register.ts', 'core/ApiError.ts', 'catalog.ts', 'internal/'],
    because: 'a stage never imports another stage: presentError and the client join them',
  })),
  {
    from: 'core/',
    mayImport: ['core/', 'catalog.ts', 'internal/'],
    because: 'core knows no React, no query library and no words',
  },
  { from: 'query/', mayImport: ['query/', 'core/', 'catalog.ts', 'internal/'], because: 'query is an edge of core' },
  {
    from: 'react/boundary/',
    mayImport: [
      'react/boundary/',
      'react/states/',
      'react/dom/',
      'react/hooks/',
      'react/provider/',
      'react/shared/',
      'core/',
      'query/',
      'internal/',
    ],
    because: 'a boundary shows a state, and imports no other component folder',
  },
  ...['toast', 'error-summary', 'states', 'field', 'form', 'offline', 'recent'].map((folder) => ({
    from: `react/${folder}/`,
    mayImport: [
      `react/${folder}/`,
      'react/dom/',
      'react/hooks/',
      'react/provider/',
      'react/shared/',
      'core/',
      'query/',
      'internal/',
    ],
    because: 'component folders never import each other',
  })),
  {
    from: 'react/provider/',
    mayImport: ['react/provider/', 'react/dom/', 'core/', 'query/', 'internal/'],
    because: 'providers are below the components',
  },
  {
    from: 'react/dom/',
    mayImport: ['react/dom/', 'react/hooks/', 'react/shared/', 'core/', 'internal/'],
    because: 'the imperative corner knows no component',
  },
  {
    from: 'react/',
    mayImport: ['react/hooks/', 'react/provider/', 'react/shared/', 'core/', 'query/', 'internal/'],
    because: 'hooks and shared parts are below the components',
  },
  {
    from: 'adapters/',
    mayImport: [
      'adapters/shared/',
      'core/',
      'react/hooks/',
      'react/dom/',
      'react/shared/',
      'react/field/',
      'react/provider/',
      'internal/',
    ],
    because: 'an adapter never imports another adapter',
  },
  {
    from: 'reporters/',
    mayImport: ['reporters/shared/', 'core/', 'internal/'],
    because: 'a reporter knows its own service, and neither React nor another reporter',
  },
  {
    from: 'testing/',
    mayImport: ['testing/', 'catalog.ts', 'locales/', 'core/', 'query/', 'react/', 'internal/'],
    because: 'testing imports data, core and the components',
  },
  {
    from: 'index.ts',
    mayImport: ['catalog.ts', 'core/', 'query/', 'react/'],
    because: 'the main entry costs nothing that is not used: no locale, no adapter, no testing',
  },
]

interface Import {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const { moduleSpecifier } = statement
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.'))
      return []
    const target = relative(root, resolve(join(root, dirname(file)), moduleSpecifier.text)).replace(/\.js$/, '')
    const to = [`${target}.ts`, `${target}.tsx`].find((candidate) => files.includes(candidate)) ?? target
    const isTypeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.isTypeOnly === true
      : statement.isTypeOnly
    return [{ from: file, to, isTypeOnly }]
  })
}

const imports = files.flatMap(importsOf)

describe('architecture', () => {
  it('lets imports flow one way', () => {
    const wrong = imports.flatMap(({ from, to }) => {
      const rule = RULES.find((candidate) => from.startsWith(candidate.from))
      if (rule === undefined) return [`${from}: no rule says what it may import; add one to RULES`]
      const isAllowed = rule.mayImport.some((prefix) => to.startsWith(prefix))
      return isAllowed ? [] : [`${from} imports ${to}: ${rule.because}`]
    })
    expect(wrong, 'move what both need to a place that both may import').toEqual([])
  })

  it('has no cycle of value imports', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, isTypeOnly } of imports) if (!isTypeOnly) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) return void cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file)) return
      for (const target of next.get(file) ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of next.keys()) visit(file, [])
    expect(cycles, 'break the cycle: let one side take what it needs as a parameter, or import a type').toEqual([])
  })

  it('keeps files short', () => {
    const lengths = files
      .filter((file) => !file.startsWith('locales/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    expect(
      lengths.filter(({ lines }) => lines > 300),
      'look for the second thing in the file, and give it a file of its own',
    ).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
  })

  it('marks every file that uses React as client code', () => {
    const unmarked = files.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return (
        /from 'react'/.test(text) && /\b(use[A-Z]\w*|createContext)\(/.test(text) && !text.startsWith("'use client'")
      )
    })
    expect(unmarked, "begin the file with 'use client'").toEqual([])
  })

  it('exports by name only', () => {
    const wrong = files.filter((file) => /^export (default|\*)/m.test(readFileSync(join(root, file), 'utf8')))
    expect(wrong, 'spell the names out').toEqual([])
  })
})
